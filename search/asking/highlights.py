"""The passage of a page that a search has found, with what was found marked."""

import unicodedata
from dataclasses import dataclass

from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe

from search.analysis.letters import EXACT
from search.analysis.scripts import ELSEWHERE
from search.analysis.words import words_of
from search.index.texts import BODY, SPOKEN, SUMMARY, TITLE
from stories.translation.languages import direction

LENGTH = 220  # characters
BEFORE = 70
# The title and the summary stand on the card beside it.
ORDER = {BODY: 0, SPOKEN: 1, SUMMARY: 2, TITLE: 3}


@dataclass(frozen=True)
class Highlight:
    """`html` is safe; `block` and `start` say where in which recording it is said, if so."""

    html: str
    block: str = ""
    start: float | None = None


def highlight(texts, wishes):
    """The best passage of the stored pieces of an entry."""
    forms = [_forms(wanted) for wanted in wishes]
    best = None
    for piece in texts:
        plain = unicodedata.normalize("NFKC", piece["text"]).casefold().translate(EXACT)
        places = [
            _place(plain, each.get(piece["language"], set()) | each.get(ELSEWHERE, set()))
            for each in forms
        ]
        found = [place for place in places if place is not None]
        if found:
            rank = (-len(found), ORDER[piece["place"]], not piece.get("block"))
            if best is None or rank < best[0]:
                best = rank, piece, _raw_place(piece["text"], plain, found)
    if best is None:
        return Highlight(_plain(texts))
    _, piece, place = best
    stems = set().union(*(wanted.every_stem() for wanted in wishes)) if wishes else set()
    exact = set().union(*(wanted.exact for wanted in wishes)) if wishes else set()
    markup = _marked(piece["text"], piece["language"], place, stems, exact)
    return Highlight(markup, piece.get("block", ""), piece.get("start"))


def _forms(wanted):
    """What to look for, as it is written, by language."""
    found = {}
    for tag, word in wanted.part.forms.items():
        found.setdefault(tag, set()).add(word.exact)
    for each in wanted.known:
        found.setdefault(each.language, set()).add(each.exact)
    return found


def _place(plain, forms):
    places = [place for form in forms if (place := plain.find(form)) >= 0]
    return min(places) if places else None


def _raw_place(text, plain, places):
    """Where it is in the text itself, nearly: normalising may have changed its length."""
    return min(places) * len(text) // max(len(plain), 1)


def _marked(text, language, place, stems, exact):
    begin = max(0, place - BEFORE - 40)
    end = min(len(text), place + LENGTH + 60)
    window = text[begin:end]
    words = list(words_of(window, language))
    hits = [
        (word.start, word.end)
        for word in words
        if (word.language, word.stem) in stems
        and not (word.is_pair and word.end - word.start == 1 and _has_pairs(stems, word.language))
    ]
    first = hits[0][0] if hits else min(place - begin, len(window))
    start = (
        _boundary(words, max(0, first - BEFORE), forwards=True) if begin or first > BEFORE else 0
    )
    stop = (
        _boundary(words, start + LENGTH, forwards=False)
        if start + LENGTH < len(window)
        else len(window)
    )
    parts, at = [], start
    for left, right in _merged(hits):
        if left >= start and right <= stop:
            parts += [escape(window[at:left]), "<mark>", escape(window[left:right]), "</mark>"]
            at = right
    parts.append(escape(window[at:stop]))
    before = "…" if begin + start > 0 else ""
    after = "…" if begin + stop < len(text) else ""
    return _in_language(mark_safe(f"{before}{''.join(parts).strip()}{after}"), language)


def _has_pairs(stems, language):
    return any(tag == language and len(stem) > 1 for tag, stem in stems)


def _boundary(words, place, forwards):
    if forwards:
        return next((word.start for word in words if word.start >= place), place)
    return next((word.end for word in reversed(words) if word.end <= place), place)


def _merged(spans):
    merged = []
    for left, right in sorted(spans):
        if merged and left <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(right, merged[-1][1])
        else:
            merged.append((left, right))
    return merged


def _plain(texts):
    piece = next((each for each in texts if each["place"] == SUMMARY), texts[0] if texts else None)
    if piece is None:
        return ""
    text = piece["text"]
    return _in_language(
        text if len(text) <= LENGTH else f"{text[:LENGTH].rstrip()}…", piece["language"]
    )


def _in_language(text, language):
    return format_html('<span lang="{}" dir="{}">{}</span>', language, direction(language), text)
