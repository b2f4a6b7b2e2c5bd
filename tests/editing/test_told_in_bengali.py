"""A story is told in Bengali, in the admin, and translated from there into English and Arabic."""

import pytest
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from stories.models import StoryIndexPage, StoryPage
from tests.factories import index, locale
from tests.pages.markup import read
from tests.translation.people import editor, signed_in

from .forms import page_form, rich_text, streamfield

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
WORDS = {
    "en": {"নদীর গান": "River song", "নদী পথ।": "The river is a road."},
    "ar": {"নদীর গান": "أغنية النهر", "নদী পথ।": "النهر طريق."},
}


@pytest.fixture
def desk():
    """An editor's browser."""
    return signed_in(editor())


@pytest.fixture
def told(desk):
    parent = index(StoryIndexPage, "bn")
    form = page_form(
        StoryPage,
        title="নদীর গান",
        body=streamfield([("paragraph", rich_text("<p>নদী পথ।</p>"))]),
        **{"action-publish": "action-publish"},
    )
    response = desk.post(f"/admin/pages/add/stories/storypage/{parent.pk}/", form)
    assert response.status_code == 302, response.content.decode()[-2000:]
    return StoryPage.objects.get()


@pytest.fixture
def everywhere(desk, told, django_capture_on_commit_callbacks):
    """The story and its two translations, by language, all published."""
    chosen = {"locales": [str(locale("en").pk), str(locale("ar").pk)]}
    assert desk.post(f"/admin/localize/submit/page/{told.pk}/", chosen).status_code == 302
    for language in WORDS:
        translate(language)
        page = StoryPage.objects.get(locale=locale(language))
        with django_capture_on_commit_callbacks(execute=True):
            edit = f"/admin/pages/{page.pk}/edit/"
            assert desk.post(edit, {"action": "publish"}).status_code == 302
    return pages()


def pages():
    return {page.locale.language_code: page for page in StoryPage.objects.select_related("locale")}


def translate(language, **changed):
    translation = Translation.objects.get(target_locale=locale(language))
    for segment in StringSegment.objects.filter(source=translation.source):
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            context=segment.context,
            locale=translation.target_locale,
            defaults={"data": changed.get("data", WORDS[language].get(segment.string.data))},
        )


def test_the_original_is_read_with_its_translations(client, everywhere):
    assert {tag: page.live for tag, page in everywhere.items()} == dict.fromkeys(everywhere, True)
    assert {page.slug for page in everywhere.values()} == {"nadir-gan"}
    for language, title in (("en", "River song"), ("ar", "أغنية النهر")):
        page = read(client.get(f"/{language}/stories/nadir-gan/"))
        assert page.one("h1").text == title
        assert page.one("p", class_="original").text == "নদীর গান"
    assert not read(client.get("/bn/stories/nadir-gan/")).all("p", class_="original")


def test_a_change_of_the_english_outdates_nothing(
    desk, everywhere, django_capture_on_commit_callbacks
):
    translate("en", data="A song of the river")
    with django_capture_on_commit_callbacks(execute=True):
        desk.post(f"/admin/pages/{everywhere['en'].pk}/edit/", {"action": "publish"})
    now = pages()
    assert now["en"].title == "A song of the river"
    assert {tag: page.freshness for tag, page in now.items()} == {
        "bn": "original",
        "en": "current",
        "ar": "current",
    }


def test_a_change_of_the_bengali_outdates_both(
    desk, everywhere, django_capture_on_commit_callbacks
):
    form = page_form(
        StoryPage,
        title="নদীর গান",
        slug="nadir-gan",
        body=streamfield([("paragraph", rich_text("<p>নদী ঘর।</p>"))]),
        **{"action-publish": "action-publish"},
    )
    with django_capture_on_commit_callbacks(execute=True):
        assert desk.post(f"/admin/pages/{everywhere['bn'].pk}/edit/", form).status_code == 302
    now = pages()
    assert {tag: page.outdated_segments for tag, page in now.items()} == {
        "bn": 0,
        "en": 1,
        "ar": 1,
    }


def test_the_admin_says_which_is_the_original(desk, everywhere):
    for language, words in (("bn", "Original"), ("en", "Told in Bengali")):
        listed = desk.get(f"/admin/pages/{index(StoryIndexPage, language).pk}/").content.decode()
        edited = desk.get(f"/admin/pages/{everywhere[language].pk}/edit/").content.decode()
        assert words in listed
        assert words in edited
