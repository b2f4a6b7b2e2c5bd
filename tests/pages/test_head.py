"""What a page tells other sites and caches of itself: addresses that work from anywhere, and its language.

Canonical addresses and alternates in every state are in ``test_every_state``.
"""

import pytest

from tests.factories import StoryImageFactory
from tests.fixtures.everything import LANGUAGES, PATHS

from .markup import read

pytestmark = pytest.mark.any_database

BASE = "http://testserver"


def addresses(head):
    """What the head says where the page is, ``{name: address}``."""
    links = {each.attrs["rel"]: each.attrs["href"] for each in head.all("link")}
    metas = {each.attrs.get("property"): each.attrs.get("content") for each in head.all("meta")}
    return {
        "canonical": links["canonical"],
        "og:url": metas["og:url"],
        "og:image": metas.get("og:image"),
    }


@pytest.mark.parametrize("kind", PATHS)
def test_every_address_works_from_anywhere(client, everything_once, kind):
    page = everything_once.pages[kind, "en"]
    page.lead_image, page.lead_image_alt = StoryImageFactory(rendered=True), "A quay"
    if kind == "story":
        page.content_warnings.clear()  # with one, no picture is shared
    page.save_revision().publish()
    path = PATHS[kind]
    said = addresses(read(client.get(f"/en/{path}?page=1")).one("head"))
    assert said["canonical"] == said["og:url"] == f"{BASE}/en/{path}"
    assert said["og:image"].startswith(f"{BASE}/media/")
    assert client.get(said["og:image"].removeprefix(BASE)).status_code == 200


def test_a_page_that_stands_in_is_shared_as_the_real_one(client, everything_once):
    for language in ("en", "ar"):
        everything_once.pages["story", language].unpublish()
    said = addresses(read(client.get("/ar/stories/river-song/")).one("head"))
    assert said["og:url"] == f"{BASE}/bn/stories/river-song/"


def test_a_picture_of_its_own_for_other_sites_comes_first(client, everything_once):
    page = everything_once.pages["page", "en"]
    own = page.social_image = StoryImageFactory(rendered=True, title="Own")
    page.save_revision().publish()
    image = addresses(read(client.get("/en/about/")).one("head"))["og:image"]
    assert image.removeprefix(f"{BASE}/media/") in {each.file.name for each in own.renditions.all()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_answers_say_their_language_and_differ_by_address_alone(client, everything_once, language):
    everything_once.pages["story", language].unpublish()  # read as a stand-in, but for the original
    urls = [
        *everything_once.urls(language),
        f"/{language}/nowhere/",
        f"/{language}/stories/?theme=x",
    ]
    for url in urls:
        answers = [
            client.get(url, headers={"accept-language": tag, "cookie": f"language={tag}"})
            for tag in ("fr", "ar")
        ]
        assert {each["Content-Language"] for each in answers} == {language}, url
        assert {each.get("Vary", "") for each in answers} <= {"", "Accept-Encoding"}, url


@pytest.mark.parametrize(
    ("path", "language"),
    [
        ("stories/?locale=ar", "ar"),
        ("stories/", "en"),
        ("pages/?locale=bn", "bn"),
        ("resolve/?path=/bn/stories/river-song/", "bn"),
        ("navigation/?locale=ar", "ar"),
    ],
)
def test_answers_of_the_api_do_too(client, everything_once, path, language):
    answer = client.get(f"/api/delivery/v1/{path}", headers={"accept-language": "fr"})
    assert answer["Content-Language"] == language
    assert answer.get("Vary", "") in ("", "Accept-Encoding")


def test_only_the_front_door_asks_for_the_visitors_language(client, db):
    answer = client.get("/", headers={"accept-language": "ar"})
    assert answer["Location"] == "/ar/"
    assert {each.strip() for each in answer["Vary"].split(",")} == {"Accept-Language", "Cookie"}
