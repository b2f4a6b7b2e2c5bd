"""What the site tells a browser that installs it, and what it says where there is no network."""

import pytest
from PIL import Image

from tests.factories import StoryPageFactory, home
from tests.pages.markup import read

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl"), ("bn", "ltr")])
def test_manifest_is_in_the_language_of_its_address(client, language, direction):
    front = home(language)
    front.organisation = "متحف" if language == "ar" else "Ferrybank Museum"
    front.save_revision().publish()
    answer = client.get(f"/{language}/manifest.webmanifest")
    assert answer["Content-Type"].startswith("application/manifest+json")
    found = answer.json()
    assert found["name"] == f"Meeting Place · {front.organisation}"
    assert (found["lang"], found["dir"]) == (language, direction)
    assert found["start_url"] == f"/{language}/"
    assert found["display"] == "minimal-ui"
    assert found["id"] == found["scope"] == "/"
    page = read(client.get(f"/{language}/"))
    assert page.one("link", rel="manifest").attrs["href"] == f"/{language}/manifest.webmanifest"


def test_icons_are_there_in_the_sizes_that_are_said(client, settings):
    icons = client.get("/en/manifest.webmanifest").json()["icons"]
    assert {(icon.get("purpose"), icon["sizes"]) for icon in icons} >= {
        ("any", "192x192"),
        ("any", "512x512"),
        ("maskable", "512x512"),
    }
    for icon in icons:
        path = settings.SITE / "static" / icon["src"].removeprefix("/static/")
        if icon["type"] == "image/png":
            with Image.open(path) as picture:
                assert f"{picture.width}x{picture.height}" == icon["sizes"]
        assert path.exists()


def test_menus_that_change_change_the_manifest(client):
    before = client.get("/en/manifest.webmanifest")
    front = home("en")
    front.organisation = "Quay Museum"
    front.save_revision().publish()
    after = client.get("/en/manifest.webmanifest")
    assert after.json()["name"].endswith("Quay Museum")
    assert after["ETag"] != before["ETag"]


def test_languages_without_a_site_have_neither(client):
    for path in ("offline/", "manifest.webmanifest"):
        assert client.get(f"/sw/{path}").status_code == 404


def test_offline_page_is_right_and_not_for_search_engines(client, html_problems):
    answers = {language: client.get(f"/{language}/offline/") for language in ("en", "ar")}
    assert html_problems({tag: each.content.decode() for tag, each in answers.items()}) == ""
    page = read(answers["ar"])
    assert page.one("html").language == ("ar", "rtl")
    assert page.one("meta", name="robots").attrs["content"] == "noindex"
    assert answers["en"]["Cache-Control"].startswith("public")


def test_worker_is_asked_for_again_each_time(client):
    answer = client.get("/service-worker.js")
    assert answer["Content-Type"].startswith("text/javascript")
    assert answer["Cache-Control"] == "no-cache"
    assert b"since=latest" in answer.content


def test_switched_off_there_is_only_a_worker_that_ends_itself(client, settings):
    settings.OFFLINE_READING = False
    answer = client.get("/service-worker.js")
    assert b"unregister" in answer.content
    assert b"fetch" not in answer.content
    assert client.get("/en/offline/").status_code == 404
    assert b"offline" not in client.get("/en/").content


def test_only_stories_say_that_they_were_read(client):
    StoryPageFactory(slug="song")
    marked = {
        path: "data-story"
        in read(client.get(path)).one("script", **{"data-offline": "/en/offline/"}).attrs
        for path in ("/en/", "/en/stories/", "/en/stories/song/", "/en/search/", "/en/offline/")
    }
    assert [path for path, is_story in marked.items() if is_story] == ["/en/stories/song/"]


def test_asked_for_with_a_change_a_story_is_the_same(client):
    StoryPageFactory(slug="song")
    plain, asked = (client.get(f"/en/stories/song/{query}") for query in ("", "?log=MTo0Mg"))
    assert asked.content == plain.content
