"""What the site says itself is marked as the language that it is said in, content as its own."""

from datetime import date

import pytest
from django.utils import translation

from stories.models import StoryIndexPage
from stories.translation.interface import interface_language
from tests.factories import ProjectPageFactory, StoryPageFactory, ThemeFactory, home, index, locale

from .markup import read

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.mark.parametrize(
    ("asked", "spoken"),
    [("en", "en"), ("ar", "ar"), ("zh-hans", "zh-hans"), ("yo", "en"), ("am", "en"), ("ti", "en"),
     ("om", "en"), ("ur", "ur"), ("sw", "en"), ("es-mx", "es"), ("en-gb", "en"), ("zh-hant", "en")],
)  # fmt: skip
def test_the_interface_is_in_the_nearest_language_that_it_is_complete_in(asked, spoken):
    assert interface_language(asked) == spoken


def test_else_it_is_in_the_default_language(settings):
    settings.LANGUAGE_CODE = "so"
    interface_language.cache_clear()
    try:
        assert interface_language("yo") == "so"
        settings.LANGUAGE_CODE = "yo"
        interface_language.cache_clear()
        assert interface_language("am") == "en"
    finally:
        interface_language.cache_clear()


WORDS = {"yo": ("Orin odò", "Odò náà gbé wa wá"), "am": ("የወንዝ ዘፈን", "ወንዙ ወደዚህ አመጣን")}


@pytest.mark.parametrize("language", WORDS)
class TestRead:
    @pytest.fixture
    def answer(self, client, language):
        title, words = WORDS[language]
        theme = ThemeFactory(name="Rivers", slug="rivers")
        locale(language)
        project = ProjectPageFactory(title="Lanterns", slug="lanterns")
        story = StoryPageFactory(
            language=language, title=title, slug="song", summary=words, told_on=date(2024, 3, 9),
            body=[("paragraph", f"<p>{words}</p>")], themes=[theme], project=project,
            contributors=[{"name": "Adunni", "role": "storyteller", "biography": words}],
        )  # fmt: skip
        StoryPageFactory(translation_of=story, language="ar", title="أغنية النهر")
        return client.get(f"/{language}/stories/song/")

    def test_the_page_does_not_call_english_words_by_another_name(self, answer, language):
        page = read(answer)
        assert page.one("html").language == ("en", "ltr")
        assert answer["Content-Language"] == language
        skip, footer = page.one("a", class_="skip"), page.one("p", class_="site-footer-note")
        assert (skip.text, skip.language) == ("Skip to content", ("en", "ltr"))
        assert footer.language == ("en", "ltr")
        assert page.one("h2", id="contributors").language == ("en", "ltr")
        assert page.one("p", class_="contributor-role").language == ("en", "ltr")

    def test_content_is_in_its_own_language(self, answer, language):
        page = read(answer)
        own = (language, "ltr")
        assert page.one("h1").language == own
        assert page.one("p", class_="standfirst").language == own
        assert page.one("div", class_="prose").language == own
        assert page.one("title").language == own
        assert page.one("p", class_="contributor-biography").language == own
        assert not page.all("div", class_="notice")

    def test_what_stands_in_beside_it_says_so_too(self, answer, language):
        page = read(answer)
        words = {each.text: each.language for each in page.all("bdi")}
        assert words["Rivers"] == words["Lanterns"] == ("en", "ltr")
        menu = {a.text: a.language for a in page.one("nav", class_="site-navigation").all("a")}
        assert menu == {
            each.title: (language, "ltr") for each in home(language).get_children()
        }  # the starting pages' titles are known in both
        crumb = page.one("nav", class_="breadcrumbs").all("bdi")[-1]
        assert (crumb.text, crumb.language) == (
            index(StoryIndexPage, language).title,
            (language, "ltr"),
        )

    def test_addresses_stay_in_the_language_asked_for(self, answer, language):
        page = read(answer)
        assert page.one("p", class_="site-name").one("a").attrs["href"] == f"/{language}/"
        current = page.one("nav", class_="languages").one("a", aria_current="true")
        assert current.attrs["hreflang"] == language
        for link in page.one("nav", class_="site-navigation").all("a"):
            assert link.attrs["href"].startswith(f"/{language}/")

    def test_dates_are_written_as_the_words_around_them(self, answer, language):
        assert read(answer).one("time").text == "9 March 2024"

    def test_notices_and_lists_are_in_the_interfaces_language(self, client, answer, language):
        bengali = StoryPageFactory(language="bn", title="নদী", slug="nodi")
        page = read(client.get(f"/{language}/stories/nodi/"))
        notice = page.one("div", class_="notice")
        assert notice.language == ("en", "ltr")
        assert f"not yet in {translation.get_language_info(language)['name']}" in notice.text
        assert page.one("h1").language == ("bn", "ltr")
        cards = read(client.get(f"/{language}/stories/")).all("h2", class_="card-title")
        assert {each.text: each.language for each in cards} == {
            bengali.title: ("bn", "ltr"),
            WORDS[language][0]: (language, "ltr"),
        }

    def test_a_missing_page_says_so_in_the_interfaces_language(self, client, answer, language):
        missing = client.get(f"/{language}/nowhere/")
        assert missing.status_code == 404
        assert read(missing).one("h1").language == ("en", "ltr")
        assert missing["Content-Language"] == language

    def test_the_api_says_the_same(self, client, answer, language):
        found = client.get("/api/delivery/v1/stories/?locale=" + language).json()["items"][0]
        assert found["language"]["requested"] == found["language"]["served"] == language
        path = f"/api/delivery/v1/stories/{found['id']}/?locale={language}"
        assert client.get(path).json()["contributors"][0]["role"] == "Storyteller"


def test_a_language_with_a_translated_interface_has_its_words_and_direction(client):
    locale("ur")
    StoryPageFactory(
        language="ur", title="دریا کا گیت", slug="song", told_on=date(2024, 3, 9),
        contributors=[{"name": "زہرا", "role": "storyteller", "biography": ""}],
    )  # fmt: skip
    page = read(client.get("/ur/stories/song/"))
    assert page.one("html").language == ("ur", "rtl")
    skip = page.one("a", class_="skip")
    assert (skip.text, skip.language) == ("سیدھے مواد پر جائیں", ("ur", "rtl"))
    assert page.one("h1").language == ("ur", "rtl")
    assert page.one("p", class_="contributor-role").text == "راوی"
    assert page.one("time").text == "9 مارچ، 2024"


def test_html_is_valid(client, html_problems):
    locale("am")
    StoryPageFactory(
        language="am", title="ወንዝ", slug="song", summary="ወንዝ", themes=[ThemeFactory()]
    )
    paths = {"home": "/am/", "story": "/am/stories/song/", "list": "/am/stories/?theme=word"}
    pages = {name: client.get(path).content.decode() for name, path in paths.items()}
    assert not html_problems(pages)
