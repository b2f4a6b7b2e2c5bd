"""Dates, durations and languages, as templates say them."""

from datetime import date

import pytest

from stories.templatetags.meeting_place import as_date, duration, type_name, unbroken
from tests.look.render import render

pytestmark = pytest.mark.any_database


def test_dates_are_read_from_iso_strings():
    assert as_date("2024-03-09") == date(2024, 3, 9)
    assert as_date(date(2024, 3, 9)) == date(2024, 3, 9)
    assert as_date(None) is None
    assert as_date("") is None


def test_times_are_shown_in_the_sites_own_time_zone():
    assert as_date("2024-06-30T23:30:00Z").day == 1


@pytest.mark.parametrize(
    ("seconds", "shown"), [(5, "0:05"), (94.2, "1:34"), (3729, "1:02:09"), (59.9, "1:00")]
)
def test_durations_are_shown_as_players_do(seconds, shown):
    assert duration(seconds) == shown


def test_telephone_numbers_stay_in_one_piece():
    assert unbroken("01632 960 001") == "01632\xa0960\xa0001"


def test_types_of_page_have_a_name():
    assert type_name("story") == "Story"
    assert type_name("home") == "Page"


def test_content_in_the_readers_language_needs_no_mark():
    language = {"served": "en", "dir": "ltr", "is_fallback": False}
    assert render("<p{% served_in language %}>", language=language) == "<p>"


def test_content_in_another_language_says_so():
    language = {"served": "bn", "dir": "ltr", "is_fallback": True}
    assert render("<p{% served_in language %}>", language=language) == '<p lang="bn" dir="ltr">'


def test_our_own_words_are_in_the_readers_language():
    assert render("<p{% in_readers_language %}>", "ar") == '<p lang="ar" dir="rtl">'


def test_direction_follows_from_the_language():
    assert render('<p{% in_language "ur" %}>') == '<p lang="ur" dir="rtl">'
    assert render('<p{% in_language "tlh" %}>') == '<p lang="tlh" dir="auto">'
    assert render("<p{% in_language None %}>") == "<p>"


def test_languages_are_named_for_the_reader_and_for_their_speakers():
    assert render('{{ "bn"|language_name }} {{ "bn"|own_name }}') == "Bengali বাংলা"
    assert render('{{ "bn"|language_name }}', "fr").lower() == "bengali"
    assert render('{{ "tlh"|language_name }}') == "tlh"
