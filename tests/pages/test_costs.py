"""What a page costs: queries that do not grow with what is on it, and bytes."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale

from stories.models import StoryPage
from tests.factories import (
    CommunityFactory,
    PlaceFactory,
    ProgrammePageFactory,
    ProjectPageFactory,
    StoryImageFactory,
    StoryPageFactory,
    ThemeFactory,
)
from tests.fixtures.everything import PATHS

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
BUDGETS = {
    "home": 21,
    "page": 13,
    "programme_index": 13,
    "programme": 15,
    "project_index": 13,
    "project": 15,
    "story_index": 13,
    "story": 13,
}


def queries(client, url):
    ContentType.objects.clear_cache()
    client.get(url)  # what a process asks once
    cache.clear()
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(url).status_code == 200
    return asked


def said(asked):
    return "\n\n".join(each["sql"][:300] for each in asked)


@pytest.mark.parametrize("kind", PATHS)
@pytest.mark.parametrize("language", ["en", "bn"])
def test_page_with_everything_keeps_its_budget(client, everything, kind, language):
    asked = queries(client, f"/{language}/{PATHS[kind]}")
    assert len(asked) <= BUDGETS[kind], said(asked)


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
            lead_image=StoryImageFactory(rendered=True),
            lead_image_alt="A river",
            **values,
        )
        made.append(original)
        for language in languages[1:]:
            StoryPageFactory(translation_of=original, language=language)
    return made


@pytest.mark.parametrize(
    "path", ["stories/", "projects/", "programmes/", "", "stories/?theme=word"]
)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_lists_cost_the_same_for_two_and_for_twenty(client, path, language):
    stories(2)
    two = queries(client, f"/{language}/{path}")
    stories(18, summary="more")
    twenty = queries(client, f"/{language}/{path}")
    assert len(twenty) == len(two), said(twenty)


def test_lists_cost_the_same_in_one_language_and_in_three(client):
    stories(3)
    one = queries(client, "/en/stories/")
    stories(3, languages=("en", "ar", "bn"), summary="more")
    three = queries(client, "/en/stories/")
    assert len(three) == len(one), said(three)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_story_costs_the_same_whatever_it_leads_to(client, language):
    related = stories(2)
    story = StoryPageFactory(slug="song", related_pages=related)
    two = queries(client, f"/{language}/stories/song/")
    story.related_pages = [("page", page) for page in [*related, *stories(10, summary="more")]]
    story.save()
    more = queries(client, f"/{language}/stories/song/")
    assert len(more) == len(two) <= 12, said(more)


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
