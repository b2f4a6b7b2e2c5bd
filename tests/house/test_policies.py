"""Visitors' pages allow no inline script or style; editors' tools need them."""

import pytest

from tests.fixtures.front_end import ORIGIN

pytestmark = pytest.mark.any_database


def policy(client, path):
    return client.get(path).headers["Content-Security-Policy"]


def directives(text):
    return {part.split()[0]: part.split()[1:] for part in text.split(";")}


def test_visitors_get_the_strict_policy(client):
    strict = directives(policy(client, "/robots.txt"))
    assert strict["default-src"] == ["'none'"]
    assert strict["script-src"] == strict["style-src"] == strict["font-src"] == ["'self'"]
    assert strict["frame-ancestors"] == strict["base-uri"] == strict["form-action"] == ["'self'"]
    assert strict["object-src"] == ["'none'"]


@pytest.mark.django_db
def test_editors_get_one_that_wagtail_works_under(client):
    loose = directives(policy(client, "/admin/login/"))
    assert "'unsafe-inline'" in loose["script-src"]
    assert loose["frame-ancestors"] == ["'self'"]


@pytest.mark.django_db
def test_editors_frame_the_site_and_the_front_end_that_there_is(client, front_end, settings):
    assert directives(policy(client, "/admin/login/"))["frame-src"] == ["'self'", ORIGIN]
    for path in ("/robots.txt", "/api/delivery/v1/docs/"):
        assert ORIGIN not in policy(client, path)
    settings.PREVIEW_URL = ""
    assert directives(policy(client, "/admin/login/"))["frame-src"] == ["'self'"]


def test_other_headers(client):
    headers = client.get("/healthz").headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert "geolocation=()" in headers["Permissions-Policy"]
