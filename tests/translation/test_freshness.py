"""Readers are told how many passages a translation is behind, and never a wrong number."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Revision
from wagtail_localize.models import Translation

from stories.translation.freshness import declare_current
from tests.factories import StoryPageFactory

from .telling import (
    ENGLISH,
    body_with,
    go_live,
    page_in,
    publish,
    submitted,
    told,
    translate,
    translated,
    translations_of,
)

pytestmark = pytest.mark.django_db


def reword(rows):
    rows[0]["value"]["text"] = "নদীর ধারে"


def insert(rows):
    rows.insert(0, {"type": "paragraph", "value": "<p>শোনো।</p>", "id": "new"})


def move(rows):
    rows.insert(0, rows.pop())


def remove(rows):
    rows.pop(0)


def behind(original, language="en"):
    return page_in(original, language).outdated_segments


def test_a_new_translation_is_current():
    original = told()
    english = translated(original)
    assert english.live
    assert english.title == "River song"
    assert (english.freshness, english.outdated_segments) == ("current", 0)
    assert original.freshness == "original"


@pytest.mark.parametrize(("change", "count"), [(reword, 1), (insert, 1), (move, 0), (remove, 1)])
def test_a_change_of_the_original_is_counted_passage_by_passage(change, count):
    original = told()
    english = translated(original)
    publish(original, body=body_with(original, change))
    assert behind(original) == count
    assert list(page_in(original, "en").body.raw_data) == list(english.body.raw_data)


def test_changes_that_nobody_reacted_to_add_up_and_a_change_back_takes_them_away():
    original = told()
    translated(original)
    publish(original, summary="অন্য কথা।")
    publish(original, body=body_with(original, reword))
    assert behind(original) == 2
    publish(original, summary="এক নদীর গল্প।")
    assert behind(original) == 1


def test_a_draft_of_the_original_is_nobodys_business():
    original = told()
    translated(original)
    original.summary = "অন্য কথা।"
    original.save_revision()
    assert behind(original) == 0


def test_translated_but_not_yet_published_passages_stay_behind():
    original = told()
    english = translated(original)
    publish(original, summary="অন্য কথা।")
    translation = Translation.objects.get()
    translate(translation, {"অন্য কথা।": "Other words."})
    publish(original, body=body_with(original, reword))
    assert behind(original) == 2
    translate(translation, {"নদীর ধারে": "By the river"})
    go_live(translation)
    english.refresh_from_db()
    assert (english.summary, english.outdated_segments) == ("Other words.", 0)


def test_the_english_translation_never_outdates_the_original():
    original = told()
    english = translated(original)
    publish(english, summary="A tale of a river.")
    original.refresh_from_db()
    assert original.outdated_segments == 0
    assert original.freshness == "original"


def test_a_minor_edit_outdates_nothing_and_keeps_the_translations():
    original = told()
    translated(original)
    original = publish(original, summary="এক নদীর গল্প!", minor_edit=True)
    assert behind(original) == 0
    assert Translation.objects.get().get_progress() == (7, 7)
    assert translations_of("এক নদীর গল্প!") == ["The story of a river."]


def test_the_box_for_a_minor_edit_is_empty_again_for_the_next_edit():
    original = publish(told(), summary="এক নদীর গল্প!", minor_edit=True)
    assert not original.minor_edit
    assert not original.get_latest_revision_as_object().minor_edit


def test_a_minor_edit_does_not_hide_an_earlier_change():
    original = told()
    translated(original)
    publish(original, summary="অন্য কথা।")
    publish(original, body=body_with(original, reword), minor_edit=True)
    assert behind(original) == 1


def test_a_page_that_is_unpublished_and_comes_back_is_compared_with_what_was_read():
    original = told()
    translated(original)
    original.unpublish()
    original.refresh_from_db()
    publish(original, summary="অন্য কথা।")
    assert behind(original) == 1


def test_a_translation_that_comes_back_is_as_old_as_it_was():
    original = told()
    english = translated(original)
    publish(original, summary="অন্য কথা।")
    english.refresh_from_db()
    english.unpublish()
    english.get_latest_revision().publish()
    assert behind(original) == 1


def test_a_translation_of_a_translation_follows_both():
    original = told()
    english = translated(original)
    polish = submitted(english, "ar")
    translate(polish, {text: f"{text} (ar)" for text in ENGLISH.values()})
    go_live(polish)
    assert page_in(original, "ar").source_language == "bn"
    publish(original, summary="অন্য কথা।")
    assert (behind(original), behind(original, "ar")) == (1, 1)
    translation = Translation.objects.get(target_locale__language_code="en")
    translate(translation, {"অন্য কথা।": "Other words."})
    go_live(translation)
    assert (behind(original), behind(original, "ar")) == (0, 1)
    translate(polish, {"Other words.": "Other words. (ar)"})
    go_live(polish)
    assert behind(original, "ar") == 0


def ordinary(original, **values):
    """A translation that is an ordinary page, as an import makes them."""
    page = StoryPageFactory(
        translation_of=original,
        language="en",
        live=False,
        title="River song",
        summary="The story of a river.",
        body=[
            ("heading", {"text": "The river", "level": "2"}),
            ("paragraph", "<p>A river is a road.</p><p>We went to the ghat.</p>"),
            ("quote", {"text": "The river is our mother.", "attribution": "Rahima"}),
        ],
        **values,
    )
    return publish(page)


def test_an_ordinary_page_is_measured_too():
    original = told()
    ordinary(original)
    publish(original, body=body_with(original, reword), summary="অন্য কথা।")
    assert behind(original) == 2


def test_an_ordinary_page_is_current_again_when_its_words_were_changed():
    original = told()
    english = ordinary(original)
    publish(original, summary="অন্য কথা।")
    publish(english)
    assert behind(original) == 1
    publish(english, summary="A story of the river", minor_edit=True)
    assert behind(original) == 1
    publish(english, summary="Other words.")
    assert behind(original) == 0


def test_a_translation_that_says_it_all_already_can_be_declared_current():
    original = told()
    english = ordinary(original)
    publish(original, summary="অন্য কথা।")
    declare_current(english)
    assert behind(original) == 0


def test_pages_that_were_never_published_through_wagtail_are_measured_from_the_next_change():
    original = StoryPageFactory(language="bn", title="নদীর গান", summary="এক নদীর গল্প।")
    StoryPageFactory(translation_of=original, language="en", title="River song", summary="A river.")
    publish(original, summary="অন্য কথা।")
    assert behind(original) == 1


def test_a_draft_that_was_only_submitted_is_not_behind():
    original = told()
    submitted(original)
    publish(original, summary="অন্য কথা।")
    assert behind(original) == 0


def test_a_copy_of_a_page_is_credited_to_nobody():
    original = told()
    english = translated(original)
    publish(english, translated_by="Rahima", reviewed_by="Noor", translation_origin="machine")
    submitted(english, "ar")
    arabic = page_in(original, "ar")
    assert (arabic.translated_by, arabic.reviewed_by) == ("", "")
    assert arabic.translation_origin == "human"


def test_a_scheduled_original_outdates_when_it_goes_live():
    original = told()
    translated(original)
    original.summary = "অন্য কথা।"
    original.go_live_at = timezone.now() + timedelta(days=1)
    original.save_revision().publish()
    assert behind(original) == 0
    waiting = Revision.objects.get(approved_go_live_at__isnull=False)
    waiting.approved_go_live_at = timezone.now() - timedelta(minutes=1)
    waiting.content["go_live_at"] = None
    waiting.save()
    call_command("publish_scheduled")
    assert behind(original) == 1
