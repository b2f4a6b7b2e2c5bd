"""Lists: filters, several at once, unknown ones, and pages of a list."""

from copy import deepcopy

import pytest

from stories.presentation import listings
from tests.factories import (
    CommunityFactory,
    PlaceFactory,
    ProgrammePageFactory,
    ProjectPageFactory,
    StoryPageFactory,
    ThemeFactory,
)
from tests.once import once

from .markup import read


def titles(response):
    """What the cards of a list are called, in order."""
    assert response.status_code == 200
    return [each.one("h2").text for each in read(response).all("article", class_="card")]


def make_stories():
    """Three stories: two of rivers, one of these at the quay, told by ferry people."""
    rivers = ThemeFactory(name="Rivers", slug="rivers")
    ferry = CommunityFactory(name="Ferry people", slug="ferry-people")
    quay = PlaceFactory(name="The quay", slug="quay")
    tea = ProgrammePageFactory(title="Tea and talk", slug="tea-and-talk")
    lanterns = ProjectPageFactory(title="Lanterns", slug="lanterns", programme=tea)
    return [
        StoryPageFactory(title="Song", themes=[rivers], communities=[ferry], places=[quay]),
        StoryPageFactory(title="Loom", themes=[rivers], programme=tea),
        StoryPageFactory(title="Lamp", project=lanterns),
    ]


made = once(make_stories)


@pytest.fixture
def stories(made, db):
    return deepcopy(made)


@pytest.fixture
def rivers(stories):
    return stories[0].themes.get()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Lamp", "Loom", "Song"]),
        ("theme=rivers", ["Loom", "Song"]),
        ("community=ferry-people", ["Song"]),
        ("place=quay", ["Song"]),
        ("programme=tea-and-talk", ["Lamp", "Loom"]),
        ("theme=rivers&programme=tea-and-talk", ["Loom"]),
        ("theme=rivers&place=quay&community=ferry-people", ["Song"]),
        ("place=quay&programme=tea-and-talk", []),
        ("theme=", ["Lamp", "Loom", "Song"]),
        ("utm_source=letter", ["Lamp", "Loom", "Song"]),
    ],
)
@pytest.mark.parametrize("language", ["en", "ar", "bn"])
def test_filters(client, stories, query, found, language):
    assert titles(client.get(f"/{language}/stories/?{query}")) == found


def test_projects_are_filtered_by_programme(client, stories):
    ProjectPageFactory(title="Other")
    assert titles(client.get("/en/projects/?programme=tea-and-talk")) == ["Lanterns"]
    assert titles(client.get("/en/projects/")) == ["Other", "Lanterns"]


def test_programmes_are_filtered_by_theme(client, rivers):
    ProgrammePageFactory(title="Boats", themes=[rivers])
    ProgrammePageFactory(title="Bread")
    assert titles(client.get("/en/programmes/?theme=rivers")) == ["Boats"]


def test_identity_filters_as_the_slug_does(client, stories, rivers):
    assert titles(client.get(f"/en/stories/?theme={rivers.translation_key}")) == ["Loom", "Song"]


def test_translated_words_filter_the_same_pages(client, stories, rivers):
    ThemeFactory(name="أنهار", translation_of=rivers, language="ar")
    page = client.get("/ar/stories/?theme=rivers")
    assert titles(page) == ["Loom", "Song"]
    assert "أنهار" in read(page).one("ul", class_="active-filters").text


@pytest.mark.parametrize(
    "query", ["theme=nothing", "place=%00", "community='", "programme=2ad", "theme=" + "x" * 3000]
)
def test_unknown_value_is_an_empty_list_with_a_way_on(client, stories, query):
    response = client.get(f"/en/stories/?{query}")
    assert titles(response) == []
    page = read(response)
    assert "Remove a filter" in page.one("p", class_="listing-empty").text
    assert page.one("ul", class_="active-filters").one("a").attrs["href"] in ("?", "/en/stories/")
    assert "0 stories" in page.one("p", class_="listing-count").text


def test_filter_offers_each_word_in_use_once(client, stories, rivers):
    ThemeFactory(name="Nobody's", slug="nobodys")
    ThemeFactory(name="নদী", translation_of=rivers, language="bn")
    offered = read(client.get("/bn/stories/")).one("select", name="theme").all("option")
    assert [(each.attrs["value"], each.text) for each in offered[1:]] == [("rivers", "নদী")]


def test_active_filter_can_be_removed_and_the_others_stay(client, stories):
    page = read(client.get("/en/stories/?theme=rivers&place=quay"))
    chosen = page.one("ul", class_="active-filters").all("a")
    assert [each.attrs["href"] for each in chosen] == ["?place=quay", "?theme=rivers"]
    assert page.one("select", name="theme").one("option", selected="").attrs["value"] == "rivers"


def test_drafts_and_private_stories_are_not_listed(client, stories):
    StoryPageFactory(title="Draft", draft=True)
    StoryPageFactory(title="Private", private=True)
    StoryPageFactory(title="Expired", expired=True)
    StoryPageFactory(title="Public")
    assert titles(client.get("/en/stories/")) == ["Public", "Lamp", "Loom", "Song"]


class TestPagesOfAList:
    @pytest.fixture(autouse=True)
    def two_to_a_page(self, monkeypatch):
        monkeypatch.setattr(listings, "PER_PAGE", 2)

    def test_newest_first_and_on_to_the_next(self, client, stories):
        first = client.get("/en/stories/")
        assert titles(first) == ["Lamp", "Loom"]
        pagination = read(first).one("nav", class_="pagination")
        assert pagination.one("a", rel="next").attrs["href"] == "?page=2"
        assert not pagination.all("a", rel="prev")
        assert titles(client.get("/en/stories/?page=2")) == ["Song"]

    def test_filters_are_kept_from_page_to_page(self, client, stories):
        StoryPageFactory(title="Weir", themes=stories[0].themes.all())
        page = read(client.get("/en/stories/?theme=rivers"))
        following = page.one("a", rel="next").attrs["href"]
        assert following == "?theme=rivers&page=2"
        assert titles(client.get(f"/en/stories/{following}")) == ["Song"]

    @pytest.mark.parametrize(
        "number", ["3", "0", "-1", "two", "1.5", "²", "٢", "9" * 5000, "%00", " 1"]
    )
    def test_page_that_is_not_there(self, client, stories, number):
        assert client.get("/en/stories/", {"page": number}).status_code == 404

    def test_left_out_numbers_lead_nowhere(self, client, monkeypatch, stories):
        monkeypatch.setattr(listings, "PER_PAGE", 1)
        StoryPageFactory.create_batch(14)
        page = read(client.get("/en/stories/?page=7"))
        pagination = page.one("nav", class_="pagination")
        assert "None" not in pagination.text
        assert all(each.attrs["href"].startswith("?page=") for each in pagination.all("a"))
        assert pagination.one("a", aria_current="page").attrs["href"] == "?page=7"

    def test_canonical_of_a_later_page_is_the_list(self, client, stories):
        page = read(client.get("/en/stories/?page=2&theme="))
        assert (
            page.one("link", rel="canonical")
            .attrs["href"]
            .startswith("http://testserver/en/stories/")
        )
