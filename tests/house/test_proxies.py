"""Who a visitor is, and whether they came by https, is believed from known proxies only."""

from ipaddress import ip_network

import pytest
from django.core.handlers.wsgi import WSGIRequest

from config.proxies import TrustedProxiesMiddleware, scheme, visitor_address

pytestmark = pytest.mark.any_database

VISITOR, PROXY, INNER = "203.0.113.9", "10.0.0.1", "10.0.0.2"


@pytest.fixture
def behind_proxies(settings):
    settings.TRUSTED_PROXIES = [ip_network("10.0.0.0/8"), ip_network("fd00::/8")]
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")


@pytest.fixture
def seen(rf):
    """The request as the site sees it, whatever was sent."""

    def through(**meta):
        return TrustedProxiesMiddleware(lambda request: request)(rf.get("/", **meta))

    return through


@pytest.mark.parametrize(
    ("remote", "forwarded", "expected"),
    [
        (VISITOR, "", VISITOR),
        (PROXY, VISITOR, VISITOR),
        (PROXY, f"{VISITOR}, {INNER}", VISITOR),
        (PROXY, f"1.1.1.1, {VISITOR}, {INNER}", VISITOR),
        (PROXY, "", PROXY),
        (VISITOR, "1.1.1.1", VISITOR),
        ("fd00::1", "2001:db8::7", "2001:db8::7"),
        ("", VISITOR, ""),
    ],
)
def test_nearest_address_that_is_no_proxy(behind_proxies, remote, forwarded, expected):
    assert visitor_address(remote, forwarded) == expected


def test_a_known_proxy_is_believed(behind_proxies, seen):
    request = seen(REMOTE_ADDR=PROXY, HTTP_X_FORWARDED_FOR=VISITOR, HTTP_X_FORWARDED_PROTO="https")
    assert request.META["REMOTE_ADDR"] == VISITOR
    assert request.is_secure()


def test_a_stranger_is_not(behind_proxies, seen):
    request = seen(
        REMOTE_ADDR=VISITOR, HTTP_X_FORWARDED_FOR="1.1.1.1", HTTP_X_FORWARDED_PROTO="https"
    )
    assert request.META["REMOTE_ADDR"] == VISITOR
    assert "HTTP_X_FORWARDED_FOR" not in request.META
    assert not request.is_secure()


@pytest.mark.parametrize("remote", [VISITOR, PROXY, ""])
@pytest.mark.parametrize("said", [None, "https", "http", "https, http", " https ", "HTTPS", ""])
def test_the_scheme_is_known_before_django_is_asked(behind_proxies, rf, remote, said):
    headers = {} if said is None else {"x-forwarded-proto": said}
    environ = rf.get("/", REMOTE_ADDR=remote, headers=headers).environ
    known = scheme(environ)
    request = WSGIRequest(environ)
    TrustedProxiesMiddleware(lambda request: None)(request)
    assert request.scheme == known
