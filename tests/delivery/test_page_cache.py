"""Answers are kept as long as the publication log says that nothing in them has changed."""

import signal
import time
from copy import deepcopy
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Locale, PageViewRestriction

from config.caches import ForgivingRedisCache
from stories.delivery.ledger import ledger
from stories.delivery.log import Change, Entry, Head, append
from stories.delivery.shelf import Held, shelf
from tests.factories import (
    ProjectPageFactory,
    StoryImageFactory,
    StoryPageFactory,
    ThemeFactory,
)
from tests.once import forget_answers, once

API = "/api/delivery/v1/"
pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture
def is_kept(client):
    """`is_kept(path)`: whether it is answered without being made anew, which takes the log's one query."""

    def asked(path):
        with CaptureQueriesContext(connection) as queries:
            response = client.get(path)
        assert response.status_code == 200
        return len(queries) == 1

    return asked


def make_story():
    project = ProjectPageFactory(slug="quay")
    return StoryPageFactory(
        slug="song",
        title="Song",
        project=project,
        themes=[ThemeFactory(name="Weaving")],
        lead_image=StoryImageFactory(),
        lead_image_alt="A quay",
    )


made = once(make_story)


@pytest.fixture
def story(made, db):
    return deepcopy(made)


@pytest.fixture
def addresses(story):
    """Answers that show the story or something of it."""
    return [
        "/en/stories/song/",
        "/ar/stories/song/",
        "/en/stories/",
        "/en/projects/quay/",
        f"{API}stories/?locale=bn",
        f"{API}stories/{story.translation_key}/",
        f"{API}projects/{story.project.translation_key}/",
        f"{API}resolve/?path=/en/stories/song/",
        f"{API}search/?q=song",
        "/en/search/?q=song",
        f"/api/v2/pages/{story.pk}/",
        f"/api/v2/pages/{story.pk}/?fields=_,title",
        f"/api/v2/pages/{story.project.pk}/",
        "/api/v2/pages/?type=stories.StoryPage&fields=*",
        "/api/v2/pages/?fields=themes,lead_image",
    ]


def warm(client, addresses):
    return {address: client.get(address).content for address in addresses}


def test_the_second_answer_costs_one_query(client, is_kept, addresses):
    first = warm(client, addresses)
    for address in addresses:
        assert is_kept(address), address
        assert client.get(address).content == first[address]


