"""A story can be read in two of its languages side by side."""

import pytest

from tests.factories import StoryPageFactory

from .markup import read

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

BENGALI = [("heading", {"text": "নদী", "level": "2"}), ("paragraph", "<p>নৌকা এল।</p>")]
ENGLISH = [
    ("heading", {"text": "The river", "level": "2"}),
    ("quote", {"text": "Only here"}),
    ("paragraph", "<p>The boat came.</p>"),
]


@pytest.fixture
def story():
    original = StoryPageFactory(title="নদীর গান", slug="river-song", language="bn", body=BENGALI)
    return StoryPageFactory(
        translation_of=original, language="en", title="River song", body=ENGLISH
    )


def pairs(client, address):
    page = read(client.get(address))
    return [
        tuple(
            (body.attrs.get("lang"), body.text.strip()) for body in pair.all("div", class_="body")
        )
        for pair in page.all("div", class_="pair")[1:]
    ]


def test_passages_stand_beside_their_partners(client, story):
    heading, quote, paragraph = pairs(client, "/en/stories/river-song/?beside=bn")
    assert heading == (("en", "The river"), ("bn", "নদী"))
    assert quote == (("en", "Only here"), ("bn", ""))
    assert paragraph == (("en", "The boat came."), ("bn", "নৌকা এল।"))


def test_the_page_leads_to_it_and_back(client, story):
    page = read(client.get("/en/stories/river-song/"))
    assert page.one("a", class_="translation-beside").attrs["href"] == "?beside=bn"
    beside = client.get("/en/stories/river-song/?beside=bn").content.decode()
    assert 'href="?"' in beside


@pytest.mark.parametrize("asked", ["so", "en", "xx", ""])
def test_what_is_not_there_is_not_shown_beside(client, story, asked):
    assert pairs(client, f"/en/stories/river-song/?beside={asked}") == []


def test_a_draft_is_not_shown_beside(client):
    original = StoryPageFactory(title="River song", slug="river-song", body=ENGLISH)
    StoryPageFactory(translation_of=original, language="bn", body=BENGALI, draft=True)
    assert "নৌকা" not in client.get("/en/stories/river-song/?beside=bn").content.decode()


def test_it_costs_one_query_more(client, story, django_assert_max_num_queries):
    client.get("/en/stories/river-song/")
    with django_assert_max_num_queries(13):
        client.get("/en/stories/river-song/?beside=bn")
