"""Which addresses webhooks may be sent to: only those of the public internet.

Otherwise an endpoint would be a way to reach what only this server can: databases, other services' admin
pages, and the cloud's metadata with its passwords.
"""

import socket
from ipaddress import ip_address, ip_network

from django.conf import settings

# Public by their number, but served inside a cloud's own network.
METADATA = frozenset({ip_address("168.63.129.16")})
NAT64 = ip_network("64:ff9b::/96")
# What Python's `is_global` takes for public in one version or another.
NEVER = [
    ip_network(each)
    for each in (
        "100.64.0.0/10", "192.0.0.0/24", "192.88.99.0/24", "64:ff9b:1::/48", "100::/64",
        "2001::/23", "3fff::/20", "5f00::/16", "fec0::/10",
    )
]  # fmt: skip


class PrivateAddress(Exception):
    """A host is, or is also, in a network that is none of the public's."""


def is_public(text):
    """Whether an IP address is one of the public internet."""
    address = ip_address(text.partition("%")[0])
    if address.version == 6:
        if address.ipv4_mapped:
            return is_public(str(address.ipv4_mapped))
        if address.sixtofour:
            return is_public(str(address.sixtofour))
        if address in NAT64:
            return is_public(str(ip_address(int(address) & 0xFFFFFFFF)))
    return (
        address.is_global
        and not address.is_multicast
        and not address.is_reserved
        and address not in METADATA
        and not any(address in network for network in NEVER if network.version == address.version)
    )


def resolve(host, port):
    """The IP addresses of a host, asked for once: what was looked at is what is connected to.

    Refuses a host with any address that is not public; raises OSError where there is none.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = list(dict.fromkeys(info[4][0] for info in found))
    if not settings.WEBHOOKS_ALLOW_PRIVATE and not all(map(is_public, addresses)):
        raise PrivateAddress(host)
    return addresses
