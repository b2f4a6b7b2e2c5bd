"""What a reverse proxy says about a visitor is believed only when the proxy is a known one."""

from ipaddress import ip_address, ip_network

from django.conf import settings

FORWARDED_FOR = "HTTP_X_FORWARDED_FOR"
FORWARDED_PROTO = "HTTP_X_FORWARDED_PROTO"


def read(address):
    """The address that a text is, None if it is none. ``::ffff:203.0.113.9`` is an IPv4 address."""
    try:
        found = ip_address(address)
    except ValueError:
        return None
    return getattr(found, "ipv4_mapped", None) or found


def is_trusted(address):
    found = read(address)
    return found is not None and any(found in network for network in settings.TRUSTED_PROXIES)


def visitor_address(remote, forwarded):
    """The nearest address that is no proxy of ours, as text.

    >>> visitor_address("10.0.0.1", "203.0.113.9, 10.0.0.2")  # with TRUSTED_PROXIES=10.0.0.0/8
    '203.0.113.9'
    """
    chain = [part.strip() for part in forwarded.split(",") if part.strip()]
    while chain and is_trusted(remote):
        remote = chain.pop()
    return remote


def scheme(environ):
    """``http`` or ``https``, as it will be for Django when the middleware below has gone."""
    said = environ.get(FORWARDED_PROTO)
    if said is None or not settings.SECURE_PROXY_SSL_HEADER:
        return environ["wsgi.url_scheme"]
    if not is_trusted(environ.get("REMOTE_ADDR", "")):
        return environ["wsgi.url_scheme"]
    return "https" if said.partition(",")[0].strip() == "https" else "http"


def client_of(request):
    """Who asks, as limits count clients: an IPv4 address, or of an IPv6 address the /64 it lies in.

    "" where nobody can say: a proxy of ours that names no client, or a socket without addresses.
    """
    address = request.META.get("REMOTE_ADDR", "")
    found = read(address)
    if found is None or is_trusted(address):
        return ""
    return str(found if found.version == 4 else ip_network((int(found), 64), strict=False))


class TrustedProxiesMiddleware:
    """Puts the visitor's own address into REMOTE_ADDR, and drops headers nobody vouches for."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        remote = request.META.get("REMOTE_ADDR", "")
        forwarded = request.META.pop(FORWARDED_FOR, "")
        if is_trusted(remote):
            request.META["REMOTE_ADDR"] = visitor_address(remote, forwarded)
        else:
            request.META.pop(FORWARDED_PROTO, None)
        return self.get_response(request)
