"""The terms that an entry is found by, made from its pieces of text.

``bn:নদি.ts`` says that forms of the word are in the entry, and after the dot where (`PLACES`); each entry
has one such term for a word. ``bn=নদী`` says that it is written so.
"""

from collections import Counter, defaultdict
from itertools import product

from search.analysis.words import words_of

from .concordance import Concordance
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


def analysed(pieces):
    """``(terms, spellings, concordance)``; spellings are the forms by ``(language, exact)``, without
    letters and pairs of unspaced scripts.
    """
    concordance = Concordance()
    times, title, places = Counter(), 0, defaultdict(set)
    for piece in pieces:
        words = list(words_of(piece.text, piece.language))
        concordance.begin(piece)
        concordance.add(words)
        forms = [word.form for word in words]
        places[piece.place].update(forms)
        if piece.place == BODY:
            times.update(forms)
        title += piece.place == TITLE and len(words)
    everywhere, often = defaultdict(set), Counter()
    terms, spellings = set(), {}
    for place, forms in places.items():
        for form in forms:
            everywhere[form.language, form.stem].add(place)
            if not form.is_unspaced:
                spellings[form.language, form.exact] = form
            if form.exact != form.stem:
                terms.add(spelling_term(form.language, form.exact))
    for form, count in times.items():
        often[form.language, form.stem] += count
    for (language, stem), found in everywhere.items():
        signs = "".join(_signs(found, often[language, stem], title))
        terms.add(term(language, stem, signs))
    return terms, spellings, concordance


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
