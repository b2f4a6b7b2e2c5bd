"""What is kept leaves the site at once, and is exactly what the whole site would have answered."""

import threading
from collections import namedtuple
from copy import deepcopy
from datetime import UTC, datetime, timedelta
from ipaddress import ip_network

import pytest
from django.db import connection
from django.utils import timezone
from wagtail.models import PageViewRestriction

from config.rates import Rate
from config.wsgi import application
from stories.delivery.finishing import left_to_others
from stories.delivery.ledger import ledger
from stories.delivery.line import Line, is_last, line
from stories.delivery.log import Change, Entry, Head, append
from stories.delivery.page_cache import Kept
from stories.delivery.shelf import BESIDE, Held, Shelf
from tests.factories import StoryImageFactory, StoryPageFactory, ThemeFactory
from tests.once import lived_in

API = "/api/delivery/v1/"
PROXY = "10.0.0.1"
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.any_database]
Answer = namedtuple("Answer", "status headers body is_at_once")


@pytest.fixture
def ask(rf):
    """`ask(path, **headers)`: an answer of the site as its web server gets it."""

    def asked(path, method="GET", meta=None, **headers):
        headers = {"host": "testserver", **headers}
        environ = rf.generic(method, path, headers=headers, **(meta or {})).environ
        told = []
        response = application(environ, lambda *said: told.extend(said))
        body = b"".join(response)
        if not isinstance(response, list):
            response.close()
        return Answer(told[0], sorted(told[1]), body, isinstance(response, list))

    yield asked
    line.close()


def make_story():
    return StoryPageFactory(
        slug="song",
        title="Song",
        themes=[ThemeFactory(name="Weaving")],
        lead_image=StoryImageFactory(),
        lead_image_alt="A quay",
    )


made = lived_in(make_story)


@pytest.fixture
def story(made):
    return deepcopy(made)


@pytest.fixture
def addresses(story):
    return [
        "/en/", "/en/stories/song/", "/ar/stories/song/", "/en/stories/?theme=weaving",
        f"{API}stories/", f"{API}stories/{story.translation_key}/?locale=ar",
        f"{API}search/?q=song", "/bn/search/?q=song", f"{API}openapi.json",
        f"/api/v2/pages/{story.pk}/",
    ]  # fmt: skip


def tag_of(answer):
    return dict(answer.headers)["ETag"]


def test_it_is_the_same_to_the_last_header(ask, addresses, settings):
    settings.EDGE_HEADERS = ["Surrogate-Control"]
    for path in addresses:
        made = ask(path)
        for known in (None, '"another"', tag_of(made), f'"another", W/{tag_of(made)}', "*"):
            headers = {} if known is None else {"if-none-match": known}
            first, second = ask(path, **headers), ask(path, **headers)
            assert second.is_at_once, (path, known)
            assert second[:3] == first[:3]
            assert first.status[:3] == ("200" if known in (None, '"another"') else "304")
            assert second.body == (made.body if second.status == "200 OK" else b"")
    assert {"Content-Security-Policy", "Permissions-Policy", "X-Content-Type-Options",
            "Surrogate-Control", "Cache-Control"} <= dict(ask("/en/").headers).keys()  # fmt: skip


def test_lifetimes_are_those_of_the_moment(ask, story, monkeypatch):
    story.expire_at = timezone.now() + timedelta(seconds=50)
    story.save()
    first = ask("/en/stories/song/")
    later = timezone.now() + timedelta(seconds=20)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)
    second = ask("/en/stories/song/")
    assert second.is_at_once
    assert [name for name, _value in second.headers] == [name for name, _value in first.headers]
    said = dict(second.headers)["Cache-Control"].partition("s-maxage=")[2]
    assert int(said.partition(",")[0]) <= 30
    later += timedelta(seconds=40)
    assert ask("/en/stories/song/").status == "404 Not Found"


def test_what_is_personal_counted_or_no_reading_is_never_answered_at_once(ask, story, settings):
    path = "/en/stories/song/"
    for _turn in range(2):
        made = ask(path)
    assert made.is_at_once
    assert not ask(path, cookie=f"a=b; {settings.SESSION_COOKIE_NAME}=x").is_at_once
    assert not ask(path, authorization="Bearer x").is_at_once
    assert not ask(f"{path}?preview=x").is_at_once
    assert ask(path, cookie="django_language=bn").is_at_once
    head = ask(path, method="HEAD")
    assert (head.headers, head.body) == (made.headers, b"")
    assert ask(path, method="POST").status[:3] in ("403", "405")
    for _turn in range(2):
        assert ask(path, host="elsewhere.example").status == "400 Bad Request"
    settings.RATE_LIMITS = {**settings.RATE_LIMITS, "search": Rate(2, 86_400)}
    searched = [ask(f"{API}stories/?%71=song") for _turn in range(3)]
    assert [answer.status[:3] for answer in searched] == ["200", "200", "429"]


