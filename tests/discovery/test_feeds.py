"""Feeds: the newest stories that are really in a language, as feed readers take them."""

import json
import re
from pathlib import Path

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from jsonschema import Draft202012Validator
from lxml import etree

from stories.discovery.feeds import MOST
from stories.models import StoryPage
from tests import factories as make
from tests.pages.markup import read as read_html

pytestmark = pytest.mark.django_db
SCHEMAS = Path(__file__).parent / "schemas"
GRAMMAR = etree.RelaxNG(etree.parse(SCHEMAS / "atom.rng"))
JSON_FEED = Draft202012Validator(json.loads((SCHEMAS / "json-feed.json").read_text()))
NAMES = {"a": "http://www.w3.org/2005/Atom"}
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
BASE = "http://testserver"


def atom(client, language="en"):
    answer = client.get(f"/{language}/stories/feed/")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = etree.fromstring(answer.content)
    GRAMMAR.assertValid(feed)
    assert feed.xpath("boolean(a:author) or not(a:entry[not(a:author)])", namespaces=NAMES)
    ids = feed.xpath("//a:id/text()", namespaces=NAMES)
    assert len(set(ids)) == len(ids)
    return feed


def json_feed(client, language="en"):
    answer = client.get(f"/{language}/stories/feed.json")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/feed+json; charset=utf-8"
    feed = answer.json()
    assert [error.message for error in JSON_FEED.iter_errors(feed)] == []
    return feed


def titles(feed):
    if isinstance(feed, dict):
        return [item["title"] for item in feed["items"]]
    return feed.xpath("a:entry/a:title/text()", namespaces=NAMES)


BOTH = pytest.mark.parametrize("read", [atom, json_feed])


@pytest.fixture
def river_song():
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


def content(feed):
    """The whole text of the feed's only entry, as HTML."""
    if isinstance(feed, dict):
        [item] = feed["items"]
        return item["content_html"]
    [found] = feed.xpath("a:entry/a:content[@type='html']/text()", namespaces=NAMES)
    return found


ADDRESS = re.compile(r'(?:href|src|poster)="([^"]*)"')


@BOTH
def test_the_whole_text_is_there_with_addresses_that_lead_there_from_anywhere(client, read):
    about = make.StandardPageFactory(slug="about", title="About")
    picture = make.StoryImageFactory(rendered=True, credit_line="Drawn by Amina")
    link = f'<a linktype="page" id="{about.pk}">there</a>'
    make.StoryPageFactory(
        slug="river-song", language="ar", title="أغنية",
        body=[
            ("heading", {"text": "The river <3", "level": "2"}),
            ("paragraph", f"<p>It took us {link}, <b>all</b>.</p>"),
            ("image", {"image": {"image": picture, "alt_text": "A ferry", "decorative": False},
                       "caption": "At night"}),
            ("audio", {"title": "The song", "recording": make.RecordingFactory(), "embed": "",
                       "captions": [], "transcript": "<p>O river</p>", "transcript_language": "en"}),
            ("call_to_action", {"title": "Come along", "text": "",
                                "link": {"text": "Now", "page": about, "url": ""}}),
        ],
    )  # fmt: skip
    html = content(read(client, "ar"))
    assert html.startswith('<div lang="ar" dir="rtl">')
    assert "<h2>The river &lt;3</h2>" in html
    assert f'<p>It took us <a href="{BASE}/ar/about/">there</a>, <b>all</b>.</p>' in html
    assert 'alt="A ferry"' in html
    assert "At night" in html
    assert "Drawn by Amina" in html
    assert '<blockquote lang="en" dir="ltr"><p>O river</p></blockquote>' in html
    addresses = ADDRESS.findall(html)
    assert len(addresses) == 4
    assert all(address.startswith(f"{BASE}/") for address in addresses)


@pytest.mark.any_database
@BOTH
def test_nothing_in_a_whole_text_needs_our_pages(client, everything, read):
    for story in StoryPage.objects.all():
        story.content_warnings = []
        story.save_revision().publish()
    for language in ("en", "ar", "bn"):
        html = content(read(client, language))
        for word in ("class=", "id=", "style", "script", "<svg", "<input", "<button", "<iframe"):
            assert word not in html
        addresses = ADDRESS.findall(html)
        assert len(addresses) > 10
        assert all(address.startswith("http") for address in addresses)


