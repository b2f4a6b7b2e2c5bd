"""Who only reads gets no cookie, and answers that are the same for all say so to caches."""

import pytest

from tests.factories import StoryPageFactory
from tests.fixtures.everything import LANGUAGES

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
ELSEWHERE = [
    "search/",
    "search/?q=river",
    "stories/?theme=rivers",
    "stories/river-song/?beside=ar",
    "offline/",
    "manifest.webmanifest",
    "nowhere/",
]
OUTSIDE = [
    "/",
    "/robots.txt",
    "/service-worker.js",
    "/api/delivery/v1/stories/",
    "/api/delivery/v1/changes/?since=latest",
    "/api/delivery/v1/locales/",
    "/api/v2/pages/",
    "/no/such/",
]


def public(everything):
    for language in LANGUAGES:
        yield from everything.urls(language)
        yield from (f"/{language}/{path}" for path in ELSEWHERE)
    yield from OUTSIDE


def test_who_does_nothing_gets_no_cookie(client, everything_once):
    for url in public(everything_once):
        assert not client.get(url).cookies, url
    assert not client.cookies


def test_pages_vary_by_nothing_that_readers_send(client, everything_once):
    """But for the front door, which leads to the reader's language; one address is one answer."""
    varying = {url: client.get(url).headers.get("Vary", "") for url in public(everything_once)}
    front = varying.pop("/")
    assert {part.strip() for part in front.split(",")} == {"Accept-Language", "Cookie"}
    harmless = {"", "Accept-Encoding"}
    assert {url: vary for url, vary in varying.items() if vary not in harmless} == {}


def test_a_language_cookie_changes_no_page(client):
    StoryPageFactory(slug="song")
    plain = client.get("/en/stories/song/")
    client.cookies["django_language"] = "bn"
    chosen = client.get("/en/stories/song/")
    assert chosen.content == plain.content
    assert not chosen.cookies
    assert client.get("/").headers["Location"] == "/bn/"
