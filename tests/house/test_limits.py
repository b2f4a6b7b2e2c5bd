"""A client that asks too often is told to wait, in its own terms."""

from ipaddress import ip_network

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from config.rates import Rate
from tests.factories import StoryPageFactory

API = "/api/delivery/v1/"
CDN, VISITOR = "10.0.0.1", "203.0.113.9"
pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture
def limit(settings):
    """`limit("reads", 2)`: twice a day."""

    def to(name, times):
        settings.RATE_LIMITS = {**settings.RATE_LIMITS, name: Rate(times, 86_400)}

    return to


def statuses(client, path, times=3, **request):
    return [client.get(path, **request).status_code for _turn in range(times)]


def test_reads_are_not_limited_unless_it_is_said(client):
    assert set(statuses(client, f"{API}locales/", 40)) == {200}


def test_the_api_answers_with_a_problem(client, limit):
    limit("reads", 2)
    assert statuses(client, f"{API}locales/", 2) == [200, 200]
    for path in (f"{API}locales/", "/api/v2/pages/"):
        response = client.get(path)
        assert response.status_code == 429
        assert response.headers["Content-Type"] == "application/problem+json"
        assert response.headers["Cache-Control"] == "no-store"
        assert 0 < int(response.headers["Retry-After"]) <= 86_400
        assert response.json()["status"] == 429
    readable = client.get(f"{API}locales/").headers
    assert readable["Access-Control-Allow-Origin"] == "*"
    assert "Retry-After" in readable["Access-Control-Expose-Headers"]


@pytest.mark.parametrize(
    ("path", "accepted", "language", "direction"),
    [
        ("/ar/", "en", "ar", "rtl"),
        ("/", "bn,en;q=0.5", "bn", "ltr"),
        ("/media/x.jpg", "", "en", "ltr"),
    ],
)
def test_visitors_are_told_in_their_language(client, limit, path, accepted, language, direction):
    limit("reads", 1)
    headers = {"Accept-Language": accepted}
    client.get(path, headers=headers)
    with CaptureQueriesContext(connection) as queries:
        response = client.get(path, headers=headers)
    assert (response.status_code, len(queries)) == (429, 0)
    assert response.headers["Content-Language"] == language
    assert f'<html lang="{language}" dir="{direction}">' in response.text
    assert int(response.headers["Retry-After"]) > 0
    assert "Content-Security-Policy" in response.headers
    assert "<h1>" in response.text


def test_what_is_kept_is_counted_and_costs_no_more(client, limit):
    StoryPageFactory(slug="song")
    assert statuses(client, "/en/stories/song/", 2) == [200, 200]
    limit("reads", 2)
    for _turn in range(2):
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/en/stories/song/").status_code == 200
        assert len(queries) == 1
    assert client.get("/en/stories/song/").status_code == 429


def test_health_is_always_told(client, limit):
    limit("reads", 1)
    assert statuses(client, "/healthz") == [200] * 3
    assert statuses(client, "/admin/login/") == [200] * 3


def test_everybody_has_their_own(client, limit):
    limit("reads", 1)
    assert statuses(client, "/ar/", 2, REMOTE_ADDR=VISITOR)[1] == 429
    assert statuses(client, "/ar/", 1, REMOTE_ADDR="203.0.113.10") == [200]


def test_nobody_is_another_by_saying_so(client, limit):
    limit("reads", 1)
    said = [{"X-Forwarded-For": f"198.51.100.{number}"} for number in range(2)]
    answers = [client.get("/ar/", headers=headers).status_code for headers in said]
    assert answers == [200, 429]


def test_a_visitor_is_who_a_known_proxy_says(client, limit, settings):
    settings.TRUSTED_PROXIES = [ip_network("10.0.0.0/8")]
    limit("reads", 1)

    def asked(forwarded):
        headers = {"X-Forwarded-For": forwarded}
        return client.get("/ar/", REMOTE_ADDR=CDN, headers=headers).status_code

    assert [asked(VISITOR), asked("203.0.113.10"), asked(f"1.1.1.1, {VISITOR}")] == [200, 200, 429]


@pytest.mark.parametrize("remote", [CDN, "::ffff:10.0.0.1", ""])
def test_a_cdn_that_names_no_visitor_is_no_visitor(client, limit, settings, remote):
    settings.TRUSTED_PROXIES = [ip_network("10.0.0.0/8")]
    limit("reads", 1)
    assert statuses(client, "/ar/", REMOTE_ADDR=remote) == [200] * 3


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("::ffff:203.0.113.9", VISITOR, True),
        ("::ffff:203.0.113.9", "::ffff:203.0.113.10", False),
    ],
)
def test_a_household_has_one_network_of_ipv6(client, limit, one, other, is_same):
    limit("reads", 1)
    client.get("/ar/", REMOTE_ADDR=one)
    assert statuses(client, "/ar/", 1, REMOTE_ADDR=other) == [429 if is_same else 200]


@pytest.mark.parametrize(
    "path", [f"{API}stories/?q=river", "/api/v2/pages/?search=river", "/en/stories/?q=river"]
)
def test_search_has_a_limit_of_its_own(client, limit, path):
    limit("search", 1)
    assert statuses(client, path, 2)[1] == 429
    assert statuses(client, "/ar/", 1) == [200]


def test_passwords_of_pages_cannot_be_guessed(client, limit):
    story = StoryPageFactory(slug="song")
    restriction = PageViewRestriction.objects.create(
        page=story, restriction_type="password", password="open"
    )
    limit("passwords", 2)
    url = f"/en/_util/authenticate_with_password/{restriction.pk}/{story.pk}/"

    def guess(word):
        return client.post(url, {"password": word, "return_url": "/en/"}).status_code

    assert [guess("one"), guess("two"), guess("open")] == [200, 200, 429]
    assert client.get("/en/stories/song/").status_code == 200


def test_new_passwords_are_not_asked_for_without_end(client, limit):
    limit("passwords", 1)
    asked = [
        client.post("/admin/password_reset/", {"email": "a@example.org"}) for _turn in range(2)
    ]
    assert [response.status_code for response in asked] == [302, 429]


def test_writes_have_a_limit(client, limit):
    limit("writes", 1)
    assert [client.post("/api/no/").status_code for _turn in range(2)] == [404, 429]


def test_tokens_cannot_be_guessed(client, limit):
    limit("tokens", 2)
    path = f"{API}resolve/?path=/en/&preview="
    assert [client.get(path + guess).status_code for guess in "abc"] == [400, 400, 429]
    assert statuses(client, f"{API}locales/", 1) == [200]
