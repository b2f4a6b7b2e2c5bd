"""The terms that an entry is found by, made from its pieces of text.

``bn:নদি.ts`` says that forms of the word are in the entry, and after the dot where (`PLACES`); each entry
has one such term for a word. ``bn=নদী`` says that it is written so.
"""

from collections import Counter, defaultdict
from functools import cache
from itertools import product

from search.analysis.words import words_of

from .concordance import Concordance
from .texts import BODY, SPOKEN, SUMMARY, TITLE

# The signs of places, in the order in which they stand in a term, and what a word there adds to the score
# of an entry beside being in it: in the title, in a short one, in the summary or a name, often; and in
# nothing but captions and transcripts.
PLACES = {"t": 16, "h": 6, "s": 8, "f": 3, "q": -2}
BITS = {TITLE: 1, SUMMARY: 2, BODY: 4, SPOKEN: 8}
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


def analysed(pieces):
    """``(terms, spellings, concordance)``; spellings are the forms by their keys, without letters and pairs
    of unspaced scripts.
    """
    concordance = Concordance()
    times, title, places = Counter(), 0, defaultdict(set)
    for piece in pieces:
        words = list(words_of(piece.text, piece.language))
        concordance.begin(piece)
        concordance.add(words)
        forms = [form for _start, _end, form in words]
        places[piece.place].update(forms)
        if piece.place == BODY:
            times.update(forms)
        title += piece.place == TITLE and len(words)
    everywhere, often = defaultdict(int), defaultdict(int)
    for place, forms in places.items():
        for form in forms:
            everywhere[form.language, form.stem] |= BITS[place]
    for form, count in times.items():
        often[form.language, form.stem] += count
    is_short = title <= SHORT_TITLE
    terms = {
        term(*key, _signs(found, often[key] >= OFTEN, is_short))
        for key, found in everywhere.items()
    }
    forms = set().union(*places.values())
    terms |= {spelling_term(form.language, form.exact) for form in forms if form.exact != form.stem}
    spellings = {form.key: form for form in forms if not form.is_unspaced}
    return terms, spellings, concordance


@cache
def _signs(places, is_often, is_short):
    """The signs of a word, from the bits of its places."""
    signs = ""
    if places & BITS[TITLE]:
        signs += "th" if is_short else "t"
    if places & BITS[SUMMARY]:
        signs += "s"
    if is_often:
        signs += "f"
    if places == BITS[SPOKEN]:
        signs += "q"
    return signs
