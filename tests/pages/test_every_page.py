"""Every type of page, read in three languages."""

import pytest

from tests.fixtures.everything import LANGUAGES, PATHS, WORDS

from .markup import read

pytestmark = pytest.mark.any_database

DATA = "application/ld+json"
DIRECTIONS = {"en": "ltr", "ar": "rtl", "bn": "ltr"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_are_in_the_language_of_their_address(client, everything_once, language):
    for url in everything_once.urls(language):
        response = client.get(url)
        assert response.status_code == 200, url
        html = read(response).one("html")
        assert (html.attrs["lang"], html.attrs["dir"]) == (language, DIRECTIONS[language])
        assert response["Content-Language"] == language
        heading = html.one("h1")
        assert heading.language == (language, DIRECTIONS[language])
        assert heading.text
        assert not html.all("div", class_="notice")


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_show_their_own_words(client, everything_once, language):
    for kind in ("page", "programme", "project", "story"):
        page = read(client.get(f"/{language}/{PATHS[kind]}"))
        assert page.one("h1").text == everything_once.pages[kind, language].title
        assert WORDS[language] in page.one("main").text


@pytest.mark.parametrize("language", LANGUAGES)
def test_html_is_valid(client, everything_once, html_problems, language):
    pages = {
        kind: client.get(f"/{language}/{path}").content.decode() for kind, path in PATHS.items()
    }
    pages["filtered"] = client.get(f"/{language}/stories/?theme=rivers&place=x").content.decode()
    pages["missing"] = client.get(f"/{language}/nowhere/").content.decode()
    pages["withdrawn"] = client.get(f"/{language}/stories/withdrawn-words/").content.decode()
    assert not html_problems(pages)


def test_fallback_html_is_valid(client, everything_once, html_problems):
    for kind in ("page", "programme", "project", "story"):
        everything_once.pages[kind, "en"].unpublish()
        everything_once.pages[kind, "ar"].unpublish()
    pages = {
        kind: client.get(f"/{language}/{path}").content.decode()
        for kind, path in PATHS.items()
        for language in ("en", "ar")
    }
    assert not html_problems(pages)


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_allow_no_inline_code_and_carry_none(client, everything_once, language):
    lost = [f"/{language}/nowhere/", f"/{language}/stories/withdrawn-words/"]
    for url in [*everything_once.urls(language), *lost]:
        response = client.get(url)
        policy = response["Content-Security-Policy"]
        assert "unsafe" not in policy
        assert "default-src 'none'" in policy
        for element in read(response).all():
            assert "style" not in element.attrs, (url, element)
            assert element.tag != "style", url
            # A data block is no code: browsers do not execute it.
            is_code = element.tag == "script" and element.attrs.get("type") != DATA
            assert not is_code or "src" in element.attrs, url
            assert not [name for name in element.attrs if name.startswith("on")], (url, element)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_loaded_from_elsewhere(client, everything_once, language):
    loads = {"src", "srcset", "poster"}
    for url in everything_once.urls(language):
        for element in read(client.get(url)).all():
            names = loads | ({"href"} if element.tag in ("link", "use") else set())
            for name in names & element.attrs.keys():
                value = element.attrs[name]
                own = value.startswith("/") and not value.startswith("//")
                if element.attrs.get("rel") in ("canonical", "alternate"):
                    own = value.startswith("http://testserver/")
                assert own, (url, element.tag, value)


@pytest.mark.parametrize("language", LANGUAGES)
def test_head_is_answered_as_get_without_the_words(client, everything_once, language):
    for url in everything_once.urls(language):
        response = client.head(url)
        assert response.status_code == 200
        assert response.content == b""


def test_pages_can_only_be_read(client, everything_once):
    for url in everything_once.urls("en"):
        assert client.post(url).status_code == 405


@pytest.mark.parametrize("language", LANGUAGES)
def test_pictures_keep_their_place_and_wait_until_they_are_seen(client, everything_once, language):
    for url in everything_once.urls(language):
        images = [image.attrs for image in read(client.get(url)).all("img")]
        assert all(int(image["width"]) and int(image["height"]) for image in images), url
        first = [image for image in images if image.get("loading") != "lazy"]
        assert len(first) <= 1, url
        assert all(image["fetchpriority"] == "high" for image in first), url


def test_pictures_say_what_they_show(client, everything_once):
    for language in LANGUAGES:
        for url in everything_once.urls(language):
            for image in read(client.get(url)).all("img"):
                assert "alt" in image.attrs, url
    story = read(client.get("/en/stories/river-song/"))
    assert "A river" in [image.attrs["alt"] for image in story.all("img")]
