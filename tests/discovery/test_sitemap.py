"""The sitemap: every address that is really in its language, in files that crawlers take."""

from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import etree

from stories.discovery import sitemap
from stories.models import StoryIndexPage
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
BASE = "http://testserver"
RULES = etree.XMLSchema(etree.parse(Path(__file__).parent / "schemas" / "sitemap.xsd"))
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def read(client, path="/sitemap.xml"):
    """The file as a tree, which keeps the rules."""
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("application/xml")
    tree = etree.fromstring(answer.content)
    RULES.assertValid(tree)
    return tree


def addresses(tree):
    return [each.removeprefix(BASE) for each in tree.xpath("//s:loc/text()", namespaces=NAMES)]


def alternates(tree, path):
    (found,) = tree.xpath("//s:url[s:loc=$at]", namespaces=NAMES, at=BASE + path)
    links = found.xpath("x:link", namespaces=NAMES)
    return {link.get("hreflang"): link.get("href").removeprefix(BASE) for link in links}


@pytest.fixture
def river_song():
    song = make.StoryPageFactory(slug="river-song", language="bn")
    return make.StoryPageFactory(translation_of=song, language="en", title="River song")


def test_a_page_is_listed_in_the_languages_that_it_is_in(client, river_song):
    tree = read(client)
    found = [each for each in addresses(tree) if each.endswith("/river-song/")]
    assert found == ["/bn/stories/river-song/", "/en/stories/river-song/"]
    both = {"bn": found[0], "en": found[1]}
    assert alternates(tree, found[0]) == alternates(tree, found[1]) == both


def test_it_says_when_the_page_changed_last(client, river_song):
    (moment,) = read(client).xpath(
        "//s:url[s:loc=$at]/s:lastmod/text()", namespaces=NAMES, at=f"{BASE}/en/stories/river-song/"
    )
    assert moment == river_song.last_published_at.strftime("%Y-%m-%dT%H:%M:%SZ")


def test_what_gathers_pages_changed_when_the_last_of_them_did(client, db):
    rivers, night = make.ThemeFactory(slug="rivers"), make.ThemeFactory(slug="night")
    make.StoryPageFactory(themes=[rivers, night])
    latest = make.StoryPageFactory(themes=[rivers])
    latest.title = "Said otherwise"
    latest.save_revision().publish()
    latest.refresh_from_db()
    moments = {
        slug: read(client).xpath(
            "//s:url[s:loc=$at]/s:lastmod/text()", namespaces=NAMES, at=f"{BASE}/en/themes/{slug}/"
        )[0]
        for slug in ("rivers", "night")
    }
    assert moments["rivers"] == latest.last_published_at.strftime("%Y-%m-%dT%H:%M:%SZ")
    assert moments["night"] <= moments["rivers"]


def test_every_page_that_it_names_is_there_under_its_own_address(client, everything):
    tree = read(client)
    found = addresses(tree)
    assert {f"/{tag}/programmes/tea-and-talk/" for tag in ("en", "ar", "bn")} <= set(found)
    for address in found:
        answer = client.get(address)
        assert answer.status_code == 200
        assert f'<link rel="canonical" href="{BASE}{address}">' in answer.content.decode()


def test_it_has_nothing_that_stands_in_or_is_hidden(client, river_song):
    make.StoryPageFactory(slug="draft", draft=True)
    make.StoryPageFactory(slug="over", expired=True)
    make.StoryPageFactory(slug="private", private=True)
    found = " ".join(addresses(read(client)))
    assert not {"draft", "over", "private"} & set(found.replace("/", " ").split())
    assert "/ar/stories/river-song/" not in found
    assert "/pl/" not in found  # where nobody has published anything yet


def test_a_page_that_is_taken_back_is_gone_at_once(client, river_song):
    assert "/en/stories/river-song/" in addresses(read(client))
    river_song.unpublish()
    found = addresses(read(client))
    assert "/en/stories/river-song/" not in found
    assert "/bn/stories/river-song/" in found


def test_what_is_too_much_for_one_file_is_in_several(client, river_song, monkeypatch):
    make.StoryPageFactory.create_batch(5)
    whole = addresses(read(client))
    monkeypatch.setattr(sitemap, "MOST_ADDRESSES", 4)
    files = addresses(read(client))
    assert files == [f"/sitemap-{number}.xml" for number in range(1, len(files) + 1)]
    parts = [addresses(read(client, file)) for file in files]
    assert [each for part in parts for each in part] == whole
    assert max(map(len, parts)) <= 4
    assert client.get(f"/sitemap-{len(files) + 1}.xml").status_code == 404
    assert client.get("/sitemap-0.xml").status_code == 404


def test_so_is_what_is_too_long_for_one_file(client, river_song, monkeypatch):
    monkeypatch.setattr(sitemap, "MOST_BYTES", 2_000)
    files = addresses(read(client))
    assert len(files) > 1
    assert all(len(client.get(file).content) < 2_300 for file in files)


def test_parts_are_no_address_where_there_is_one_file(client, river_song):
    assert client.get("/sitemap-1.xml").status_code == 404


def test_others_list_what_they_have(client, river_song, monkeypatch):
    monkeypatch.setattr(sitemap, "_sources", dict(sitemap._sources))

    @sitemap.in_sitemap("words")
    def rivers(languages, start, stop):
        yield from [sitemap.Listed({"en": "/en/rivers/surma/"})][start:stop]

    assert addresses(read(client))[-1] == "/en/rivers/surma/"
    assert "words" in client.get("/sitemap.xml")["Cache-Tag"].split(",")


def test_a_theme_is_listed_in_the_languages_that_something_of_it_is_in(client):
    theme = make.ThemeFactory(slug="rivers")
    song = make.StoryPageFactory(language="bn", themes=[theme])
    make.StoryPageFactory(translation_of=song, language="en")
    make.ThemeFactory(slug="of-nothing")
    tree = read(client)
    found = [each for each in addresses(tree) if "/themes/" in each]
    assert found == ["/bn/themes/rivers/", "/en/themes/rivers/"]
    for address in found:
        page = client.get(address).content.decode()
        assert f'<link rel="canonical" href="{BASE}{address}">' in page


def test_it_costs_the_same_for_two_pages_and_for_twenty(client):
    make.StoryPageFactory.create_batch(2)
    client.get("/sitemap.xml")
    with CaptureQueriesContext(connection) as two:
        client.get("/sitemap.xml")
    make.StoryPageFactory.create_batch(18)
    client.get("/sitemap.xml")
    with CaptureQueriesContext(connection) as twenty:
        client.get("/sitemap.xml")
    assert len(twenty) == len(two)


def test_robots_txt_names_it(client):
    assert f"Sitemap: {BASE}/sitemap.xml" in client.get("/robots.txt").content.decode().split("\n")


def test_it_is_known_again(client, river_song):
    tag = client.get("/sitemap.xml")["ETag"]
    assert client.get("/sitemap.xml", headers={"if-none-match": tag}).status_code == 304
    index = make.index(StoryIndexPage, "en")
    index.save()
    assert "list-story" in client.get("/sitemap.xml")["Cache-Tag"]