def test_private_pages_are_asked_for_each_time(ask, story):
    assert ask("/en/stories/song/").status == "200 OK"
    PageViewRestriction.objects.create(page=story, restriction_type="login")
    for _turn in range(3):
        answer = ask("/en/stories/song/")
        assert (answer.status, answer.is_at_once) == ("302 Found", False)


def test_https_is_believed_of_known_proxies_only(ask, story, settings):
    settings.TRUSTED_PROXIES = [ip_network("10.0.0.0/8")]
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

    def asked(remote, scheme):
        answer = ask(
            f"{API}locales/", meta={"REMOTE_ADDR": remote}, **{"x-forwarded-proto": scheme}
        )
        return "Strict-Transport-Security" in dict(answer.headers), answer.is_at_once

    # Django says so itself, once, of each scheme; what is at hand of one is not given out for the other.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("django.middleware.security.SecurityMiddleware.process_response", secured)
        assert [asked(PROXY, "https") for _turn in range(2)] == [(True, False), (True, True)]
        assert [asked(PROXY, "http") for _turn in range(2)] == [(False, False), (False, True)]
        assert asked("203.0.113.9", "https") == (False, True)


def secured(_self, request, response):
    if request.is_secure():
        response.headers["Strict-Transport-Security"] = "max-age=1"
    return response


def test_a_line_that_was_lost_is_opened_again(ask, story):
    for _turn in range(2):
        ask("/en/stories/song/")
    line.connection.connection.close()
    for _turn in range(2):
        assert ask("/en/stories/song/").is_at_once
    story.title = "Sea"
    story.save()
    line.connection.connection.close()
    assert b"Sea" in ask("/en/stories/song/").body


def test_the_question_is_the_same_behind_a_pooler(story):
    row = Change.objects.last()
    asked = Line()
    try:
        for _turn in range(2):
            for by in (asked, None):
                assert is_last(asked.connection, row.seq, row.at, by)
                assert not is_last(asked.connection, row.seq - 1, row.at, by)
                assert not is_last(
                    asked.connection, row.seq, row.at + timedelta(microseconds=1), by
                )
            asked.connection.settings_dict = {
                **asked.connection.settings_dict, "DISABLE_SERVER_SIDE_CURSORS": True
            }  # fmt: skip
    finally:
        asked.close()


def test_a_log_put_back_from_a_backup_leaves_nothing_at_hand(ask, story):
    for _turn in range(2):
        ask("/en/stories/song/")
    last = Change.objects.last()
    later = last.at + timedelta(seconds=1)
    Change.objects.filter(pk=last.pk).delete()
    Head.objects.update(seq=last.seq - 1)
    append([Entry("updated", "story", tags=frozenset({"other"}))])
    Change.objects.filter(pk=last.pk).update(at=later)
    assert not ask("/en/stories/song/").is_at_once
    assert ask("/en/stories/song/").is_at_once


def test_nobody_reads_what_was_changed_before_they_asked(ask, story):
    """Many ask at once, and share the question whether anything has changed."""
    theme, address = story.themes.get(), "/api/delivery/v1/stories/?fields=themes.title"
    theme.name = "Theme 0"
    theme.save()
    published, stale, asked, is_over = [0], [], [], threading.Event()

    def read():
        try:
            while not is_over.is_set():
                before = published[0]
                answer = ask(address)
                number = int(answer.body.partition(b"Theme ")[2].partition(b'"')[0])
                asked.append(answer.is_at_once)
                if number < before:
                    stale.append((number, before))
        finally:
            connection.close()

    readers = [threading.Thread(target=read) for _ in range(6)]
    for reader in readers:
        reader.start()
    for number in range(1, 41):
        theme.name = f"Theme {number}"
        with left_to_others():  # or every change would have to wait for the page that shows it
            theme.save()
        published[0] = number
    is_over.set()
    for reader in readers:
        reader.join()
    assert stale == []
    assert any(asked)


def test_as_much_is_at_hand_as_fits(settings):
    settings.KEPT_MEGABYTES = 1
    shelf = Shelf()
    body = bytes(250_000 - BESIDE)
    for number in range(5):
        shelf.put(number, Held(Kept(0, None, {}, body)))
        shelf.get(0)
    assert [number for number in range(5) if shelf.get(number)] == [0, 2, 3, 4]
    shelf.put("larger", Held(Kept(0, None, {}, bytes(1_000_001))))
    assert shelf.get("larger") is None


def test_last_changes_are_told_in_universal_time(ask, story):
    Change.objects.filter(seq=Change.objects.last().seq).update(
        at=datetime(2026, 7, 1, 12, tzinfo=UTC)
    )
    ledger.forget()
    assert dict(ask(f"{API}openapi.json").headers)["Last-Modified"].endswith("12:00:00 GMT")
