"""What stands in for a missing translation, and how an answer says so."""

import pytest
from wagtail.models import Locale

from stories.translation.models import LanguageSettings, StandIn
from tests.factories import StoryPageFactory, ThemeFactory


@pytest.fixture
def bengali(db):
    return StoryPageFactory(title="নদী", language="bn")


def test_by_default_the_site_s_language_stands_in_then_the_original(ask, bengali):
    path = f"stories/{bengali.translation_key}/"
    assert ask(path, locale="ar")["language"]["served"] == "bn"
    StoryPageFactory(translation_of=bengali, language="en", title="River")
    assert ask(path, locale="ar")["language"]["served"] == "en"
    StoryPageFactory(translation_of=bengali, language="ar", title="نهر")
    assert ask(path, locale="ar")["language"]["served"] == "ar"


def test_an_answer_says_what_stands_in(ask, bengali):
    page = ask(f"stories/{bengali.translation_key}/", locale="ar")
    assert page["language"] == {
        "requested": "ar",
        "served": "bn",
        "source": "bn",
        "dir": "ltr",
        "is_fallback": True,
        "available": ["bn"],
        "freshness": "original",
        "trust": "original",
    }
    assert [notice["type"] for notice in page["notices"]] == ["fallback"]
    assert page["url"] == f"http://testserver/ar/stories/{bengali.slug}/"
    assert page["seo"]["canonical"] == f"http://testserver/bn/stories/{bengali.slug}/"
    assert [each["hreflang"] for each in page["seo"]["alternates"]] == ["bn"]
    assert ask("stories/", locale="ar")["items"][0]["language"] == page["language"]


def test_nothing_stands_in_where_nothing_may(ask, bengali):
    path = f"stories/{bengali.translation_key}/"
    ask(path, 404, locale="ar", fallback="none")
    assert ask("stories/", locale="ar", fallback="none") == {"count": 0, "items": []}
    assert ask("stories/", locale="bn", fallback="none")["count"] == 1


def test_only_listed_languages_stand_in_and_in_that_order(ask, bengali):
    StoryPageFactory(translation_of=bengali, language="en", title="River")
    path = f"stories/{bengali.translation_key}/"
    assert ask(path, locale="ar", fallback="bn,en")["title"] == "নদী"
    assert ask(path, locale="ar", fallback="en,bn")["title"] == "River"
    assert ask("stories/", locale="ar", fallback="bn, en")["items"][0]["title"] == "নদী"
    only_bengali = StoryPageFactory(language="bn", title="একা")
    ask(f"stories/{only_bengali.translation_key}/", 404, locale="ar", fallback="en")
    assert ask("stories/", locale="ar", fallback="en")["count"] == 1


def test_each_story_once_whatever_its_languages(ask, bengali):
    StoryPageFactory(translation_of=bengali, language="en", title="River")
    StoryPageFactory(translation_of=bengali, language="ar", title="نهر")
    StoryPageFactory(title="English only")
    for locale, titles in {
        "en": ["English only", "River"],
        "ar": ["English only", "نهر"],
        "bn": ["English only", "নদী"],
    }.items():
        answer = ask("stories/", locale=locale)
        assert answer["count"] == 2
        assert sorted(item["title"] for item in answer["items"]) == titles


def test_a_draft_translation_stands_for_nothing(ask, bengali):
    StoryPageFactory(translation_of=bengali, language="en", title="Not yet", draft=True)
    page = ask(f"stories/{bengali.translation_key}/")
    assert page["title"] == "নদী"
    assert page["language"]["available"] == ["bn"]
    assert [each["locale"] for each in page["translations"]] == ["bn"]


def test_a_translation_older_than_its_original_says_so(ask, bengali):
    StoryPageFactory(translation_of=bengali, language="en", title="River", outdated_segments=2)
    page = ask(f"stories/{bengali.translation_key}/")
    assert page["language"]["freshness"] == "outdated"
    assert [notice["type"] for notice in page["notices"]] == ["outdated"]


def test_the_browser_s_language_does_not_matter(client, bengali):
    StoryPageFactory(translation_of=bengali, language="en", title="River")
    response = client.get("/api/delivery/v1/stories/", HTTP_ACCEPT_LANGUAGE="bn")
    assert response.json()["items"][0]["title"] == "River"


def test_words_follow_the_same_chain_as_pages(ask, client, db):
    english = ThemeFactory(name="Weaving", slug="weaving")
    ThemeFactory(translation_of=english, language="bn", name="বয়ন")
    story = StoryPageFactory(themes=[english], slug="song")
    arabic = LanguageSettings.objects.get(locale__language_code="ar")
    arabic.stand_ins = [StandIn(locale=Locale.objects.get(language_code="bn"))]
    arabic.save()
    page = ask(f"stories/{story.translation_key}/", locale="ar")
    assert [each["title"] for each in page["themes"]] == ["বয়ন"]
    assert ask("taxonomies/", locale="ar")["themes"][0]["title"] == "বয়ন"
    assert ">বয়ন<" in client.get("/ar/stories/song/").content.decode()
    assert ask("taxonomies/", locale="en")["themes"][0]["title"] == "Weaving"
