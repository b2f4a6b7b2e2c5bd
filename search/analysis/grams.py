"""Runs of letters, by which alike words are found."""

from .families import semitic
from .spelled import spelled

LENGTH = 3
ENDS = "\x02", "\x03"
ROOT = "\x04"


def grams(words):
    """The runs of three letters in a word, as it is `compared`: by these, alike words are found."""
    return set().union(*map(_grams, words))


def _grams(folded):
    word = f"{ENDS[0]}{spelled(folded)}{ENDS[1]}"
    found = {word[place : place + LENGTH] for place in range(len(word) - LENGTH + 1)}
    return found | {f"{ROOT}{root}" for root in semitic.roots(folded)}
