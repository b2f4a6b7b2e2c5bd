"""What pages are gathered by, for clients."""

import uuid

import pytest

from stories.models import Place
from stories.related.contributors import identity_of
from stories.subjects import FOLDERS
from tests.factories import (
    CollectionObjectFactory,
    PlaceFactory,
    ProjectPageFactory,
    StoryPageFactory,
    ThemeFactory,
)

pytestmark = pytest.mark.any_database


@pytest.mark.parametrize("kind", FOLDERS)
def test_unknown_is_a_problem(ask, kind):
    path = f"{FOLDERS[kind]}/{uuid.uuid4()}/"
    assert ask(path, 404)["status"] == 404


def test_a_list_of_words_says_how_much_there_is(ask):
    rivers, _unused = ThemeFactory(name="Rivers"), ThemeFactory(name="Unused")
    ThemeFactory(name="أنهار", translation_of=rivers, language="ar")
    StoryPageFactory.create_batch(2, themes=[rivers])
    found = ask("themes/", locale="ar")
    assert found["count"] == 1
    [item] = found["items"]
    assert (item["title"], item["language"], item["count"]) == ("أنهار", "ar", 2)
    assert item["names"] == [{"title": "Rivers", "lang": "en", "dir": "ltr"}]
    assert item["url"].endswith(f"/ar/themes/{rivers.slug}/")


def test_a_theme_with_its_pages(ask):
    rivers = ThemeFactory(name="Rivers", description="What they carry.")
    project = ProjectPageFactory(themes=[rivers])
    older, newer = StoryPageFactory(themes=[rivers]), StoryPageFactory(themes=[rivers])
    StoryPageFactory(themes=[rivers], draft=True)
    StoryPageFactory(themes=[rivers], private=True)
    path = f"themes/{rivers.translation_key}/"
    found = ask(path)
    assert [item["id"] for item in found["items"]] == [
        str(page.translation_key) for page in (project, newer, older)
    ]
    assert (found["count"], found["text"]) == (3, "What they carry.")
    assert found["available"] == ["en"]
    part = ask(path, limit=1, offset=1)
    assert [item["id"] for item in part["items"]] == [str(newer.translation_key)]
    assert part["count"] == 3
    assert ask(path, locale="ar", fallback="none")["items"] == []
    assert ask(path, fields="items.title").keys() == {"id", "type", "items"}


def test_a_place_says_where_it_is_no_more_finely_than_it_may_be_told(ask):
    quay = PlaceFactory(name="Quay", latitude="53.71851", longitude="-0.33124", precision="exact")
    story = StoryPageFactory(places=[quay, PlaceFactory(name="Unknown")])

    def told():
        quays, unknown = ask("places/")["items"]
        assert unknown["coordinates"] is None
        found = ask(f"places/{quay.translation_key}/")["coordinates"]
        assert found == quays["coordinates"]
        return found

    assert told() == {"latitude": 53.71851, "longitude": -0.33124, "precision": "exact"}
    story.place_precision = "town"
    story.save_revision().publish()
    assert told() == {"latitude": 53.7, "longitude": -0.3, "precision": "town"}
    story.unpublish()
    StoryPageFactory(places=list(Place.objects.all()))
    assert told()["precision"] == "exact"
    theme = ThemeFactory()
    StoryPageFactory(themes=[theme])
    assert "coordinates" not in ask(f"themes/{theme.translation_key}/")


def test_an_object_with_every_voice(ask):
    lamp = CollectionObjectFactory(title="Lamp", museum_number="1903.7")
    link = '<a linktype="page" id="1">Ours</a>'
    response = {"object": lamp, "response": f"<p>{link} was brass.</p>", "respondent": "Amina"}
    speaking = StoryPageFactory(body=[("object_response", response)], language="bn")
    showing = StoryPageFactory(collection_objects=[{"object": lamp, "use": ""}])
    found = ask(f"objects/{lamp.translation_key}/")
    assert (found["museum_number"], found["slug"]) == ("1903.7", "1903-7")
    assert {item["id"] for item in found["items"]} == {
        str(page.translation_key) for page in (speaking, showing)
    }
    [voice] = found["voices"]
    assert voice["html"] == "<p>Ours was brass.</p>"
    assert (voice["respondent"], voice["lang"]) == ("Amina", "bn")
    assert voice["page"]["id"] == str(speaking.translation_key)
    assert found["page"].endswith("/en/objects/1903-7/")


def test_people_only_as_far_as_they_agreed(ask):
    def told_by(name, page):
        people = [{"name": name, "role": "author", "biography": "Sings.", "page": page}]
        return StoryPageFactory(contributors=people)

    told_by("Rahima", "")
    story = told_by("Amina", "amina-y")
    found = ask("contributors/")
    assert [(item["title"], item["slug"]) for item in found["items"]] == [("Amina", "amina-y")]
    assert found["items"][0]["id"] == str(identity_of("amina-y"))
    one = ask(f"contributors/{identity_of('amina-y')}/")
    assert one["text"] == "Sings."
    assert [item["id"] for item in one["items"]] == [str(story.translation_key)]
    assert ask(f"contributors/{identity_of('rahima')}/", 404)


def test_a_wrong_parameter_is_named(ask):
    assert ask("themes/", 400, colour="red")["errors"][0]["name"] == "colour"
    assert ask("themes/", 400, limit=101)["errors"][0]["name"] == "limit"
