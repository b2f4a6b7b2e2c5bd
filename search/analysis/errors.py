"""Typing errors: how many there are between two words, and how many are believed."""

import regex
from rapidfuzz.distance import OSA

from .spelled import spelled

JOINERS = regex.compile(r"[\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D4D]")


def errors(ones, others):
    """How many letters were left out, added, mixed up or swapped between words as they are `compared`."""
    return min(_errors(one, other) for one, other in zip(ones, others, strict=True))


def _errors(one, other):
    one, other = _typed(one), _typed(other)
    count = OSA.distance(one, other)
    return min(count, 1) if sorted(one) == sorted(other) and count <= 2 else count


def _typed(word):
    """The letters that somebody had to know: what joins those of India is typed with them."""
    return JOINERS.sub("", spelled(word))


def errors_allowed(word):
    """How many typing errors are believed in a word of that length."""
    length = len(spelled(word))
    if word.isascii() and length < 4:
        return 0
    return 0 if length < 3 else 1 if length < 6 else 2 if length < 11 else 3
