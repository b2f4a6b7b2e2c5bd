"""What is taken back is public in no language, at none of the addresses that it had, until that is lifted."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from stories.delivery.log import Change, Kind
from stories.delivery.register import PublicPage
from stories.delivery.withdrawal.record import Withdrawal
from stories.delivery.withdrawal.withdrawing import NeverPublic, lift, withdraw
from stories.models import StoryPage
from tests.factories import ProjectPageFactory, StoryPageFactory

API = "/api/delivery/v1"
pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    """A story in English and Bengali that had another address before."""
    story = StoryPageFactory(slug="song", title="River song")
    StoryPageFactory(slug="song", language="bn", translation_of=story)
    story.refresh_from_db()
    story.slug = "river-song"
    story.save_revision().publish()
    return story


def said_since(seq):
    return [(each.kind, each.locale) for each in Change.objects.filter(seq__gt=seq)]


def last():
    return Change.objects.latest("seq").seq


@pytest.mark.parametrize("slug", ["song", "river-song"])
@pytest.mark.parametrize("language", ["en", "bn", "ar"])
def test_gone_at_every_address_in_every_language(client, story, language, slug):
    withdraw(story.translation_key)
    for path in (f"/{language}/stories/{slug}/", f"/{language}/stories/{slug}"):
        response = client.get(path)
        assert response.status_code == 410
        assert response["Content-Language"] == language
        assert "River song" not in response.content.decode()
        resolved = client.get(f"{API}/resolve/", {"path": path})
        assert (resolved.status_code, resolved.json()["reason"]) == (410, "withdrawn")
    assert client.get(f"/{language}/stories/another/").status_code == 404


def test_gone_in_the_api(client, story):
    withdraw(story.translation_key)
    for query in ({}, {"locale": "bn"}, {"locale": "ar", "fallback": "none"}, {"fields": "title"}):
        response = client.get(f"{API}/stories/{story.translation_key}/", query)
        assert response.status_code == 410
        assert response["Content-Type"] == "application/problem+json"
        assert response["Cache-Control"] == "no-store"
        problem = response.json()
        assert (problem["status"], problem["title"]) == (410, "Gone")
        assert problem["reason"] == "withdrawn"
    assert client.get(f"{API}/projects/{story.translation_key}/").status_code == 404
    assert client.get(f"{API}/stories/").json()["count"] == 0


def test_the_log_says_so_of_every_language_that_ever_was_public(client, story):
    bengali = StoryPage.objects.get(locale__language_code="bn")
    bengali.unpublish()
    StoryPageFactory(slug="river-song", language="so", translation_of=story, draft=True)
    before = last()
    withdraw(story.translation_key)
    assert sorted(said_since(before)) == [(Kind.WITHDRAWN, "bn"), (Kind.WITHDRAWN, "en")]
    withdraw(story.translation_key)
    assert len(said_since(before)) == 2
    changes = client.get(f"{API}/changes/", {"type": "story"}).json()["items"]
    assert [each["kind"] for each in changes[-2:]] == ["withdrawn", "withdrawn"]
    assert {each["url"] for each in changes} == {""}


def test_nothing_that_is_published_of_it_is_public(client, story):
    withdraw(story.translation_key)
    again = StoryPage.objects.get(pk=story.pk)
    again.save_revision().publish()
    StoryPageFactory(slug="river-song", language="so", translation_of=story)
    assert not PublicPage.objects.filter(key=story.translation_key).exists()
    for language in ("en", "so"):
        assert client.get(f"/{language}/stories/river-song/").status_code == 410


def test_what_was_to_be_published_later_is_not(client, story):
    revision = story.save_revision(approved_go_live_at=timezone.now() + timedelta(minutes=1))
    withdraw(story.translation_key)
    revision.refresh_from_db()
    assert revision.approved_go_live_at is None
    call_command("publish_scheduled")
    assert not StoryPage.objects.live().exists()


def test_lifted_it_can_be_published_again(client, story):
    withdrawal = withdraw(story.translation_key)
    lift(withdrawal)
    assert client.get("/en/stories/river-song/").status_code == 404
    StoryPage.objects.get(pk=story.pk).save_revision().publish()
    assert client.get("/en/stories/river-song/").status_code == 200
    assert client.get("/bn/stories/river-song/").status_code == 200  # in English


def test_another_page_at_its_address_is_read(client, story):
    withdraw(story.translation_key)
    StoryPage.objects.all().delete()
    assert client.get("/en/stories/song/").status_code == 410
    StoryPageFactory(slug="song")
    assert client.get("/en/stories/song/").status_code == 200
    path = {"path": "/bn/stories/song/", "fallback": "none"}
    assert client.get(f"{API}/resolve/", path).status_code == 404


def test_where_the_page_above_it_had_been(client):
    above = ProjectPageFactory(slug="river")
    below = ProjectPageFactory(slug="talks", parent=above)
    above.slug = "sea"
    above.save_revision().publish()
    withdraw(below.translation_key)
    assert client.get("/en/projects/river/talks/").status_code == 410
    assert client.get("/en/projects/sea/talks/").status_code == 410
    assert client.get("/en/projects/sea/").status_code == 200


def test_what_nobody_could_read_is_not_withdrawn():
    story = StoryPageFactory(draft=True)
    with pytest.raises(NeverPublic):
        withdraw(story.translation_key)
    assert not Withdrawal.objects.exists()
