"""What a page costs: queries that do not grow with what is on it, and bytes."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale

from stories.delivery.hearing import heard_together
from stories.models import StoryPage
from tests.factories import (
    CommunityFactory,
    PlaceFactory,
    ProgrammePageFactory,
    ProjectPageFactory,
    StoryImageFactory,
    StoryPageFactory,
    ThemeFactory,
    picture_file,
)
from tests.once import measured

from .counting import queries, said

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
LISTS = [
    f"/{language}/{path}"
    for language in ("en", "ar")
    for path in ("stories/", "projects/", "programmes/", "", "stories/?theme=word")
]


@heard_together()
def stories(count, languages=("en",), **values):
    """So many stories, each with a picture, words of its own and a project in a programme."""
    made = []
    for _number in range(count):
        programme = ProgrammePageFactory()
        original = StoryPageFactory(
            slug=f"story-{programme.pk}",
            themes=[ThemeFactory()],
            communities=[CommunityFactory()],
            places=[PlaceFactory()],
            project=ProjectPageFactory(programme=programme, themes=[ThemeFactory()]),
            lead_image=StoryImageFactory(file=picture_file(40, 30), rendered=True),
            lead_image_alt="A river",
            **values,
        )
        made.append(original)
        for language in languages[1:]:
            StoryPageFactory(translation_of=original, language=language)
    return made


def asked_by_lists():
    """What each list asks for two stories, and for twenty: ``({address: queries}, the same)``."""

    def each():
        return {address: queries(Client(), address) for address in LISTS}

    stories(2)
    two = each()
    stories(18, summary="more")
    return two, each()


lists = measured(asked_by_lists)


@pytest.mark.parametrize("address", LISTS)
def test_lists_cost_the_same_for_two_and_for_twenty(lists, address):
    two, twenty = (asked[address] for asked in lists)
    assert len(twenty) == len(two), said(twenty)


def test_lists_cost_the_same_in_one_language_and_in_three(client):
    stories(3)
    one = queries(client, "/en/stories/")
    stories(3, languages=("en", "ar", "bn"), summary="more")
    three = queries(client, "/en/stories/")
    assert len(three) == len(one), said(three)


def test_story_costs_the_same_whatever_it_leads_to(client):
    addresses = ["/en/stories/song/", "/ar/stories/song/"]
    related = stories(2)
    story = StoryPageFactory(slug="song", related_pages=related)
    two = [queries(client, address) for address in addresses]
    story.related_pages = [("page", page) for page in [*related, *stories(10, summary="more")]]
    story.save()
    for before, address in zip(two, addresses, strict=True):
        more = queries(client, address)
        assert len(more) == len(before) <= 12, said(more)


def test_project_costs_the_same_whatever_stories_it_has(client):
    project = ProjectPageFactory(slug="lanterns")
    StoryPageFactory.create_batch(2, project=project)
    two = queries(client, "/en/projects/lanterns/")
    StoryPageFactory.create_batch(18, project=project)
    twenty = queries(client, "/en/projects/lanterns/")
    assert len(twenty) == len(two), said(twenty)


def test_menus_and_switcher_cost_nothing_more_in_more_languages(client):
    StoryPageFactory(slug="song")
    three = queries(client, "/en/stories/song/")
    for tag in ("so", "pl", "fr"):
        Locale.objects.create(language_code=tag)
    six = queries(client, "/en/stories/song/")
    assert len(six) == len(three), said(six)
    assert StoryPage.objects.count() == 1


def test_missing_page_is_cheap(client):
    client.get("/en/stories/nowhere/")  # what a process asks once
    with CaptureQueriesContext(connection) as asked:
        client.get("/en/stories/nowhere/")
    assert len(asked) <= 11, said(asked)
