"""Lists: what is in them, in which order, and what they are filtered by."""

import pytest
from django.utils.timezone import now

from tests.factories import (
    CommunityFactory,
    PlaceFactory,
    ProgrammePageFactory,
    ProjectPageFactory,
    StandardPageFactory,
    StoryPageFactory,
    ThemeFactory,
)


def titles(answer):
    return [item["title"] for item in answer["items"]]


def test_newest_first_unless_asked_otherwise(ask):
    for title in ("Bread", "Apples", "Cherries"):
        StoryPageFactory(title=title)
    assert titles(ask("stories/")) == ["Cherries", "Apples", "Bread"]
    assert titles(ask("stories/", order="-published_at")) == ["Cherries", "Apples", "Bread"]
    assert titles(ask("stories/", order="published_at")) == ["Bread", "Apples", "Cherries"]
    assert titles(ask("stories/", order="title")) == ["Apples", "Bread", "Cherries"]


def test_a_part_of_a_list_knows_how_long_the_whole_is(ask):
    for number in range(5):
        StoryPageFactory(title=f"Story {number}")
    part = ask("stories/", limit=2, offset=1, order="title")
    assert part["count"] == 5
    assert titles(part) == ["Story 1", "Story 2"]


def test_beyond_the_end_of_a_list_there_is_nothing(ask):
    StoryPageFactory()
    assert ask("stories/", offset=7) == {"count": 1, "items": []}


def test_twenty_unless_asked_otherwise(ask):
    StoryPageFactory.create_batch(21)
    answer = ask("stories/")
    assert answer["count"] == 21
    assert len(answer["items"]) == 20


@pytest.mark.parametrize(
    ("path", "factory"),
    [
        ("stories/", StoryPageFactory),
        ("projects/", ProjectPageFactory),
        ("programmes/", ProgrammePageFactory),
        ("pages/", StandardPageFactory),
    ],
)
def test_each_type_has_its_list(ask, path, factory):
    for every in (StoryPageFactory, ProjectPageFactory, ProgrammePageFactory, StandardPageFactory):
        every(title=every.__name__)
    assert titles(ask(path)) == [factory.__name__]


@pytest.mark.parametrize(
    ("name", "field", "factory"),
    [
        ("theme", "themes", ThemeFactory),
        ("community", "communities", CommunityFactory),
        ("place", "places", PlaceFactory),
    ],
)
@pytest.mark.parametrize("path", ["stories/", "projects/", "programmes/", "pages/"])
def test_filtered_by_a_term_by_slug_or_by_id(ask, path, name, field, factory):
    term = factory()
    factories = {
        "stories/": StoryPageFactory,
        "projects/": ProjectPageFactory,
        "programmes/": ProgrammePageFactory,
        "pages/": StandardPageFactory,
    }
    factories[path](title="With it", **{field: [term]})
    factories[path](title="Without it")
    assert titles(ask(path, **{name: term.slug})) == ["With it"]
    assert titles(ask(path, **{name: str(term.translation_key)})) == ["With it"]


def test_a_term_that_nothing_has_is_no_mistake(ask):
    assert ask("stories/", theme=ThemeFactory().slug) == {"count": 0, "items": []}


def test_stories_of_a_programme_are_also_those_of_its_projects(ask):
    programme = ProgrammePageFactory()
    project = ProjectPageFactory(programme=programme)
    StoryPageFactory(title="By itself", programme=programme)
    StoryPageFactory(title="Through its project", project=project)
    StoryPageFactory(title="Of another", project=project, programme=ProgrammePageFactory())
    found = ask("stories/", programme=programme.slug, order="title")
    assert titles(found) == ["By itself", "Through its project"]
    assert found["items"][1]["programme"]["id"] == str(programme.translation_key)
    assert titles(ask("projects/", programme=str(programme.translation_key))) == [project.title]


def test_stories_of_a_project(ask):
    project = ProjectPageFactory()
    StoryPageFactory(title="Of it", project=project)
    StoryPageFactory(title="Of none")
    assert titles(ask("stories/", project=project.slug)) == ["Of it"]


def test_what_belongs_to_nothing_is_in_no_programme(ask):
    programme = ProgrammePageFactory()
    StandardPageFactory()
    assert ask("pages/", programme=programme.slug) == {"count": 0, "items": []}
    assert ask("programmes/", programme=programme.slug) == {"count": 0, "items": []}


def test_served_in_a_language(ask):
    StoryPageFactory(title="English")
    bengali = StoryPageFactory(title="Bengali", language="bn")
    assert titles(ask("stories/", language="bn")) == ["Bengali"]
    StoryPageFactory(title="Bengali in English", translation_of=bengali, language="en")
    assert titles(ask("stories/", language="bn")) == []
    assert titles(ask("stories/", language="bn", locale="bn")) == ["Bengali"]


def test_filtered_by_words(ask):
    StoryPageFactory(title="The river", summary="")
    StoryPageFactory(title="A song", summary="Of the River.")
    StoryPageFactory(title="Bread", summary="")
    assert titles(ask("stories/", q="river", order="title")) == ["A song", "The river"]
    assert ask("stories/", q="")["count"] == 3


def test_filters_are_added_up(ask):
    theme, place = ThemeFactory(), PlaceFactory()
    StoryPageFactory(title="Both", themes=[theme], places=[place])
    StoryPageFactory(title="One", themes=[theme])
    assert titles(ask("stories/", theme=theme.slug, place=place.slug)) == ["Both"]


def test_a_card_says_when_it_was_published_and_changed(ask):
    first, last = now().replace(2023, 5, 1, 9, 0, 0, 0), now().replace(2024, 5, 1, 9, 30, 5, 7)
    StoryPageFactory(first_published_at=first, last_published_at=last)
    [card] = ask("stories/")["items"]
    assert card["published_at"] == "2023-05-01T09:00:00Z"
    assert card["updated_at"] == "2024-05-01T09:30:05Z"
