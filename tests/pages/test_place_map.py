"""The map of places: what its list says, no more finely than may be told."""

import pytest

from stories.models import Place
from tests.factories import PlaceFactory, StoryPageFactory
from tests.pages.markup import read
from tests.pages.test_costs import queries, said

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
SYLHET = {"latitude": "24.89491", "longitude": "91.86873"}


def told_of(name, **values):
    place = PlaceFactory(name=name, slug=name.lower(), **values)
    StoryPageFactory(places=[place])
    return place


def marks(html):
    return html.all("a", class_="place-mark")


def test_map_has_the_places_of_its_list_in_their_order(client):
    for name in ("Sylhet", "Dhaka", "Khulna"):
        told_of(name, **SYLHET)
    told_of("Elsewhere")
    PlaceFactory(name="Untold", **SYLHET)
    html = read(client.get("/en/places/"))
    cards = [each.text for each in html.all("h2", class_="card-title")]
    assert cards == ["Dhaka", "Elsewhere", "Khulna", "Sylhet"]
    mapped = [(each.attrs["aria-label"], each.attrs["href"]) for each in marks(html)]
    assert mapped == [
        ("Dhaka", "/en/places/dhaka/"),
        ("Khulna", "/en/places/khulna/"),
        ("Sylhet", "/en/places/sylhet/"),
    ]
    in_a_row = [each.one("circle").attrs["cx"] for each in marks(html)]
    assert in_a_row == ["-24", "0", "24"]
    assert [each.text for each in html.all("p", class_="place-number")] == ["1", "2", "3"]


def test_map_without_a_place_is_none(client):
    told_of("Elsewhere")
    html = read(client.get("/en/places/"))
    assert not html.all("svg", class_="place-map")
    assert html.one("h2", class_="card-title").text == "Elsewhere"


def test_map_names_places_as_its_reader_does(client):
    place = told_of("Sylhet", **SYLHET)
    PlaceFactory(name="সিলেট", language="bn", translation_of=place, **SYLHET)
    [mark] = marks(read(client.get("/bn/places/")))
    assert (mark.attrs["aria-label"], mark.attrs["lang"]) == ("সিলেট", "bn")
    [mark] = marks(read(client.get("/ar/places/")))
    assert (mark.attrs["aria-label"], mark.attrs["lang"]) == ("Sylhet", "en")


def test_places_that_may_be_told_as_one_cannot_be_told_apart(client):
    """The map is the same for two spots in one town; it differs once they may be told exactly."""
    place = told_of("Sylhet", **SYLHET)
    told_of("Oran", latitude="35.7", longitude="-0.6")

    def drawn():
        return client.get("/en/places/").content

    before = drawn()
    place.latitude, place.longitude = "24.92", "91.92"
    place.save()
    assert drawn() == before
    Place.objects.update(precision="exact")
    place.refresh_from_db()
    place.save()
    assert drawn() != before


def test_map_costs_the_same_for_two_and_for_twenty(client):
    for number in range(2):
        told_of(f"Place{number}", latitude=number, longitude=number)
    two = queries(client, "/en/places/")
    for number in range(2, 20):
        told_of(f"Place{number}", latitude=number, longitude=number)
    twenty = queries(client, "/en/places/")
    assert len(twenty) == len(two), said(twenty)
    assert len(marks(read(client.get("/en/places/")))) == 20
