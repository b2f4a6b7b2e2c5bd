"""Texts leave the site compressed for who can read them so, and are known again."""

import gzip
from wsgiref.util import setup_testing_defaults

import pytest
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections

from config import compression, wsgi
from config.compression import Compressed
from tests.factories import StoryPageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
PAGE = "/en/stories/song/"


@pytest.fixture
def ask():
    # As Django's own test client does, so that the test keeps its connection to the database.
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield asking()
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def asking():
    application = Compressed(get_wsgi_application())

    def asked(path, **headers):
        """``(status, headers, body)`` as a web server gets them."""
        environ = {"HTTP_HOST": "testserver", "PATH_INFO": path.partition("?")[0]}
        environ["QUERY_STRING"] = path.partition("?")[2]
        setup_testing_defaults(environ)
        environ |= {f"HTTP_{name.upper()}": value for name, value in headers.items()}
        said = []
        answer = application(environ, lambda *told: said.append(told))
        body = b"".join(answer)
        if hasattr(answer, "close"):
            answer.close()
        [(status, headers)] = said
        return int(status[:3]), dict(headers), body

    return asked


@pytest.fixture
def song():
    return StoryPageFactory(title="River song", slug="song", summary="What the river remembers")


@pytest.mark.parametrize("path", [PAGE, "/api/delivery/v1/stories/", "/en/manifest.webmanifest"])
def test_texts_are_compressed_for_who_can_read_them_so(ask, song, path):
    _, plain_headers, plain = ask(path)
    status, headers, packed = ask(path, accept_encoding="gzip, br")
    assert status == 200
    assert gzip.decompress(packed) == plain
    assert len(packed) < len(plain)
    assert headers["Content-Encoding"] == "gzip"
    assert headers["Content-Length"] == str(len(packed))
    assert "Accept-Encoding" in headers["Vary"]
    assert headers["ETag"] == f'{plain_headers["ETag"][:-1]}-gzip"'
    assert headers["Cache-Control"] == plain_headers["Cache-Control"]
    assert "Content-Encoding" not in plain_headers
    status, again, body = ask(path, accept_encoding="gzip", if_none_match=headers["ETag"])
    assert (status, again["ETag"], body) == (304, headers["ETag"], b"")
    assert again["Vary"] == headers["Vary"]


def test_who_has_it_packed_does_not_have_it_unpacked(ask, song):
    packed = ask(PAGE, accept_encoding="gzip")[1]["ETag"]
    assert ask(PAGE, if_none_match=packed)[0] == 200
    plain = ask(PAGE)[1]["ETag"]
    status, headers, _ = ask(PAGE, accept_encoding="gzip", if_none_match=plain)
    assert (status, headers["ETag"]) == (304, plain)
    assert ask(PAGE, accept_encoding="gzip", if_none_match=f"W/{packed}, {plain}")[0] == 304


def test_a_304_without_an_etag_stays_as_it_is():
    def unchanged(environ, start_response):
        start_response("304 Not Modified", [("Last-Modified", "today")])
        return []

    said = []
    environ = {"HTTP_ACCEPT_ENCODING": "gzip", "HTTP_IF_NONE_MATCH": '"x-gzip"'}
    Compressed(unchanged)(environ, lambda *told: said.append(told))
    assert said == [("304 Not Modified", [("Last-Modified", "today")])]


def test_a_changed_text_is_packed_anew(ask, song):
    before = ask(PAGE, accept_encoding="gzip")[2]
    song.title = "The river song, again"
    song.save_revision().publish()
    after = ask(PAGE, accept_encoding="gzip")[2]
    assert b"The river song, again" in gzip.decompress(after)
    assert after != before


@pytest.mark.parametrize("path", ["/en/nowhere/", "/admin/login/", "/healthz"])
def test_what_is_not_the_same_for_all_is_left_as_it_is(ask, path):
    _, headers, _ = ask(path, accept_encoding="gzip")
    assert "Content-Encoding" not in headers


def test_only_so_much_is_kept_at_hand(monkeypatch):
    monkeypatch.setattr(compression, "MOST", 10)
    packed = compression.Packed()
    for name in "abc":
        packed.put(name, b"12345")
    assert packed.get("a") is None
    assert packed.get("c") == b"12345"


def test_the_site_is_served_so():
    assert isinstance(wsgi.application, Compressed)
