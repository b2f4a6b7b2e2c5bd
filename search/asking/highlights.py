"""The passages of pages that a search has found, with what was found marked.

Which passage of an entry, is told from where its words stand, without reading its text.
"""

import re
from functools import lru_cache
from html import escape
from typing import NamedTuple

from search.analysis.words import number
from search.index.concordance import Stored, packed_number
from stories.translation.languages import direction

LENGTH = 220  # letters
BEFORE = 70
ESCAPED = re.compile("""[&<>"']""")


class Highlight(NamedTuple):
    """`html` is safe; `block` and `start` say where in which recording it is said, if so."""

    html: str = ""
    block: str = ""
    start: float | None = None


class Passage(NamedTuple):
    """From which letter to which a piece of a text is shown, and what of it is marked, ``[(begin, end)]``."""

    piece: int
    text: str
    begin: int
    end: int
    marked: list


def highlights(entries, wishes):
    """``{number: Highlight}`` of entries as they are `search.entries.Found`."""
    wanted = {}
    for place, wish in enumerate(wishes):
        for key in wish.every_stem():
            wanted.setdefault(packed_number(number(*key)), place)
    return {entry.id: _highlight(Stored(entry.concordance), wanted) for entry in entries}


def _highlight(stored, wanted):
    if not stored.count:
        return Highlight()
    found = passage(stored, wanted)
    language, block, start = stored.known(found.piece)
    return Highlight(_markup(found, language), block, start)


def passage(stored, wanted):
    """The best passage of a text that says something; `wanted` are the stems, as they are stored, and for
    which wish each stands.
    """
    by_piece = {}
    for hit in stored.places_of(wanted):
        by_piece.setdefault(stored.piece_at(hit[0]), []).append(hit)

    def rank(piece):
        return -len({wish for _place, wish in by_piece[piece]}), stored.rank(piece)

    if len(by_piece) > 1:
        is_one = len(set(wanted.values())) == 1
        piece = min(by_piece, key=stored.rank if is_one else rank)  # the first of equals
    else:
        piece = next(iter(by_piece), None)
        if piece is None:
            piece = stored.summary()
    return _around(stored, piece, by_piece.get(piece, ()))


def _around(stored, piece, hits):
    text = stored.text(piece)
    begin, end = 0, len(text)
    spans = [stored.span(place) for place, _wish in hits]
    first = _fullest(spans, [wish for _place, wish in hits])
    if first > BEFORE:
        begin = stored.begin_from(piece, first - BEFORE)
    if end - begin > LENGTH:
        end = stored.end_until(piece, begin, begin + LENGTH)
    marked = [span for span in spans if begin <= span[0] and span[1] <= end]
    return Passage(piece, text, begin, end, _merged(marked))


def _fullest(spans, said):
    """Where a passage begins that says as many of the wishes as one can; the first such."""
    best, most, all_of_them = 0, 0, len(set(said))
    if all_of_them == 1:
        return spans[0][0]
    for place, (begin, _end) in enumerate(spans):
        several = {
            wish
            for (_begin, end), wish in zip(spans[place:], said[place:], strict=True)
            if end <= begin + LENGTH - BEFORE
        }
        if len(several) > most:
            best, most = begin, len(several)
        if most == all_of_them:
            break
    return best


def _merged(spans):
    merged = []
    for begin, end in spans:
        if merged and begin <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((begin, end))
    return merged


def _markup(passage, language):
    text, at = passage.text, passage.begin
    safe = escape if ESCAPED.search(text, at, passage.end) else str
    parts = [_opened(language), "…" if at else ""]
    for begin, end in passage.marked:
        parts += [safe(text[at:begin]), "<mark>", safe(text[begin:end]), "</mark>"]
        at = end
    parts += [safe(text[at : passage.end]), "…" if passage.end < len(text) else "", "</span>"]
    return "".join(parts)


@lru_cache
def _opened(language):
    return f'<span lang="{escape(language)}" dir="{direction(language)}">'
