"""What a reverse proxy says about a visitor is believed only when the proxy is a known one."""

from ipaddress import ip_address

from django.conf import settings

FORWARDED_FOR = "HTTP_X_FORWARDED_FOR"
FORWARDED_PROTO = "HTTP_X_FORWARDED_PROTO"


def is_trusted(address):
    try:
        parsed = ip_address(address)
    except ValueError:
        return False
    return any(parsed in network for network in settings.TRUSTED_PROXIES)


def visitor_address(remote, forwarded):
    """The nearest address that is no proxy of ours, as text.

    >>> visitor_address("10.0.0.1", "203.0.113.9, 10.0.0.2")  # with TRUSTED_PROXIES=10.0.0.0/8
    '203.0.113.9'
    """
    chain = [part.strip() for part in forwarded.split(",") if part.strip()]
    while chain and is_trusted(remote):
        remote = chain.pop()
    return remote


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
