"""Every language of the site starts with a home page and the three lists."""

import re

import pytest
from django.core.management.sql import emit_post_migrate_signal
from wagtail.models import Locale, Page, Site

from home.models import HomePage
from home.structure import ensure_structure
from stories.models import (
    ProgrammeIndexPage,
    ProjectIndexPage,
    StoryIndexPage,
    StoryPage,
)
from tests.factories import StandardPageFactory, StoryPageFactory, home, locale

from .markup import read

pytestmark = pytest.mark.django_db
INDEXES = {
    "programmes": ProgrammeIndexPage,
    "projects": ProjectIndexPage,
    "stories": StoryIndexPage,
}


@pytest.mark.parametrize("language", ["en", "ar", "bn"])
def test_migrating_gives_every_configured_language_a_site(client, language):
    front = HomePage.objects.get(locale__language_code=language)
    assert front.live
    assert front.depth == 2
    for slug, model in INDEXES.items():
        page = model.objects.get(locale__language_code=language)
        assert page.get_parent().pk == front.pk
        assert (page.slug, page.live) == (slug, True)
    assert client.get(f"/{language}/").status_code == 200


def test_translations_of_a_list_are_one_page():
    for model in [HomePage, *INDEXES.values()]:
        assert len(set(model.objects.values_list("translation_key", flat=True))) == 1


def test_site_leads_to_the_default_language():
    assert Site.objects.get(is_default_site=True).root_page.locale.language_code == "en"


def test_migrating_again_changes_nothing():
    before = list(Page.objects.order_by("pk").values())
    emit_post_migrate_signal(verbosity=0, interactive=False, db="default")
    ensure_structure(["en", "ar", "bn"])
    assert list(Page.objects.order_by("pk").values()) == before


def test_what_editors_changed_stays():
    front = home("en")
    front.title, front.navigation = "Welcome", []
    front.save()
    ensure_structure(["en", "ar", "bn"])
    assert home("en").title == "Welcome"


def test_language_added_by_an_editor_is_a_site_at_once(client, admin_client):
    response = admin_client.post(
        "/admin/locales/new/",
        {"language_code": "so", "component-is_enabled": "", "component-sync_from": ""},
    )
    assert response.status_code == 302, response.content.decode()[-3000:]
    assert Locale.objects.filter(language_code="so").exists()
    StoryPageFactory(slug="song", title="Song")
    page = read(client.get("/so/stories/song/"))
    assert page.one("html").attrs["lang"] == "so"
    assert page.one("h1").language == ("en", "ltr")
    assert client.get("/so/").status_code == 200
    assert StoryIndexPage.objects.get(locale__language_code="so").slug == "stories"


@pytest.mark.parametrize(
    ("language", "title"),
    [("bn", "নদীর গান"), ("ar", "أغنية النهر"), ("en", "River’s song"), ("bn", "…")],
)
def test_addresses_are_ascii_whatever_the_title(client, language, title):
    story = StoryPageFactory(language=language, title=title, slug="")
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", story.slug)
    assert client.get(f"/{language}/stories/{story.slug}/").status_code == 200


def test_second_story_of_a_title_gets_another_address():
    slugs = [StoryPageFactory(language="bn", title="নদী", slug="").slug for _ in range(3)]
    assert len(set(slugs)) == 3


def test_stories_in_two_languages_never_share_an_address(client):
    """Because a path without its language names one page."""
    StoryPageFactory(language="en", title="Nadi", slug="")
    bengali = StoryPageFactory(language="bn", title="Nadi", slug="")
    assert bengali.slug == "nadi-2"
    assert read(client.get("/en/stories/nadi-2/")).one("h1").language == ("bn", "ltr")


def test_page_in_a_deep_place_is_found_in_other_languages(client):
    above = StandardPageFactory(slug="about")
    StandardPageFactory(slug="access", parent=above, title="Access")
    assert read(client.get("/ar/about/access/")).one("h1").text == "Access"


def test_source_language_is_the_one_it_was_written_in():
    story = StoryPageFactory(language="bn")
    StoryPageFactory(translation_of=story, language="en")
    assert set(StoryPage.objects.values_list("source_language", flat=True)) == {"bn"}


def test_a_language_whose_titles_nobody_knows_is_no_claim(client):
    """Where the first pages' titles are not known in a language, they wait as drafts."""
    locale("syl")
    assert not home("syl").live
    page = read(client.get("/syl/"))
    assert page.one("h1").language == ("en", "ltr")
    assert page.one("link", rel="canonical").attrs["href"] == "http://testserver/en/"
    StoryPageFactory(language="syl", title="ꠘꠖꠤ", slug="nodi")
    assert client.get("/syl/stories/nodi/").status_code == 200
    front = home("syl")
    front.title = "ꠛꠣꠠꠤ"
    front.save_revision().publish()
    assert read(client.get("/syl/")).one("h1").language[0] == "syl"


def test_a_word_that_two_languages_share_is_no_gap():
    locale("fr")
    assert ProgrammeIndexPage.objects.get(locale=locale("fr")).live


def test_another_default_language_finds_the_site_as_it_is(settings):
    key = home("en").translation_key
    settings.LANGUAGE_CODE = "so"
    ensure_structure(["bn"])
    assert home("so").translation_key == key
    assert home("so").navigation
    assert Site.objects.get().root_page.pk == home("so").pk
    assert HomePage.objects.filter(locale__language_code="en").count() == 1
