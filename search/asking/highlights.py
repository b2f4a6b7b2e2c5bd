"""The passages of pages that a search has found, with what was found marked.

Which passage of an entry, is told from where its words stand; then these passages alone are read.
"""

from bisect import bisect_right
from dataclasses import dataclass

from django.utils.html import escape

from search.analysis.words import number
from search.index.concordance import Stored, stand, unpacked
from search.index.tables import table
from search.index.texts import BODY, SPOKEN, SUMMARY, TITLE
from stories.translation.languages import direction

LENGTH = 220  # letters
BEFORE = 70
# The title and the summary stand on the card beside it.
ORDER = {BODY: 0, SPOKEN: 1, SUMMARY: 2, TITLE: 3}


@dataclass(frozen=True)
class Highlight:
    """`html` is safe; `block` and `start` say where in which recording it is said, if so."""

    html: str = ""
    block: str = ""
    start: float | None = None


@dataclass(frozen=True)
class Passage:
    """From where to where an entry's text is shown, `marked` what of it, ``[(begin, end)]``."""

    piece: Stored
    begin: int
    end: int
    marked: list
    is_cut_before: bool
    is_cut_after: bool


def highlights(entries, wishes):
    """``{primary key: Highlight}``, for entries with their `pieces`, `stems` and `stands`."""
    wanted = {}
    for place, wish in enumerate(wishes):
        for key in wish.every_stem():
            wanted.setdefault(number(*key), place)
    chosen = {entry.pk: passage(entry, wanted) for entry in entries}
    found = {pk: each for pk, each in chosen.items() if each}
    if not found:
        return {}
    texts = table().texts([(pk, each.begin, each.end) for pk, each in found.items()])
    return {pk: _shown(each, texts[pk]) for pk, each in found.items() if pk in texts}


def passage(entry, wanted):
    """The best passage of an entry; `wanted` are the numbers of stems, and for which wish each stands."""
    stems = unpacked(entry.stems)
    hits = [place for place, each in enumerate(stems) if each in wanted] if wanted else []
    pieces = entry.pieces[:-1]
    if not pieces:
        return None
    firsts = [piece[1] for piece in pieces]
    by_piece = {}
    for hit in hits:
        by_piece.setdefault(bisect_right(firsts, hit) - 1, []).append(hit)

    def rank(which):
        piece = Stored(*pieces[which])
        said = {wanted[stems[hit]] for hit in by_piece[which]}
        return -len(said), ORDER[piece.place], not piece.block, which

    if by_piece:
        which = min(by_piece, key=rank)
    else:
        places = [piece[2] for piece in pieces]
        which = places.index(SUMMARY) if SUMMARY in places else 0
    return _around(entry, which, by_piece.get(which, []), stems, wanted)


def _around(entry, which, hits, stems, wanted):
    piece = Stored(*entry.pieces[which])
    following = entry.pieces[which + 1]
    last_letter, last_word = following[0] - 1, following[1]
    stands = unpacked(entry.stands)
    spans = [stand(stands[hit]) for hit in hits]
    words = [stand(value) for value in stands[piece.word : last_word]]
    first = _fullest(spans, [wanted[stems[hit]] for hit in hits])
    begin, end = piece.letter, last_letter
    if first - begin > BEFORE:
        begin = next((start for start, _end in words if start >= first - BEFORE), first)
    if end - begin > LENGTH:
        limit = begin + LENGTH
        end = max((stop for _start, stop in words if begin < stop <= limit), default=limit)
    marked = [span for span in spans if begin <= span[0] and span[1] <= end]
    return Passage(piece, begin, end, _merged(marked), begin > piece.letter, end < last_letter)


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


def _shown(passage, text):
    parts, at = [], 0
    for begin, end in passage.marked:
        begin, end = begin - passage.begin, end - passage.begin
        parts += [escape(text[at:begin]), "<mark>", escape(text[begin:end]), "</mark>"]
        at = end
    parts.append(escape(text[at:]))
    before = "…" if passage.is_cut_before else ""
    after = "…" if passage.is_cut_after else ""
    tag = passage.piece.language
    said = "".join(parts).strip()
    markup = f'<span lang="{escape(tag)}" dir="{direction(tag)}">{before}{said}{after}</span>'
    return Highlight(markup, passage.piece.block, passage.piece.start)
