"""The terms that an entry is found by, made from its pieces of text.

``bn:নদি`` says that a form of the word is in the entry, with a letter after a dot where it stands
(`PLACES`); ``bn=নদী`` that it is written so.
"""

from collections import Counter, defaultdict

from search.analysis.words import words_of

from .texts import BODY, SPOKEN, SUMMARY, TITLE

# The sign of a place, and what a word there adds to the score of an entry beside being in it.
PLACES = {"t": 16, "h": 6, "s": 8, "f": 3, "q": -2}
PRESENT = 6
EXACT = 2
SPELLED_WITH_MARKS = 60  # more than all places together: who types the marks means them
SHORT_TITLE = 3  # words, of which each says more
OFTEN = 3


def term(language, stem, place=""):
    return f"{language}:{stem}.{place}" if place else f"{language}:{stem}"


def spelling_term(language, exact):
    return f"{language}={exact}"


def terms_of(pieces):
    """``(terms, spellings)``; spellings are ``{(language, exact): (folded, stem)}``, without pairs."""
    places, times, title = defaultdict(set), Counter(), 0
    spellings, terms = {}, set()
    for piece in pieces:
        for word in words_of(piece.text, piece.language):
            key = (word.language, word.stem)
            places[key].add(piece.place)
            times[key] += piece.place == BODY
            title += piece.place == TITLE
            if not word.is_pair:
                spellings[word.language, word.exact] = (word.folded, word.stem)
            if word.exact != word.stem:
                terms.add(spelling_term(word.language, word.exact))
    for (language, stem), found in places.items():
        terms.add(term(language, stem))
        terms.update(
            term(language, stem, sign) for sign in _signs(found, times[language, stem], title)
        )
    return terms, spellings


def _signs(places, times, title):
    if TITLE in places:
        yield "t"
        if title <= SHORT_TITLE:
            yield "h"
    if SUMMARY in places:
        yield "s"
    if times >= OFTEN:
        yield "f"
    if places == {SPOKEN}:
        yield "q"
