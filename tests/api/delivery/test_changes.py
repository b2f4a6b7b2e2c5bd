"""Following the publication log over HTTP."""

import random

import pytest
from wagtail.models import Page, PageViewRestriction

from stories.delivery.withdrawal.record import Withdrawal
from stories.delivery.withdrawal.withdrawing import lift, withdraw
from stories.models import StoryPage
from tests.factories import ProjectPageFactory, StoryPageFactory

ROOT = "/api/delivery/v1/"
pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(client):
    def get(path, **parameters):
        response = client.get(ROOT + path, parameters)
        assert response.status_code == 200, response.content
        return response.json()

    return get


@pytest.fixture
def follow(ask):
    """`follow(since)` is all changes since a cursor, and the next cursor."""

    def changes(since=None, **parameters):
        items = []
        while True:
            answer = ask("changes/", **({"since": since} if since else {}), limit=7, **parameters)
            items += answer["items"]
            since = answer["cursor"]
            if not answer["has_more"]:
                return items, since

    return changes


def test_a_change_in_the_words_of_the_contract(follow):
    _before, cursor = follow()
    story = StoryPageFactory(slug="song", language="bn")
    [change], _cursor = follow(cursor)
    assert change == {
        "seq": change["seq"],
        "at": change["at"],
        "kind": "published",
        "id": str(story.translation_key),
        "type": "story",
        "locale": "bn",
        "url": "http://testserver/bn/stories/song/",
    }
    assert change["at"].endswith("Z")


def test_the_log_gives_no_address_that_was_taken_back(client, follow):
    _before, cursor = follow()
    story = StoryPageFactory(slug="a-name")
    story.slug = "another-name"
    story.save()
    assert [each["url"] for each in follow(cursor)[0]] == [
        "http://testserver/en/stories/another-name/"
    ] * 2
    story.unpublish()
    changes, _cursor = follow(cursor)
    assert [(each["kind"], each["url"]) for each in changes] == [
        ("published", ""),
        ("moved", ""),
        ("unpublished", ""),
    ]


def test_only_of_a_type_or_a_language(follow):
    _before, cursor = follow()
    english = StoryPageFactory(language="en")
    StoryPageFactory(language="bn", translation_of=english)
    ProjectPageFactory(language="en")
    kinds = [each["type"] for each in follow(cursor, locale="en")[0]]
    assert kinds == ["story", "project"]
    stories, after = follow(cursor, type="story")
    assert [each["locale"] for each in stories] == ["en", "bn"]
    assert follow(after)[0] == []


def test_who_begins_with_the_latest_hears_only_of_what_comes(follow):
    StoryPageFactory()
    before, cursor = follow("latest")
    assert before == []
    assert follow("latest") == ([], cursor)
    StoryPageFactory(slug="song")
    assert [each["kind"] for each in follow(cursor)[0]] == ["published"]
    assert follow("latest")[1] != cursor


@pytest.mark.parametrize("since", ["nonsense", "MTo5OTk5OTk", "!", "é", "MTotMQ"])
def test_what_is_no_cursor_is_refused(client, since):
    response = client.get(f"{ROOT}changes/", {"since": since})
    assert response.status_code == 400
    assert [each["name"] for each in response.json()["errors"]] == ["since"]


def test_no_cache_answers_for_the_log(client):
    response = client.get(f"{ROOT}changes/")
    assert response.headers["Cache-Control"] == (
        "public, max-age=0, s-maxage=0, stale-while-revalidate=0"
    )
    again = client.get(f"{ROOT}changes/", headers={"If-None-Match": response.headers["ETag"]})
    assert again.status_code == 304
    StoryPageFactory()
    assert client.get(f"{ROOT}changes/").headers["ETag"] != response.headers["ETag"]


class Copy:
    """A client's copy of the stories in one language, kept up to date by following changes."""

    def __init__(self, ask, follow):
        self.ask, self.follow = ask, follow
        self.cards, self.cursor = {}, None

    def sync(self):
        changes, self.cursor = self.follow(self.cursor)
        stale = {each["id"] for each in changes}
        stale |= {key for key, card in self.cards.items() if stale & named(card)}
        for key in {each["id"] for each in changes if each["type"] == "story"} | stale:
            self.cards.pop(key, None)
        listed = self.ask("stories/", locale="ar", limit=100)["items"]
        self.cards |= {card["id"]: card for card in listed if card["id"] in stale}


def named(shape):
    """Every identity in a card."""
    if isinstance(shape, dict):
        return {shape.get("id")}.union(*map(named, shape.values()))
    return set().union(*map(named, shape)) if isinstance(shape, list) else set()


@pytest.mark.parametrize("seed", range(4))
def test_who_follows_changes_has_what_a_fresh_list_has(ask, follow, seed):
    chance = random.Random(seed)
    copy = Copy(ask, follow)
    projects = [ProjectPageFactory(slug=f"project-{number}") for number in range(2)]

    def tell():
        StoryPageFactory(project=chance.choice(projects), language=chance.choice(["en", "bn"]))

    def translate(story):
        tag = chance.choice(["en", "bn", "ar"])
        if not StoryPage.objects.filter(
            translation_key=story.translation_key, locale__language_code=tag
        ).exists():
            StoryPageFactory(language=tag, translation_of=story)

    def rename(story):
        story.slug = f"story-{chance.randrange(10**6)}"
        story.save_revision().publish()

    def retitle(story):
        story.title = f"Title {chance.random()}"
        story.save_revision().publish()

    def hide(story):
        story.unpublish()

    def show(story):
        story.get_latest_revision_as_object().save_revision().publish()

    def take_back(story):
        withdrawal = Withdrawal.objects.filter(key=story.translation_key).first()
        if withdrawal:
            lift(withdrawal)
        elif story.live or story.first_published_at:
            withdraw(story.translation_key)

    def delete(story):
        Page.objects.get(pk=story.pk).delete()

    def restrict(story):
        if story.view_restrictions.exists():
            story.view_restrictions.all().delete()
        else:
            PageViewRestriction.objects.create(page=story, restriction_type="login")

    def rename_project():
        project = chance.choice(projects)
        project.refresh_from_db()
        project.title = f"Project {chance.random()}"
        project.save()

    acts = [translate, rename, retitle, hide, show, take_back, delete, restrict]
    for _turn in range(5):
        for _act in range(6):
            stories = list(StoryPage.objects.order_by("pk"))
            if not stories or chance.random() < 0.3:
                chance.choice([tell, rename_project])()
            else:
                chance.choice(acts)(chance.choice(stories))
        copy.sync()
        fresh = ask("stories/", locale="ar", limit=100)["items"]
        assert copy.cards == {card["id"]: card for card in fresh}
