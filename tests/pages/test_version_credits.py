"""Who translated and reviewed a page, how old it is and what it lacks: told on every type of page."""

import pytest

from stories.models import StoryIndexPage, StoryPage
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

from .markup import read

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

FACTORIES = {
    "stories/x/": StoryPageFactory,
    "projects/x/": ProjectPageFactory,
    "programmes/x/": ProgrammePageFactory,
    "x/": StandardPageFactory,
}
CREDIT = {"translated_by": "Asha Noor; Omar", "reviewed_by": "Elders' circle"}


def translation(factory, language="ar", **values):
    original = factory(language="bn", slug="x", title="নদী")
    return factory(translation_of=original, language=language, title="A river", **values)


@pytest.mark.parametrize("path", FACTORIES)
def test_every_type_of_page_names_who_translated_and_reviewed_it(client, path):
    translation(FACTORIES[path], **CREDIT)
    page = read(client.get(f"/ar/{path}"))
    credit = page.one("p", class_="version-credit")
    assert [each.text for each in credit.all("bdi")] == ["Asha Noor", "Omar", "Elders' circle"]
    assert credit.language == ("ar", "rtl")


@pytest.mark.parametrize("page", [home, lambda tag: index(StoryIndexPage, tag)])
def test_front_and_index_pages_too(client, page):
    found = page("ar")
    written(type(found).objects.filter(pk=found.pk), **CREDIT, source_language="en")
    path = "" if found.depth == 2 else "stories/"
    credit = read(client.get(f"/ar/{path}")).one("p", class_="version-credit")
    assert "Asha Noor" in credit.text


def test_names_are_listed_as_the_reader_lists_them(client):
    story = translation(StoryPageFactory, **CREDIT)
    StoryPage.objects.get(translation_key=story.translation_key, locale=locale("bn")).delete()
    shown = {
        tag: read(client.get(f"/{tag}/stories/x/")).one("p", class_="version-credit").text
        for tag in ("en", "ar")
    }
    # In English as a stand-in: the words around the names are the reader's.
    assert shown["en"] == "Translated by Asha Noor and Omar Reviewed by Elders' circle"
    assert "Asha Noor و Omar" in shown["ar"]


def test_an_original_has_no_translator_whatever_its_fields_hold(client):
    StoryPageFactory(slug="x", translated_by="Asha")
    assert not read(client.get("/en/stories/x/")).all("p", class_="version-credit")


def test_a_name_is_text_and_not_markup(client):
    translation(StoryPageFactory, translated_by="<b>Asha</b> {0}")
    page = read(client.get("/ar/stories/x/"))
    assert page.one("p", class_="version-credit").one("bdi").text == "<b>Asha</b> {0}"


def test_who_translated_is_named_once_and_does_not_speak(client):
    speaker = {"name": "Rahima", "role": "storyteller", "biography": ""}
    translation(StoryPageFactory, **CREDIT, contributors=[("contributor", speaker)])
    page = read(client.get("/ar/stories/x/"))
    names = page.one("section", class_="contributors").all("p", class_="contributor-name")
    assert [each.text for each in names] == ["Rahima"]


@pytest.mark.parametrize("path", FACTORIES)
def test_what_is_left_out_is_not_called_changed(client, path):
    translation(FACTORIES[path], "en", left_out_segments=2)
    notice = read(client.get(f"/en/{path}")).one("div", class_="notice")
    assert notice.text.startswith("2 passages of the original are not translated yet.")
    assert notice.one("a").attrs["href"] == f"/bn/{path}"


def test_numbers_are_in_the_readers_digits(client):
    original = StoryPageFactory(language="en", slug="x")
    StoryPageFactory(
        translation_of=original, language="bn", left_out_segments=2, outdated_segments=3
    )
    notices = read(client.get("/bn/stories/x/")).all("div", class_="notice")
    assert ["৩" in notices[0].text, "২" in notices[1].text] == [True, True]


@pytest.mark.parametrize("path", FACTORIES)
def test_clients_of_the_api_are_told_the_same(client, path):
    page = translation(
        FACTORIES[path],
        **CREDIT,
        left_out_segments=1,
        outdated_segments=3,
        translation_origin="machine",
    )
    kind = {"x/": "pages/"}.get(path, path.removesuffix("x/"))
    address = f"/api/delivery/v1/{kind}{page.translation_key}/"
    answer = client.get(address, {"locale": "en", "fallback": "ar"})
    assert answer.status_code == 200
    notices = {each["type"]: each["text"] for each in answer.json()["notices"]}
    assert set(notices) == {
        "fallback", "outdated", "incomplete", "machine", "translated_by", "reviewed_by",
    }  # fmt: skip
    isolated = "Translated by \u2068Asha Noor\u2069 and \u2068Omar\u2069"
    assert notices["translated_by"] == isolated
    assert answer.json()["language"]["freshness"] == "outdated"