@BOTH
def test_of_a_story_with_a_warning_there_is_only_the_warning_and_the_summary(client, read):
    warning = make.ContentWarningFactory(name="Loss", text="Somebody grieves.")
    picture = {"image": make.StoryImageFactory(), "alt_text": "A grave", "decorative": False}
    make.StoryPageFactory(
        slug="river-song", summary="Of a river.", content_warnings=[warning],
        lead_image=make.StoryImageFactory(rendered=True), lead_image_alt="A grave at its head",
        body=[("paragraph", "<p>She was gone.</p>"), ("image", {"image": picture, "caption": ""})],
    )  # fmt: skip
    feed = read(client)
    html = content(feed)
    assert "<p>Of a river.</p>" in html
    assert "<strong>Loss</strong> Somebody grieves." in html
    assert f'<a href="{BASE}/en/stories/river-song/">Read the story</a>' in html
    said = json.dumps(feed) if isinstance(feed, dict) else etree.tostring(feed).decode()
    assert "She was gone" not in said
    assert "A grave" not in said
    assert "/media/" not in said


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


@BOTH
def test_what_a_page_does_not_show_is_not_in_its_whole_text(client, read):
    hidden = make.StoryPageFactory(slug="hidden", draft=True)
    private = make.StoryImageFactory(collection=make.private_collection())
    picture = {"image": private, "alt_text": "Kept back", "decorative": False}
    make.StoryPageFactory(
        body=[
            ("paragraph", f'<p>A <a linktype="page" id="{hidden.pk}">word</a></p>'),
            ("image", {"image": picture, "caption": "Kept back too"}),
        ]
    )
    html = content(read(client))
    assert "<p>A word</p>" in html
    assert "Kept back" not in html


def test_a_story_keeps_its_id_when_it_moves_and_has_another_in_each_language(client, river_song):
    before = json_feed(client, "bn")["items"][0]["id"]
    assert before == atom(client, "bn").findtext("a:entry/a:id", namespaces=NAMES)
    assert before != json_feed(client, "en")["items"][0]["id"]
    river_song.slug = "song-of-the-river"
    river_song.save_revision().publish()
    assert json_feed(client, "bn")["items"][0]["id"] == before


def test_signs_that_xml_cannot_hold_do_no_harm(client):
    make.StoryPageFactory(title="A \x0b <b>&amp; ]]> “song”")
    assert titles(atom(client)) == ["A  <b>&amp; ]]> “song”"]


@pytest.mark.any_database
@BOTH
def test_a_feed_costs_the_same_for_two_stories_and_for_twenty(client, read):
    def cost():
        read(client)
        cache.clear()
        with CaptureQueriesContext(connection) as asked:
            read(client)
        return len(asked)

    def made(number):
        for _ in range(number):
            about = make.StandardPageFactory()
            image = {"image": make.StoryImageFactory(), "alt_text": "", "decorative": True}
            body = [
                ("paragraph", f'<p><a linktype="page" id="{about.pk}">There</a></p>'),
                ("image", {"image": image, "caption": ""}),
                ("object_response", {"object": make.CollectionObjectFactory(),
                                     "response": "<p>Ours</p>", "respondent": ""}),
            ]  # fmt: skip
            make.StoryPageFactory(themes=[make.ThemeFactory()], body=body)

    made(2)
    two = cost()
    made(18)
    assert cost() == two <= 6


@pytest.mark.any_database
def test_every_page_leads_to_them(client, everything):
    for language in ("en", "ar", "bn"):
        feeds = {
            "application/atom+xml": f"{BASE}/{language}/stories/feed/",
            "application/feed+json": f"{BASE}/{language}/stories/feed.json",
        }
        for url in [*everything.urls(language), f"/{language}/search/", f"/{language}/nowhere/"]:
            links = [each.attrs for each in read_html(client.get(url)).all("link", rel="alternate")]
            assert {each["type"]: each["href"] for each in links if "type" in each} == feeds, url
        for address in feeds.values():
            assert client.get(address.removeprefix(BASE)).status_code == 200


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
