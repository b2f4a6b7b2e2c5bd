"""A story that is not in the reader's language is shown in the best there is, and says so."""

import pytest

from stories.models import StoryIndexPage
from tests.factories import StoryPageFactory, index

from .markup import links, read

TITLE = "নদীর গান"
BODY = [("paragraph", "<p>নদী আমাদের বয়ে এনেছে।</p>")]


@pytest.fixture
def bengali_story(db):
    return StoryPageFactory(
        language="bn", title=TITLE, slug="river-song", summary="নদীর কথা", body=BODY
    )


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
class TestReadInAnotherLanguage:
    @pytest.fixture
    def page(self, client, bengali_story, language):
        response = client.get(f"/{language}/stories/river-song/")
        assert response.status_code == 200
        return read(response)

    def test_chrome_is_in_the_language_asked_for(self, page, language, direction):
        html = page.one("html")
        assert (html.attrs["lang"], html.attrs["dir"]) == (language, direction)
        assert page.one("header", class_="site-header").language == (language, direction)
        assert page.one("footer").language == (language, direction)

    def test_content_says_that_it_is_bengali(self, page, language, direction):
        assert page.one("h1").text == TITLE
        assert page.one("h1").language == ("bn", "ltr")
        assert page.one("p", class_="standfirst").language == ("bn", "ltr")
        assert page.one("div", class_="prose").language == ("bn", "ltr")

    def test_notice_is_in_the_readers_language(self, page, language, direction):
        notice = page.one("div", class_="notice")
        assert notice.language == (language, direction)
        words = {"en": ("not yet in English", "original, in Bengali"), "ar": ()}[language]
        for each in words:
            assert each in notice.text

    def test_canonical_is_the_page_itself(self, page, language, direction):
        canonical = page.one("link", rel="canonical")
        assert canonical.attrs["href"] == "http://testserver/bn/stories/river-song/"

    def test_alternates_are_only_real_translations(self, page, language, direction):
        assert [
            (each.attrs["hreflang"], each.attrs["href"])
            for each in page.all("link", rel="alternate", type=None)
        ] == [("bn", "http://testserver/bn/stories/river-song/")]

    def test_switcher_offers_real_translations_and_where_the_reader_is(
        self, page, language, direction
    ):
        switcher = page.one("nav", class_="languages")
        assert {each.attrs["hreflang"] for each in switcher.all("a")} == {"bn", language}
        current = switcher.one("a", aria_current="true")
        assert current.attrs["hreflang"] == language

    def test_cards_in_lists_say_so_too(self, client, page, language, direction):
        listed = read(client.get(f"/{language}/stories/"))
        card = listed.one("article", class_="card")
        assert card.one("a").attrs["href"] == f"/{language}/stories/river-song/"
        assert card.one("h2").language == ("bn", "ltr")
        assert card.one("p", class_="card-language").language == (language, direction)


def test_default_language_comes_before_the_original(client, bengali_story):
    StoryPageFactory(translation_of=bengali_story, language="en", title="River song")
    page = read(client.get("/ar/stories/river-song/"))
    assert page.one("h1").text == "River song"
    assert page.one("h1").language == ("en", "ltr")
    assert page.one("link", rel="canonical").attrs["href"] == (
        "http://testserver/en/stories/river-song/"
    )
    assert {each.attrs["hreflang"] for each in page.all("link", rel="alternate", type=None)} == {
        "bn",
        "en",
    }


def test_notice_of_a_translation_names_both_languages(client, bengali_story):
    story = StoryPageFactory(translation_of=bengali_story, language="ar", title="أغنية النهر")
    bengali_story.unpublish()
    page = read(client.get("/en/stories/river-song/"))
    assert page.one("h1").text == story.title
    notice = page.one("div", class_="notice").text
    assert "Arabic" in notice
    assert "Bengali" in notice


def test_translation_shows_the_original_title_in_its_own_script(client, bengali_story):
    StoryPageFactory(translation_of=bengali_story, language="en", title="River song")
    page = read(client.get("/en/stories/river-song/"))
    assert page.one("h1").text == "River song"
    original = page.one("p", class_="original")
    assert original.text == TITLE
    assert original.language == ("bn", "ltr")


def test_translation_older_than_its_original_says_so(client, bengali_story):
    StoryPageFactory(translation_of=bengali_story, language="en", title="River song")
    StoryPageFactory()  # later, and nothing to do with it
    assert not read(client.get("/en/stories/river-song/")).all("div", class_="notice")
    bengali_story.summary = "নদী যা মনে রাখে"
    bengali_story.save_revision().publish()
    notice = read(client.get("/en/stories/river-song/")).one("div", class_="notice").text
    assert "1 passage has changed" in notice


def test_draft_translation_is_not_a_translation(client, bengali_story):
    StoryPageFactory(translation_of=bengali_story, language="en", title="River song", draft=True)
    page = read(client.get("/en/stories/river-song/"))
    assert page.one("h1").text == TITLE
    assert "/en/" not in " ".join(
        each.attrs["href"] for each in page.all("link", rel="alternate", type=None)
    )


def test_nothing_is_stored_to_fill_the_gap(client, bengali_story):
    client.get("/en/stories/river-song/")
    assert index(StoryIndexPage, "en").numchild == 0


def test_links_in_a_fallback_page_stay_in_the_readers_language(client, bengali_story):
    other = StoryPageFactory(language="bn", slug="ghat")
    bengali_story.body = [
        ("paragraph", f'<p><a linktype="page" id="{other.pk}">ঘাট</a></p>'),
    ]
    bengali_story.save()
    page = read(client.get("/ar/stories/river-song/"))
    assert links(page.one("div", class_="prose")) == ["/ar/stories/ghat/"]