def test_files_are_known_again_and_asked_for_each_time(client, is_kept, story):
    picture = story.lead_image
    for path in ("/api/v2/images/", f"/api/v2/images/{picture.pk}/", "/api/v2/documents/"):
        response = client.get(path)
        assert "s-maxage" in response.headers["Cache-Control"]
        assert response.headers["Last-Modified"]
        assert not is_kept(path)
        again = client.get(path, headers={"If-None-Match": response.headers["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
    assert f"i-{picture.pk}" in client.get(f"/api/v2/images/{picture.pk}/").headers["Cache-Tag"]


def test_chance_and_searches_are_not_kept(client, is_kept, story):
    assert "no-store" in client.get("/api/v2/pages/?order=random").headers["Cache-Control"]
    assert "ETag" in client.get("/api/v2/pages/?search=song").headers
    assert not is_kept("/api/v2/pages/?search=song")


def test_a_list_ends_when_one_of_its_pages_does(client, story):
    StoryPageFactory(expire_at=timezone.now() + timedelta(seconds=30))
    said = client.get("/api/v2/pages/?limit=1").headers["Cache-Control"]
    assert int(said.partition("s-maxage=")[2].partition(",")[0]) <= 30


def test_who_has_an_answer_pays_one_query(client, addresses):
    for address in addresses:
        tag = client.get(address).headers["ETag"]
        with CaptureQueriesContext(connection) as queries:
            response = client.get(address, headers={"If-None-Match": tag})
        assert (response.status_code, len(queries)) == (304, 1), address
        assert response.headers["Cache-Tag"]


def change_title(story):
    story.title = "Another song"
    story.save_revision().publish()


def change_word(story):
    theme = story.themes.get()
    theme.name = "Looms"
    theme.save()


def change_project(story):
    project = story.project
    project.title = "Pier"
    project.save_revision().publish()


def change_picture(story):
    story.lead_image.credit_line = "Someone else"
    story.lead_image.save()


def translate(story):
    StoryPageFactory(language="bn", translation_of=story, title="গান")


def change_home(story):
    home = story.get_ancestors().get(depth=2).specific
    home.organisation = "The Other Museum"
    home.save_revision().publish()


def add_language(story):
    Locale.objects.create(language_code="so")


@pytest.mark.parametrize(
    "change",
    [
        change_title,
        change_word,
        change_project,
        change_picture,
        translate,
        change_home,
        add_language,
    ],
)
def test_no_answer_is_older_than_the_last_change(client, addresses, story, change):
    warm(client, addresses)
    change(story)
    kept = warm(client, addresses)
    forget_answers()
    assert warm(client, addresses) == kept


@pytest.mark.parametrize("way", ["unpublish", "restrict", "delete"])
def test_what_was_taken_back_is_gone_at_once(client, addresses, story, way):
    warm(client, addresses)
    if way == "unpublish":
        story.unpublish()
    elif way == "restrict":
        PageViewRestriction.objects.create(page=story, restriction_type="login")
    else:
        story.delete()
    for address in addresses:
        response = client.get(address)
        assert response.status_code in (200, 302, 404)
        assert b"A quay" not in response.content, address


def test_little_else_is_made_anew(client, is_kept):
    stories = [StoryPageFactory(slug=f"story-{number}") for number in range(24)]
    addresses = [f"/en/stories/story-{number}/" for number in range(24)]
    addresses += [f"{API}stories/{story.translation_key}/" for story in stories]
    warm(client, addresses)
    stories[0].title = "New"
    stories[0].save_revision().publish()
    StoryPageFactory(slug="one-more")
    made_anew = [address for address in addresses if not is_kept(address)]
    assert made_anew == ["/en/stories/story-0/", f"{API}stories/{stories[0].translation_key}/"]


def test_a_publication_leaves_nearly_all_of_ten_thousand_answers_valid(client):
    """A site of which there are as many more, with the same words and pictures, and other pages."""
    theme, picture = ThemeFactory(name="Weaving"), StoryImageFactory()
    project = ProjectPageFactory(slug="pier", themes=[theme])
    stories = [
        StoryPageFactory(
            slug=f"story-{number}", project=project, themes=[theme],
            lead_image=picture, lead_image_alt="A quay",
        )
        for number in range(6)
    ]  # fmt: skip
    warm(client, [f"/{tag}/stories/{each.slug}/" for each in stories for tag in ("en", "bn")])
    warm(client, [f"{API}stories/{each.translation_key}/" for each in stories])
    warm(client, ["/en/projects/pier/", f"{API}projects/{project.translation_key}/"])
    answers = [held.kept for _address, held in shelf.items()]
    others = [
        Held(
            replace(kept, headers={**kept.headers, "Cache-Tag": of_other_pages(kept.tags, number)})
        )
        for number in range(10_000 // len(answers))
        for kept in answers
    ]
    change_title(stories[0])
    StoryPageFactory(slug="one-more", project=project, themes=[theme])
    ledger.follow()
    valid = sum(other.is_valid() for other in others)
    assert len(others) == 10_000
    assert valid / len(others) >= 0.95


def of_other_pages(tags, number):
    """The tags of the same answer about the `number`-th copy of its pages; the 0th are themselves."""
    return ",".join(
        f"{tag}-{number}" if number and tag.startswith(("p-", "l-", "n-", "in-", "at-")) else tag
        for tag in tags
    )


def test_an_answer_ends_when_something_in_it_does(client, is_kept, story, monkeypatch):
    story.expire_at = timezone.now() + timedelta(minutes=2)
    story.save()
    client.get("/en/stories/song/")
    assert is_kept("/en/stories/song/")
    later = timezone.now() + timedelta(minutes=3)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)
    assert client.get("/en/stories/song/").status_code == 404


def test_nothing_is_kept_for_or_of_who_has_signed_in(client, admin_client, is_kept, story):
    admin_client.get("/en/stories/song/")
    assert not is_kept("/en/stories/song/")
    assert is_kept("/en/stories/song/")
    with CaptureQueriesContext(connection) as queries:
        admin_client.get("/en/stories/song/")
    assert len(queries) > 1


def test_private_pages_are_nobodys_to_keep(client, story):
    restriction = PageViewRestriction.objects.create(
        page=story, restriction_type="password", password="open"
    )
    asked = client.get("/en/stories/song/")
    assert "ETag" not in asked.headers
    url = f"/en/_util/authenticate_with_password/{restriction.pk}/{story.pk}/"
    client.post(url, {"password": "open", "return_url": "/en/stories/song/"})
    shown = client.get("/en/stories/song/")
    assert b"Song" in shown.content
    assert "private" in shown.headers["Cache-Control"]
    assert "no-store" in shown.headers["Cache-Control"]
    assert b"A quay" not in Client().get("/en/stories/song/").content


def test_a_log_put_back_from_a_backup_is_noticed(client, is_kept, story):
    client.get("/en/stories/song/")
    assert is_kept("/en/stories/song/")
    last = Change.objects.order_by("-seq")[:1].get()
    Change.objects.filter(pk=last.pk).delete()
    Head.objects.update(seq=last.seq - 1)
    assert not is_kept("/en/stories/song/")


def test_the_ledger_forgets_the_oldest_and_then_trusts_nobody_older(monkeypatch):
    monkeypatch.setattr("stories.delivery.ledger.REMEMBERED", 5)
    for number in range(10):
        append([Entry("updated", "story", tags=frozenset({f"tag-{number}"}))])
    head = ledger.follow()
    assert ledger.is_valid(head, {"tag-0"})
    assert not ledger.is_valid(head - 8, {"never-touched"})
    assert ledger.is_valid(head - 1, {"never-touched"})
    assert not ledger.is_valid(head - 1, {"tag-9"})


@pytest.mark.parametrize("trouble", [signal.SIGKILL, signal.SIGSTOP])
def test_without_redis_the_site_works(client, settings, redis_server, story, trouble):
    settings.CACHES = {
        "default": {
            "BACKEND": "config.caches.ForgivingRedisCache",
            "LOCATION": redis_server.url,
            "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 1},
        }
    }
    first = client.get("/en/stories/song/").content
    assert client.get("/en/stories/song/").content == first
    redis_server.process.send_signal(trouble)
    started = time.monotonic()
    for _turn in range(5):
        assert client.get("/en/stories/song/").content == first
    assert time.monotonic() - started < 5  # it is not waited for each time
    assert client.get("/readyz").json()["down"] == ["cache"]
    if trouble == signal.SIGSTOP:
        redis_server.process.send_signal(signal.SIGCONT)
    ForgivingRedisCache.rests_until = 0.0
