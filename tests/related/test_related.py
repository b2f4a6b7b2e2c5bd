"""“You may also be interested in”: what a reader is led on to, and why."""

import pytest

from stories.delivery.bonds import Bond, Near
from stories.related.following import rebuild
from stories.related.weights import KEPT, SHOWN
from tests.factories import (
    CollectionObjectFactory,
    CommunityFactory,
    PlaceFactory,
    ProgrammePageFactory,
    ProjectPageFactory,
    StoryPageFactory,
    ThemeFactory,
    written,
)

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture
def related(client):
    """``related(page, "ar")``: what the API says that its readers may also be interested in."""

    def ask(page, language="en", **more):
        address = f"/api/delivery/v1/{page.api_type}s/".replace("storys", "stories")
        response = client.get(f"{address}{page.translation_key}/", {"locale": language, **more})
        assert response.status_code == 200, response.content
        return response.json()["related"]

    return ask


def titles(cards):
    return [card["title"] for card in cards]


def lists():
    return sorted(Near.objects.values_list("key", "place", "other", "score"))


def test_what_editors_chose_comes_first_then_what_is_shared(related):
    rivers, project = ThemeFactory(name="Rivers"), ProjectPageFactory()
    chosen = StoryPageFactory(title="Chosen")
    StoryPageFactory(title="Same theme", themes=[rivers])
    StoryPageFactory(title="Same project", project=project)
    StoryPageFactory(title="Nothing in common")
    story = StoryPageFactory(themes=[rivers], project=project, related_pages=[chosen])
    found = related(story)
    assert titles(found) == ["Chosen", "Same project", "Same theme"]
    assert [card["reason"]["text"] for card in found] == [
        "Chosen by our editors",
        "From the same project",
        "Also about: Rivers",
    ]
    assert [card["reason"]["kind"] for card in found] == ["chosen", "project", "theme"]
    shared = found[2]["reason"]["shared"]
    assert shared["id"] == str(rivers.translation_key)
    assert shared["url"].endswith(f"/en/themes/{rivers.slug}/")
    assert found[0]["reason"]["shared"] is None


@pytest.mark.parametrize(
    ("name", "factory", "text"),
    [
        ("themes", ThemeFactory, "Also about: {}"),
        ("communities", CommunityFactory, "From the same community: {}"),
        ("places", PlaceFactory, "From the same place: {}"),
    ],
)
def test_words_are_a_reason(related, name, factory, text):
    word = factory()
    one, _other = (StoryPageFactory(**{name: [word]}) for _ in range(2))
    assert [each["reason"]["text"] for each in related(one)] == [text.format(word.name)]


def test_objects_are_a_reason_wherever_they_are_shown(related):
    lamp = CollectionObjectFactory(title="Lamp")
    response = {"object": lamp, "response": "<p>We had one.</p>", "respondent": "Amina"}
    one = StoryPageFactory(collection_objects=[{"object": lamp, "use": ""}])
    StoryPageFactory(body=[("object_response", response)])
    assert [each["reason"]["text"] for each in related(one)] == ["About the same object: Lamp"]


def test_people_are_a_reason_only_where_editors_say_that_they_are_the_same(related):
    def told_by(page):
        return StoryPageFactory(
            contributors=[{"name": "Amina", "role": "storyteller", "biography": "", "page": page}]
        )

    one, same, _namesake, _nobody = map(told_by, ("amina-y", "amina-y", "amina-k", ""))
    found = related(one)
    assert [each["id"] for each in found] == [str(same.translation_key)]
    assert found[0]["reason"]["text"] == "Also with: Amina"


def test_a_page_does_not_lead_on_to_what_is_on_it_anyway(related):
    rivers = ThemeFactory()
    programme = ProgrammePageFactory(themes=[rivers])
    project = ProjectPageFactory(themes=[rivers], programme=programme)
    story = StoryPageFactory(themes=[rivers], project=project, title="Ours")
    StoryPageFactory(themes=[rivers], title="Theirs")
    for page in (programme, project, story):
        assert titles(related(page)) == ["Theirs"]


