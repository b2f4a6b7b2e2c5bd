"""The passages of pages that a search has found, with what was found marked.

Which passage of an entry, is told from where its words stand, without reading its text.
"""

from bisect import bisect_right
from dataclasses import dataclass
from html import escape

from search.analysis.words import number
from search.index.concordance import (
    RANKS,
    begins_of,
    packed_number,
    piece_of,
    places_of,
    stand,
    unpacked,
    word_from,
    word_until,
)
from search.index.texts import SUMMARY
from stories.translation.languages import direction

LENGTH = 220  # letters
BEFORE = 70
SUMMARY_RANK = RANKS.index(SUMMARY) * 2 + 1


@dataclass(frozen=True)
class Highlight:
    """`html` is safe; `block` and `start` say where in which recording it is said, if so."""

    html: str = ""
    block: str = ""
    start: float | None = None


@dataclass(frozen=True)
class Passage:
    """From where to where an entry's text is shown, `marked` what of it, ``[(begin, end)]``; it is all in one
    `piece`, told by its place among them.
    """

    piece: int
    begin: int
    end: int
    marked: list
    is_cut_before: bool
    is_cut_after: bool


def highlights(entries, wishes):
    """``{number: Highlight}`` of entries as they are `search.entries.Found`."""
    wanted = {}
    for place, wish in enumerate(wishes):
        for key in wish.every_stem():
            wanted.setdefault(packed_number(number(*key)), place)
    chosen = ((entry, passage(entry, wanted)) for entry in entries)
    return {entry.id: _shown(entry, each) for entry, each in chosen if each}


def passage(entry, wanted):
    """The best passage of an entry, or None of one that says nothing; `wanted` are the stems, as they are
    stored, and for which wish each stands.
    """
    begins = begins_of(entry.begins)
    count = len(begins.ranks) - 1
    if not count:
        return None
    by_piece = {}
    for hit in places_of(wanted, entry.stems):
        by_piece.setdefault(bisect_right(begins.words, hit[0], 0, count) - 1, []).append(hit)

    def rank(which):
        return -len({wish for _place, wish in by_piece[which]}), begins.ranks[which], which

    if by_piece:
        which = min(by_piece, key=rank)
    else:
        which = begins.ranks.index(SUMMARY_RANK) if SUMMARY_RANK in begins.ranks else 0
    return _around(begins, which, by_piece.get(which, ()), unpacked(entry.stands))


def _around(begins, which, hits, stands):
    begin, end = first_letter, last_letter = begins.letters[which], begins.letters[which + 1] - 1
    words = begins.words[which], begins.words[which + 1]
    spans = [stand(stands[place]) for place, _wish in hits]
    first = _fullest(spans, [wish for _place, wish in hits])
    if first - begin > BEFORE:
        begin = word_from(stands, *words, first - BEFORE)
    if end - begin > LENGTH:
        end = word_until(stands, *words, begin, begin + LENGTH)
    marked = [span for span in spans if begin <= span[0] and span[1] <= end]
    return Passage(which, begin, end, _merged(marked), begin > first_letter, end < last_letter)


def _fullest(spans, said):
    """Where a passage begins that says as many of the wishes as one can; the first such."""
    best, most, all_of_them = 0, 0, len(set(said))
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


def _shown(entry, passage):
    tag, block, start = piece_of(entry.pieces, passage.piece)
    said, parts, at = entry.said, [], passage.begin
    for begin, end in passage.marked:
        parts += [escape(said[at:begin]), "<mark>", escape(said[begin:end]), "</mark>"]
        at = end
    parts.append(escape(said[at : passage.end]))
    before = "…" if passage.is_cut_before else ""
    after = "…" if passage.is_cut_after else ""
    shown = "".join(parts).strip()
    markup = f'<span lang="{escape(tag)}" dir="{direction(tag)}">{before}{shown}{after}</span>'
    return Highlight(markup, block, start)
