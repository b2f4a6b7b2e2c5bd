"""Feeds: the newest stories that are really in a language, as feed readers take them."""

from copy import deepcopy

import pytest

from stories.discovery.feeds import MOST
from tests import factories as make
from tests.once import once

from .feeds import BASE, BOTH, LANG, NAMES, atom, content, json_feed, titles

pytestmark = pytest.mark.django_db


def make_river_song():
    song = make.StoryPageFactory(
        slug="river-song", language="bn", title="নদীর গান", summary="নদী আমাদের বয়ে এনেছে",
        contributors=[{"name": "Rahima", "role": "storyteller", "biography": ""}],
        licence="CC-BY-4.0", credit_line="© Rahima", themes=[make.ThemeFactory(name="Rivers")],
        content_warnings=[make.ContentWarningFactory(name="Loss")],
        lead_image=make.StoryImageFactory(rendered=True), lead_image_alt="A river",
    )  # fmt: skip
    make.StoryPageFactory(
        translation_of=song, language="en", title="River <song>", summary="The river & us",
        translated_by="Amina",
    )  # fmt: skip
    return song


made = once(make_river_song)


@pytest.fixture
def river_song(made, db):
    return deepcopy(made)


@BOTH
def test_stories_are_there_in_their_own_languages_and_in_no_other(client, river_song, read):
    assert titles(read(client, "bn")) == ["নদীর গান"]
    assert titles(read(client, "en")) == ["River <song>"]
    assert titles(read(client, "ar")) == []


@BOTH
def test_the_newest_come_first_and_not_all_of_them(client, read):
    made = make.StoryPageFactory.create_batch(MOST + 2)
    assert titles(read(client)) == [story.title for story in reversed(made)][:MOST]


@BOTH
def test_nothing_hidden_is_in_them(client, river_song, read):
    make.StoryPageFactory(title="Draft", draft=True)
    make.StoryPageFactory(title="Over", expired=True)
    make.StoryPageFactory(title="Private", private=True)
    assert titles(read(client)) == ["River <song>"]
    river_song.get_translations().get().specific.unpublish()
    assert titles(read(client)) == []


def test_an_atom_entry_says_by_whom_in_which_language_and_under_which_licence(client, river_song):
    (entry,) = atom(client).xpath("a:entry", namespaces=NAMES)

    def of(path):
        return entry.xpath(path, namespaces=NAMES)

    assert entry.get(LANG) == "en"
    assert of("a:author/a:name/text()") == ["Rahima"]
    assert of("a:contributor/a:name/text()") == ["Amina"]
    assert of("a:summary/text()") == ["The river & us"]
    assert of("a:rights/text()") == ["© Rahima. Creative Commons Attribution 4.0"]
    links = {(link.get("rel"), link.get("hreflang")): link for link in of("a:link")}
    assert links["alternate", "en"].get("href") == f"{BASE}/en/stories/river-song/"
    assert links["via", "bn"].get("href") == f"{BASE}/bn/stories/river-song/"
    assert links["license", None].get("href") == "https://creativecommons.org/licenses/by/4.0/"
    assert ("enclosure", None) not in links  # its content warning covers the picture
    told_in = f"{BASE}/#original-language"
    assert of(f"a:category[@scheme='{told_in}']/@term") == ["bn"]
    assert of("a:category/@label") == ["Rivers"]
    assert "Loss" in of("a:category/@term")


def test_an_item_of_json_feed_says_it_too(client, river_song):
    (item,) = json_feed(client)["items"]
    assert item["authors"] == [{"name": "Rahima"}]
    assert item["language"] == "en"
    assert item["url"] == f"{BASE}/en/stories/river-song/"
    assert "image" not in item  # its content warning covers the picture
    assert item["tags"] == ["Rivers"]
    more = item["_story"]
    assert more["id"] == str(river_song.translation_key)
    assert more["original_language"] == "bn"
    assert more["translated_by"] == ["Amina"]
    assert more["licence"]["id"] == "CC-BY-4.0"
    assert more["versions"] == [
        {"language": "bn", "url": f"{BASE}/bn/stories/river-song/", "title": "নদীর গান"}
    ]


def test_a_story_that_warns_of_nothing_has_its_picture(client, river_song):
    river_song.content_warnings = []
    river_song.save_revision().publish()
    enclosure = atom(client, "bn").find("a:entry/a:link[@rel='enclosure']", NAMES)
    assert enclosure.get("type") == "image/jpeg"
    (item,) = json_feed(client, "bn")["items"]
    assert item["image"] == enclosure.get("href")
    assert item["image"].startswith(f"{BASE}/media/")


@BOTH
def test_a_translation_that_nobody_has_checked_says_so_in_its_text(client, river_song, read):
    song = river_song.get_translations().get().specific
    song.content_warnings, song.translation_origin = [], "machine"
    song.save_revision().publish()
    assert "A machine made this translation" in content(read(client))


def test_a_story_keeps_its_id_when_it_moves_and_has_another_in_each_language(client, river_song):
    before = json_feed(client, "bn")["items"][0]["id"]
    assert before == atom(client, "bn").findtext("a:entry/a:id", namespaces=NAMES)
    assert before != json_feed(client, "en")["items"][0]["id"]
    river_song.slug = "song-of-the-river"
    river_song.save_revision().publish()
    assert json_feed(client, "bn")["items"][0]["id"] == before


def test_they_are_known_again_until_a_story_changes(client, river_song):
    for path in ("/en/stories/feed/", "/en/stories/feed.json"):
        first = client.get(path)
        known = {"if-none-match": first["ETag"]}
        assert client.get(path, headers=known).status_code == 304
        assert "list-story" in first["Cache-Tag"].split(",")
        assert first["Content-Language"] == "en"
        make.StoryPageFactory()
        assert client.get(path, headers=known).status_code == 200


def test_a_language_that_the_site_has_not_got_has_no_feed(client):
    assert client.get("/sw/stories/feed/").status_code == 404


def test_no_story_takes_the_feeds_address():
    story = make.StoryPageFactory(title="Feed")
    story.slug = ""
    story.full_clean()
    assert story.slug not in ("", "feed")
