"""A list of stories can be narrowed to those that really are in the reader's language."""

import pytest

from tests.factories import StoryPageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def test_stand_ins_are_left_out_when_asked(client):
    StoryPageFactory(title="River song")
    bengali = StoryPageFactory(title="নদীর গান", language="bn")
    everything = client.get("/en/stories/").context["listing"]
    narrowed = client.get("/en/stories/?language=en").context["listing"]
    assert {card["title"] for card in everything["items"]} == {"River song", bengali.title}
    assert [card["title"] for card in narrowed["items"]] == ["River song"]


def test_a_language_that_is_none_gives_an_empty_list(client):
    StoryPageFactory(title="River song")
    assert client.get("/en/stories/?language=klingon").context["listing"]["count"] == 0
