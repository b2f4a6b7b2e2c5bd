"""Every type of page in every state that a translation can be in, read in HTML and by the API.

One family of pages a type, told in Bengali: outdated in Arabic, partial in French (and by a machine),
a draft in English, and not in Somali, where the original stands in.
"""

from dataclasses import dataclass

import pytest

from home.models import HomePage
from stories.models import ContentPage, ProgrammeIndexPage, ProjectIndexPage, StoryIndexPage
from tests.factories import (
    ProgrammePageFactory,
    ProjectPageFactory,
    StandardPageFactory,
    StoryPageFactory,
    home,
    index,
    locale,
    written,
)
from tests.once import once

from .markup import read

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
API = "/api/delivery/v1/"
PATHS = {
    "home": "",
    "page": "about/",
    "programme_index": "programmes/",
    "programme": "programmes/tea/",
    "project_index": "projects/",
    "project": "projects/lanterns/",
    "story_index": "stories/",
    "story": "stories/river/",
}
MADE = {
    "page": StandardPageFactory,
    "programme": ProgrammePageFactory,
    "project": ProjectPageFactory,
    "story": StoryPageFactory,
}
KEPT = {
    "home": HomePage,
    "programme_index": ProgrammeIndexPage,
    "project_index": ProjectIndexPage,
    "story_index": StoryIndexPage,
}
ENDPOINTS = {"story": "stories/", "project": "projects/", "programme": "programmes/"}
PUBLIC = ["ar", "bn", "fr"]


@dataclass(frozen=True)
class State:
    reader: str
    served: str
    direction: str
    freshness: str
    trust: str
    notices: tuple


STATES = {
    "original": State("bn", "bn", "ltr", "original", "original", ()),
    "outdated": State("ar", "ar", "rtl", "outdated", "community", ("outdated",)),
    "partial": State("fr", "fr", "ltr", "current", "machine", ("incomplete", "machine")),
    "fallback": State("so", "bn", "ltr", "original", "original", ("fallback",)),
    "draft only": State("en", "bn", "ltr", "original", "original", ("fallback",)),
}
HOW = {
    "bn": {},
    "ar": {"outdated_segments": 2, "translation_origin": "community"},
    "fr": {"left_out_segments": 1, "translation_origin": "machine"},
    "en": {"live": False},
}
TITLES = {"bn": "নদী", "ar": "نهر", "fr": "La rivière", "en": "River"}
EVERYWHERE = [(kind, state) for kind in PATHS for state in STATES]


def families():
    """The identity of each type's family."""
    for language in (*HOW, "so"):
        locale(language)
    return {kind: str(_family(kind)) for kind in PATHS}


keys = once(families)


def _family(kind):
    original = None
    for language, how in HOW.items():
        words = {"title": f"{TITLES[language]} ({kind})", "summary": TITLES[language], **how}
        if kind in KEPT:
            page = home(language) if kind == "home" else index(KEPT[kind], language)
            rows = ContentPage.objects.filter(pk=page.pk)
            written(rows, source_language="bn", **words)
        else:
            slug = PATHS[kind].strip("/").split("/")[-1]
            page = MADE[kind](language=language, translation_of=original, slug=slug, **words)
        original = original or page
    if kind in KEPT:
        rows = ContentPage.objects.filter(translation_key=original.translation_key)
        written(rows.filter(locale__language_code="so"), live=False, source_language="bn")
    return original.translation_key


def told(kind, state):
    """The contract's `language` of that page for that reader."""
    return {
        "requested": state.reader,
        "served": state.served,
        "source": "bn",
        "dir": state.direction,
        "is_fallback": state.reader != state.served,
        "available": PUBLIC,
        "freshness": state.freshness,
        "trust": state.trust,
    }


def address(kind, language):
    return f"http://testserver/{language}/{PATHS[kind]}"


