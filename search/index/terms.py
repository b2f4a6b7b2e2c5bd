"""The terms that an entry is found by, made from its pieces of text.

``bn:নদি.ts`` says that forms of the word are in the entry, and after the dot where (`PLACES`); each entry
has one such term for a word. ``bn=নদী`` says that it is written so.
"""

from collections import Counter, defaultdict
from itertools import product

from search.analysis.words import words_of

from .texts import BODY, SPOKEN, SUMMARY, TITLE

# The signs of places, in the order in which they stand in a term, and what a word there adds to the score
# of an entry beside being in it: in the title, in a short one, in the summary or a name, often; and in
# nothing but captions and transcripts.
PLACES = {"t": 16, "h": 6, "s": 8, "f": 3, "q": -2}
PRESENT = 6
EXACT = 2
SPELLED_WITH_MARKS = 60  # more than all places together: who types the marks means them
SHORT_TITLE = 3  # words, of which each says more
OFTEN = 3
ANYTHING = "*"  # at the end of what is asked for; in no word


# Every combination that there can be, by its score, best first.
COMBINATIONS = dict(
    sorted(
        (
            (signs, PRESENT + sum(PLACES[sign] for sign in signs))
            for signs in ("q", *map("".join, product(("", "t", "th"), ("", "s"), ("", "f"))))
        ),
        key=lambda each: -each[1],
    )
)


def term(language, stem, signs):
    return f"{language}:{stem}.{signs}"


def terms_beginning(language, stem, signs=""):
    """Asks for all terms of a word whose signs begin so."""
    return f"{term(language, stem, signs)}{ANYTHING}"


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
        signs = "".join(_signs(found, times[language, stem], title))
        terms.add(term(language, stem, signs))
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
