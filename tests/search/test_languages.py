"""Results in other languages than asked for stand below, and say what they are."""

import pytest

from tests.factories import StoryPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def song():
    story = StoryPageFactory(title="Dhaka ferry", slug="ferry")
    StoryPageFactory(translation_of=story, language="bn", title="Dhaka ফেরি")
    return story


def test_a_page_is_found_once_in_the_readers_language(ask, song):
    assert ask("Dhaka").titles == ["Dhaka ferry"]
    assert ask("Dhaka", "bn").titles == ["Dhaka ফেরি"]
    assert ask("Dhaka", "bn").found.own == 1


def test_another_language_is_found_below(ask, song):
    StoryPageFactory(title="Ferry bell ফেরি")
    found = ask("ফেরি")
    assert found.titles == ["Ferry bell ফেরি", "Dhaka ফেরি"]
    assert (found.found.own, found.found.count) == (1, 2)
    language = found.items[1]["language"]
    assert (language["requested"], language["served"], language["is_fallback"]) == (
        "en",
        "bn",
        True,
    )


def test_the_address_leads_to_what_was_found(ask, song):
    assert ask("ফেরি").items[0]["url"] == "/bn/stories/ferry/"
    StoryPageFactory(language="bn", title="নদী", slug="nodi")
    # There is no other version: readers of English get this one at their own address.
    assert ask("নদী").items[0]["url"] == "/en/stories/nodi/"


def test_only_in_one_language(ask, song):
    assert ask("Dhaka", language="bn").titles == ["Dhaka ফেরি"]


def test_highlights_say_their_language_and_are_safe(ask):
    body = [("paragraph", '<p data-block-key="a1">a &lt;script&gt; by the river & ফেরি</p>')]
    StoryPageFactory(title="Bell", body=body)
    StoryPageFactory(language="ar", title="نهر", slug="nahr")
    (item,) = ask("river").items
    assert '<span lang="en" dir="ltr">' in item["highlight"]
    assert "&lt;script&gt; by the <mark>river</mark> &amp;" in item["highlight"]
    (item,) = ask("نهر").items
    assert '<span lang="ar" dir="rtl"><mark>نهر</mark></span>' in item["highlight"]
