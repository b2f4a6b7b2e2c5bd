"""The passages of pages that a search has found, with what was found marked.

Which passage of an entry, is told from where its words stand; then these passages alone are read.
"""

from bisect import bisect_right
from dataclasses import dataclass
from html import escape

from search.analysis.words import number
from search.index.concordance import (
    RANKS,
    begins_of,
    places_of,
    stand,
    unpacked,
    word_from,
    word_until,
)
from search.index.tables import table
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
    """``{primary key: Highlight}``, for entries with their `begins`, `stems` and `stands`."""
    wanted = {}
    for place, wish in enumerate(wishes):
        for key in wish.every_stem():
            wanted.setdefault(number(*key), place)
    chosen = {entry.id: passage(entry, wanted) for entry in entries}
    found = {pk: each for pk, each in chosen.items() if each}
    if not found:
        return {}
    texts = table().texts([(pk, each.piece, each.begin, each.end) for pk, each in found.items()])
    return {pk: _shown(each, *texts[pk]) for pk, each in found.items() if pk in texts}


def passage(entry, wanted):
    """The best passage of an entry; `wanted` are the numbers of stems, and for which wish each stands."""
    begins = begins_of(entry.begins)
    count = len(begins.ranks) - 1
    if not count:
        return None
    stems = unpacked(entry.stems)
    by_piece = {}
    for hit in places_of(wanted, entry.stems):
        by_piece.setdefault(bisect_right(begins.words, hit, 0, count) - 1, []).append(hit)

    def rank(which):
        said = {wanted[stems[hit]] for hit in by_piece[which]}
        return -len(said), begins.ranks[which], which

    if by_piece:
        which = min(by_piece, key=rank)
    else:
        which = begins.ranks.index(SUMMARY_RANK) if SUMMARY_RANK in begins.ranks else 0
    return _around(begins, which, by_piece.get(which, []), stems, unpacked(entry.stands), wanted)


def _around(begins, which, hits, stems, stands, wanted):
    begin, end = first_letter, last_letter = begins.letters[which], begins.letters[which + 1] - 1
    words = begins.words[which], begins.words[which + 1]
    spans = [stand(stands[hit]) for hit in hits]
    first = _fullest(spans, [wanted[stems[hit]] for hit in hits])
    if first - begin > BEFORE:
        begin = word_from(stands, *words, first - BEFORE)
    if end - begin > LENGTH:
        end = word_until(stands, *words, begin, begin + LENGTH)
    marked = [span for span in spans if begin <= span[0] and span[1] <= end]
    return Passage(which, begin, end, _merged(marked), begin > first_letter, end < last_letter)


def _fullest(spans, said):
    """Where a passage begins that says as many of the wishes as one can; the first such."""
    best, most = 0, 0
    for place, (begin, _end) in enumerate(spans):
        several = {
            wish
            for (_begin, end), wish in zip(spans[place:], said[place:], strict=True)
            if end <= begin + LENGTH - BEFORE
        }
        if len(several) > most:
            best, most = begin, len(several)
        if most == len(set(said)):
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


def _shown(passage, text, piece):
    tag, block, start = piece if len(piece) > 1 else (*piece, "", None)
    parts, at = [], 0
    for begin, end in passage.marked:
        begin, end = begin - passage.begin, end - passage.begin
        parts += [escape(text[at:begin]), "<mark>", escape(text[begin:end]), "</mark>"]
        at = end
    parts.append(escape(text[at:]))
    before = "…" if passage.is_cut_before else ""
    after = "…" if passage.is_cut_after else ""
    said = "".join(parts).strip()
    markup = f'<span lang="{escape(tag)}" dir="{direction(tag)}">{before}{said}{after}</span>'
    return Highlight(markup, block, start)
