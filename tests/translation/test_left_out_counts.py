"""Passages that a publisher left out are counted apart from those that changed."""

import pytest

from stories.translation.freshness import declare_current
from stories.translation.version_publishing import publish_complete_part

from .telling import (
    ENGLISH,
    body_with,
    go_live,
    page_in,
    publish,
    submitted,
    told,
    translate,
)

pytestmark = pytest.mark.django_db


def left_out():
    """A story that is live in English without its heading and without who is quoted."""
    translation = submitted(told())
    missing = ("নদী", "রহিমা")
    translate(translation, {text: ENGLISH[text] for text in ENGLISH if text not in missing})
    publish_complete_part(translation)
    return translation


def english(translation):
    return page_in(translation.source.get_source_instance(), "en")


def counts(page):
    return {"changed": page.outdated_segments, "left out": page.left_out_segments}


def test_what_was_left_out_and_what_changed_are_counted_apart():
    translation = left_out()
    original = translation.source.get_source_instance()
    publish(original, summary="অন্য কথা।")
    page = english(translation)
    assert counts(page) == {"changed": 1, "left out": 2}
    assert page.freshness == "outdated"


def test_what_was_left_out_stays_left_out_when_it_changes_until_it_goes():
    translation = left_out()
    original = translation.source.get_source_instance()

    def reword(rows):
        rows[0]["value"]["text"] = "নদী, আর নদী।"

    publish(original, body=body_with(original, reword))
    assert counts(english(translation)) == {"changed": 0, "left out": 2}
    assert english(translation).freshness == "current"
    publish(original, body=body_with(original, lambda rows: rows[1:2]))
    assert counts(english(translation)) == {"changed": 1, "left out": 0}  # the quote is gone


def test_what_is_left_out_of_a_translation_is_missing_from_those_made_of_it():
    translation = left_out()
    version = english(translation)
    arabic = submitted(version, "ar")
    translate(arabic, {text: f"{text} (ar)" for text in ENGLISH.values()})
    go_live(arabic)
    page = page_in(version, "ar")
    assert counts(page) == {"changed": 0, "left out": 2}


def test_a_publisher_who_declares_it_current_does_not_declare_it_complete():
    translation = left_out()
    publish(translation.source.get_source_instance(), summary="অন্য কথা।")
    declare_current(english(translation))
    assert counts(english(translation)) == {"changed": 0, "left out": 2}


def test_other_edits_of_such_a_page_do_not_make_it_complete():
    translation = left_out()
    publish(english(translation), translated_by="Rahima")
    assert counts(english(translation)) == {"changed": 0, "left out": 2}
