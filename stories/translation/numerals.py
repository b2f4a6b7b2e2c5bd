"""Dates and numbers as readers of a language write them. Unicode CLDR's, by way of Babel."""

from functools import cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date

# Where a numbering system's digits begin in Unicode. CLDR says which system a language uses.
ZEROS = {
    "arab": "٠", "arabext": "۰", "beng": "০", "deva": "०", "gujr": "૦", "guru": "੦", "mymr": "၀",
    "olck": "᱐", "tamldec": "௦", "telu": "౦", "tibt": "༠",
}  # fmt: skip


def long_date(date, tag):
    """A date in words: "9 March 2024", "৯ মার্চ, ২০২৪". In English where nobody knows how."""
    return numerals(format_date(date, "long", locale=babel_locale(tag)), tag)


def numerals(text, tag):
    """A text with its digits as the language writes them: ``"12"`` is ``"১২"`` in Bengali."""
    digits = _digits(tag)
    return text.translate(digits) if digits else text


@cache
def _digits(tag):
    """What stands for which digit, as ``str.translate`` takes it; nothing where these are the usual ones."""
    zero = ZEROS.get(babel_locale(tag).default_numbering_system)
    return {ord("0") + digit: chr(ord(zero) + digit) for digit in range(10)} if zero else {}


@cache
def babel_locale(tag):
    try:
        return Locale.parse("en-GB" if tag == "en" else tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en", "GB")