@pytest.mark.parametrize(("kind", "name"), EVERYWHERE)
def test_in_html(client, keys, kind, name):
    state = STATES[name]
    response = client.get(f"/{state.reader}/{PATHS[kind]}")
    assert response.status_code == 200
    assert response["Content-Language"] == state.reader
    page = read(response)
    around = (state.reader, "rtl" if state.reader == "ar" else "ltr")
    assert page.one("html").language == around
    heading = page.one("h1")
    assert heading.language == (state.served, state.direction)
    assert heading.text == f"{TITLES[state.served]} ({kind})"
    notices = page.all("div", class_="notice")
    assert len(notices) == len(state.notices)
    assert {each.language for each in notices} <= {around}
    offered = {
        a.attrs["hreflang"] for each in notices for a in each.all("a") if "hreflang" in a.attrs
    }
    assert offered == (set(PUBLIC) if "fallback" in state.notices else set())
    assert page.one("link", rel="canonical").attrs["href"] == address(kind, state.served)
    alternates = {
        each.attrs["hreflang"]: each.attrs["href"]
        for each in page.all("link", rel="alternate", type=None)
    }
    assert alternates == {language: address(kind, language) for language in PUBLIC}
    switcher = page.one("nav", class_="languages")
    assert {a.attrs["hreflang"] for a in switcher.all("a")} == {*PUBLIC, state.reader}


@pytest.mark.parametrize(("kind", "name"), EVERYWHERE)
def test_in_the_api(client, keys, kind, name):
    state = STATES[name]
    path = f"{API}{ENDPOINTS.get(kind, 'pages/')}{keys[kind]}/"
    page = client.get(path, {"locale": state.reader}).json()
    assert page["type"] == kind
    assert page["language"] == told(kind, state)
    assert [notice["type"] for notice in page["notices"]] == list(state.notices)
    assert page["url"] == address(kind, state.reader)
    assert page["seo"]["canonical"] == address(kind, state.served)
    assert [each["hreflang"] for each in page["seo"]["alternates"]] == PUBLIC
    assert [(each["locale"], each["url"]) for each in page["translations"]] == [
        (language, address(kind, language)) for language in PUBLIC
    ]
    alone = client.get(path, {"locale": state.reader, "fallback": "none"})
    assert alone.status_code == (404 if state.reader != state.served else 200)
    found = client.get(API + "resolve/", {"path": f"/{state.reader}/{PATHS[kind]}"}).json()
    assert found == {"kind": "page", "page": page}


@pytest.mark.parametrize(("kind", "name"), [each for each in EVERYWHERE if each[0] in MADE])
def test_in_a_list(client, keys, kind, name):
    state = STATES[name]
    asked = {"locale": state.reader}
    path = API + ENDPOINTS.get(kind, "pages/")
    (card,) = client.get(path, asked).json()["items"]
    assert card["language"] == told(kind, state)
    assert (card["id"], card["url"]) == (keys[kind], address(kind, state.reader))
    here = int(state.reader == state.served)
    assert client.get(path, asked | {"fallback": "none"}).json()["count"] == here
    assert client.get(path, asked | {"language": state.reader}).json()["count"] == here


@pytest.mark.parametrize("name", STATES)
@pytest.mark.parametrize("kind", ENDPOINTS)
def test_in_an_html_list(client, keys, kind, name):
    state, path = STATES[name], PATHS[kind].split("/")[0]
    page = read(client.get(f"/{state.reader}/{path}/"))
    title = page.one("h2", class_="card-title")
    assert title.language == (state.served, state.direction)
    narrowed = read(client.get(f"/{state.reader}/{path}/?language={state.reader}"))
    assert len(narrowed.all("h2", class_="card-title")) == int(state.reader == state.served)


@pytest.mark.parametrize("kind", MADE)
def test_missing_everywhere(client, keys, kind):
    written(ContentPage.objects.filter(translation_key=keys[kind]), live=False)
    path = API + ENDPOINTS.get(kind, "pages/")
    for language in (*HOW, "so"):
        assert client.get(f"/{language}/{PATHS[kind]}").status_code == 404
        assert client.get(f"{path}{keys[kind]}/", {"locale": language}).status_code == 404
    assert client.get(path).json()["count"] == 0
