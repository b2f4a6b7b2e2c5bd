"""Where places are is told no more finely than the stories that name them wish, wherever it is told."""

import re

import pytest
from wagtail.models import PageViewRestriction

from stories.delivery.hearing import heard_together
from stories.models import StoryPage
from tests.factories import PlaceFactory, StoryPageFactory
from tests.pages.counting import queries, said

pytestmark = pytest.mark.django_db
API = "/api/delivery/v1/"
EXACT = {"latitude": 24.89491, "longitude": 91.86873, "precision": "exact"}
TOWN = {"latitude": 24.9, "longitude": 91.9, "precision": "town"}
REGION = {"latitude": 25, "longitude": 92, "precision": "region"}


@pytest.fixture
def place(db):
    return PlaceFactory(name="Sylhet", slug="sylhet", **EXACT)


@pytest.fixture
def told(client, place):
    def _told():
        [found] = client.get(f"{API}taxonomies/").json()["places"]
        return found["coordinates"]

    return _told


def test_it_is_told_as_the_most_careful_of_its_stories_wishes(place, told):
    StoryPageFactory(places=[place])
    assert told() == EXACT
    StoryPageFactory(places=[place], place_precision="town")
    assert told() == TOWN
    StoryPageFactory(places=[place], place_precision="region")
    StoryPageFactory(places=[PlaceFactory(live=False)], place_precision="country")
    assert told() == REGION


def test_a_place_is_never_told_more_finely_than_it_says_itself(place, told):
    place.precision = "region"
    place.save()
    StoryPageFactory(places=[place], place_precision="town")
    assert told() == REGION


def test_what_is_not_public_wishes_nothing(place, told):
    for hidden in ("draft", "private", "expired"):
        StoryPageFactory(places=[place], place_precision="country", **{hidden: True})
    assert told() == EXACT


def test_the_wish_of_one_language_holds_for_all(place, told):
    story = StoryPageFactory(places=[place])
    StoryPageFactory(translation_of=story, language="bn", place_precision="region")
    assert told() == REGION


def test_a_story_says_what_its_places_are_told_at_most(client, place):
    story = StoryPageFactory(places=[place], place_precision="region")
    address = f"{API}stories/{story.translation_key}/"
    assert client.get(address).json()["place_precision"] == "region"
    assert client.get(f"/api/v2/pages/{story.pk}/").json()["place_precision"] == "region"
    story.place_precision = ""
    story.save_revision().publish()
    assert client.get(address).json()["place_precision"] is None


SPOT = re.compile(r'<svg x="([^"]+)" y="([^"]+)"')


def test_whatever_tells_where_a_place_is_hears_of_its_stories(client, place):
    """No answer that is kept outlives what a story wishes, nor that it names the place or is public."""
    oran = PlaceFactory(name="Oran", latitude="35.7", longitude="-0.6")
    StoryPageFactory(places=[place, oran])
    story = StoryPageFactory(places=[place])

    def told():
        page = client.get("/en/places/").content.decode()
        listed = client.get(f"{API}taxonomies/").json()["places"]
        [coordinates] = [each["coordinates"] for each in listed if each["title"] == "Sylhet"]
        assert (
            client.get(f"{API}places/{place.translation_key}/").json()["coordinates"] == coordinates
        )
        return SPOT.findall(page), coordinates

    def publish(**values):
        page = StoryPage.objects.get(pk=story.pk)
        for name, value in values.items():
            setattr(page, name, value)
        page.save_revision().publish()
        return told()

    exact, country = told(), publish(place_precision="country")
    region = publish(place_precision="region")
    spots, coordinates = zip(exact, country, region, strict=True)
    assert [each["precision"] for each in coordinates] == ["exact", "country", "region"]
    assert len(set(map(str, spots))) == 3
    assert publish(places=[]) == exact
    assert publish(places=[place]) == region
    StoryPage.objects.get(pk=story.pk).unpublish()
    assert told() == exact
    assert publish() == region
    PageViewRestriction.objects.create(page_id=story.pk, restriction_type=PageViewRestriction.LOGIN)
    assert told() == exact


@pytest.mark.any_database
def test_wishes_cost_the_same_for_two_and_for_twenty(client):
    addresses = (f"{API}taxonomies/", f"{API}places/", "/en/places/")

    @heard_together()
    def make(numbers):
        for number in numbers:
            place = PlaceFactory(latitude=number, longitude=number)
            StoryPageFactory(places=[place], place_precision="region")

    make(range(2))
    two = [queries(client, each) for each in addresses]
    make(range(2, 20))
    twenty = [queries(client, each) for each in addresses]
    for few, many in zip(two, twenty, strict=True):
        assert len(many) == len(few), said(many)
