"""Dates and numbers are written as the reader writes them."""

from datetime import date

import pytest

from stories.translation.numerals import long_date, numerals

pytestmark = pytest.mark.any_database


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "9 March 2024"),
        ("bn", "৯ মার্চ, ২০২৪"),
        ("ar", "9 مارس 2024"),
        ("fa", "۹ مارس ۲۰۲۴"),
        ("pl", "9 marca 2024"),
        ("zh-hans", "2024年3月9日"),
        ("syl", "9 March 2024"),  # nobody has told Unicode how
    ],
)
def test_a_date_in_the_readers_words_and_digits(language, written):
    assert long_date(date(2024, 3, 9), language) == written


def test_numbers_inside_a_text():
    assert numerals("12টি গল্প", "bn") == "১২টি গল্প"
    assert numerals("12 stories", "en") == "12 stories"
