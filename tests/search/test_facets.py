"""Counts are those of what choosing would give, whatever else was chosen."""

import pytest

from tests.factories import (
    CommunityFactory,
    PlaceFactory,
    ProjectPageFactory,
    RecordingFactory,
    StoryPageFactory,
    ThemeFactory,
)

API = "/api/delivery/v1/search/"
pytestmark = pytest.mark.django_db


@pytest.fixture
def site():
    themes = [ThemeFactory(name=name, slug=name.lower()) for name in ("Rivers", "Bread")]
    communities = [CommunityFactory(name=name, slug=name.lower()) for name in ("Quay", "Mill")]
    place = PlaceFactory(name="Sylhet", slug="sylhet")
    voice = {"title": "Voice", "recording": RecordingFactory(), "embed": "", "captions": [],
             "transcript": "", "transcript_language": ""}  # fmt: skip
    for number in range(6):
        story = StoryPageFactory(
            title=f"Ferry {number}",
            themes=themes[: 1 + number % 2],
            communities=[communities[number % 2]] if number else [],
            places=[place] if number > 3 else [],
            body=[("audio", voice)] if number < 2 else [],
        )
        if number < 3:
            StoryPageFactory(translation_of=story, language="bn", title=f"Ferry ফেরি {number}")
    ProjectPageFactory(title="Ferry project", themes=themes[1:])
    StoryPageFactory(language="ar", title="Ferry عبّارة", themes=themes[:1])


@pytest.fixture
def asked(client, site):
    def ask(**parameters):
        response = client.get(API, {"q": "ferry", "fields": "title", **parameters})
        assert response.status_code == 200, response.content
        return response.json()

    return ask


@pytest.mark.parametrize(
    "chosen",
    [
        {},
        {"theme": "rivers"},
        {"type": "story", "community": "quay"},
        {"language": "bn"},
        {"locale": "bn", "theme": "bread"},
        {"locale": "ar", "format": "audio", "language": "en"},
    ],
)
def test_every_count_is_what_choosing_gives(asked, chosen):
    found = asked(**chosen)
    assert found["facets"].keys() == {"type", "theme", "community", "place", "language", "format"}
    seen = 0
    for dimension, values in found["facets"].items():
        for value in values:
            given = asked(**{**chosen, dimension: value["slug"]})["count"]
            assert given == value["count"], (dimension, value)
            seen += 1
    assert seen > 6


def test_words_are_named_by_slug_or_identity_in_the_readers_words(asked):
    rivers = next(each for each in asked()["facets"]["theme"] if each["slug"] == "rivers")
    assert rivers["name"] == "Rivers"
    assert asked(theme=rivers["id"])["count"] == rivers["count"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "no"),
        ("language", "xx"),
        ("type", "no"),
        ("format", "no"),
        ("limit", "0"),
        ("colour", "x"),
    ],
)
def test_what_there_is_not_is_refused_by_name(client, site, name, value):
    response = client.get(API, {"q": "ferry", name: value})
    assert response.status_code == 400
    assert [each["name"] for each in response.json()["errors"]] == [name]


def test_a_question_is_needed(client, db):
    assert client.get(API).json()["errors"][0]["name"] == "q"
    assert client.get(API, {"q": " "}).json()["count"] == 0


def test_only_what_may_stand_in(asked):
    assert asked(locale="bn", fallback="none")["count"] == 3
    assert asked(locale="bn", fallback="ar")["count"] == 4