def test_nothing_that_may_not_be_shown(related):
    rivers = ThemeFactory()
    story = StoryPageFactory(themes=[rivers])
    other = StoryPageFactory(themes=[rivers])
    StoryPageFactory(themes=[rivers], draft=True)
    StoryPageFactory(themes=[rivers], expired=True)
    StoryPageFactory(themes=[rivers], private=True)
    assert [each["id"] for each in related(story)] == [str(other.translation_key)]
    other.unpublish()
    assert related(story) == []
    assert not Bond.objects.filter(key=other.translation_key).exists()


def test_only_in_languages_that_the_client_allows(related):
    rivers = ThemeFactory()
    story = StoryPageFactory(themes=[rivers])
    StoryPageFactory(themes=[rivers], language="bn", title="নদী")
    assert titles(related(story)) == ["নদী"]
    assert related(story, fallback="none") == []


def test_the_reason_is_in_the_readers_language(related):
    rivers = ThemeFactory(name="Rivers")
    ThemeFactory(name="أنهار", translation_of=rivers, language="ar")
    story = StoryPageFactory(themes=[rivers])
    StoryPageFactory(themes=[rivers])
    [found] = related(story, "ar")
    assert found["reason"]["shared"]["language"] == "ar"
    assert found["reason"]["text"].endswith("أنهار")


def test_a_kept_answer_is_made_anew_when_something_nearer_is_published(related, client):
    rivers, harbours = ThemeFactory(name="Rivers"), ThemeFactory(name="Harbours")
    story = StoryPageFactory(themes=[rivers, harbours])
    stranger = StoryPageFactory(title="Stranger")
    unrelated = f"/api/delivery/v1/stories/{stranger.translation_key}/"
    assert related(story) == []
    tag = client.get(unrelated).headers["ETag"]
    near = StoryPageFactory(themes=[rivers], title="Near")
    assert titles(related(story)) == ["Near"]
    StoryPageFactory(themes=[rivers, harbours], title="Nearer")
    assert titles(related(story)) == ["Nearer", "Near"]
    near.themes.clear()
    near.save()
    assert titles(related(story)) == ["Nearer"]
    assert client.get(unrelated, headers={"if-none-match": tag}).status_code == 304


def test_lists_are_the_same_in_whatever_order_things_happened():
    themes = [ThemeFactory() for _ in range(3)]
    made = [
        StoryPageFactory(themes=themes[number % 3 :], language=("en", "bn")[number % 2])
        for number in range(14)
    ]
    made[3].themes.set(themes[:1])
    made[3].save()
    made[5].unpublish()
    made[7].delete()
    followed = lists()
    keys = set(Bond.objects.values_list("key", flat=True))
    assert {place for _key, place, _other, _score in followed} == set(range(KEPT))
    Near.objects.all().delete()
    rebuild(keys)
    assert lists() == followed


def test_no_more_than_a_reader_can_take_in(related):
    rivers = ThemeFactory()
    pages = StoryPageFactory.create_batch(SHOWN + 3, themes=[rivers])
    assert len(related(pages[0])) == SHOWN


def test_html_says_why(client):
    rivers = ThemeFactory(name="Rivers")
    story = StoryPageFactory(themes=[rivers], slug="song")
    StoryPageFactory(themes=[rivers], title="The ferry")
    page = client.get(f"/en/stories/{story.slug}/").content.decode()
    assert "Also about: <bdi>Rivers</bdi>" in page
    arabic = client.get(f"/ar/stories/{story.slug}/").content.decode()
    assert '<bdi lang="en" dir="ltr">Rivers</bdi>' in arabic


def test_written_past_the_models_and_recorded(related):
    rivers = ThemeFactory()
    one, other = StoryPageFactory.create_batch(2, themes=[rivers])
    written(type(other).objects.filter(pk=other.pk), live=False)
    assert related(one) == []
