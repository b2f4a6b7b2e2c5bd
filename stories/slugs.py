"""Addresses in ASCII, whatever script a title is written in."""

import re
import unicodedata
from functools import cache

from anyascii import anyascii
from django.utils.text import slugify

# Romanisation writes long vowels double: "nadii". Readers of Bengali or Hindi write "nadi".
LONG_VOWEL = re.compile(r"([aeiou])\1+")
# Where uroman knows a language's habits, by the code that it knows the language by.
ISO_639_3 = {
    "am": "amh", "ar": "ara", "bn": "ben", "fa": "fas", "gu": "guj", "hi": "hin", "mr": "mar",
    "ne": "nep", "pa": "pan", "ta": "tam", "te": "tel", "ti": "tir", "ur": "urd",
}  # fmt: skip


def title_slug(title, language):
    """A slug that a reader of the language can say aloud: "নদীর গল্প" gives "nadir-galpa".

    Chinese by pinyin, syllable by syllable; other scripts by uroman; Latin letters lose their marks.
    "" where nothing can be written so.
    """
    if language.startswith("zh"):
        return ascii_slug("-".join(pinyin()(title)))
    if all(map(is_latin, filter(str.isalpha, title))):
        return ascii_slug(title)
    romanised = romaniser().romanize_string(title, lcode=ISO_639_3.get(language))
    return ascii_slug(LONG_VOWEL.sub(r"\1", romanised))


def is_latin(letter):
    return unicodedata.name(letter, "").startswith("LATIN")


@cache
def romaniser():
    """Takes two seconds to make, so it is made when an editor first needs it."""
    from uroman import Uroman

    return Uroman()


@cache
def pinyin():
    from pypinyin import lazy_pinyin

    return lazy_pinyin


def ascii_slug(text):
    """A slug made letter by letter, quickly: "نهر" gives "nhr"; "" where nothing can be written so."""
    return slugify(anyascii(text))[:200].strip("-")


def free_slug(base, is_taken):
    """`base`, or the first of ``base-2``, ``base-3``… that `is_taken` does not refuse."""
    slug, number = base, 1
    while is_taken(slug):
        number += 1
        slug = f"{base}-{number}"
    return slug
