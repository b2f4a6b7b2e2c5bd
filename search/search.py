"""The one search: of pages in HTML and of the delivery API alike."""

from dataclasses import dataclass, field

from django.utils import timezone
from pyroaring import BitMap

from .analysis.scripts import ELSEWHERE
from .asking import phrases as rows
from .asking.choosing import Choice, expired, in_order
from .asking.matching import COMMON, scored, together, union, wanted_for, weights
from .asking.question import question
from .index.facets import bitmaps

MANY = 10  # entries in a language; of fewer, no word is common


@dataclass(frozen=True)
class Hit:
    """An entry that was found. One that is not `is_own` is in another language than was asked for."""

    entry: int
    score: int
    is_own: bool


@dataclass
class Found:
    """What a search has found: `count` of all, `own` of these in the reader's own language; `hits` the
    part that was asked for; `facets` the counts, ``{dimension: {value: count}}``.

    `suggestion` is what the reader probably meant, or "". If it `is_relaxed`, nothing has all of the
    words. `until` is when something that was found stops being public.
    """

    count: int = 0
    own: int = 0
    hits: list = field(default_factory=list)
    facets: dict = field(default_factory=dict)
    wishes: list = field(default_factory=list)
    suggestion: str = ""
    is_relaxed: bool = False
    until: object = None


def search(text, reader, filters=None, limit=20, offset=0):
    """Searches for a text as a `reader` would: `filters` are ``{dimension: value}``, of words of the
    vocabulary their identity.
    """
    filters = filters or {}
    home = filters.get("language", reader.language)
    fallback = reader.fallback
    choice = Choice(home, fallback.tags, bitmaps(), is_strict=not fallback.any_other)
    found = Found()
    over, found.until = expired(timezone.now())
    entries, scores, weight = _matches(text, choice, found, bool(filters))
    entries = entries - over
    chosen = choice.filtered(entries, filters)
    own, others = choice.split(chosen, filters.get("language"))
    found.own, found.count = len(own), len(own) + len(others)
    found.facets = choice.counts(entries, filters)
    found.hits = _part(own, others, scores, weight, limit, offset)
    return found


def _part(own, others, scores, weight, limit, offset):
    hits = []
    for those, is_own in ((own, True), (others, False)):
        if offset >= len(those):
            offset -= len(those)
            continue
        for entry, score in in_order(together(scores, those, weight)):
            if offset:
                offset -= 1
            elif len(hits) < limit:
                hits.append(Hit(entry, score, is_own))
            else:
                return hits
    return hits


def _matches(text, choice, found, is_filtered):
    """The entries that match a text, and the scores and weights to put them in order by."""
    written = dict.fromkeys((*choice.order, *sorted(choice.codes), ELSEWHERE))
    asked = question(text, list(written))
    if not (asked.parts or asked.phrases):
        # Without words, filters alone show all that they let through.
        return (choice.everything() if is_filtered and not text.strip() else BitMap()), [], []
    parts = asked.every_part()
    last = asked.parts[-1] if asked.parts and not asked.phrases else None
    is_open = last is not None and text.rstrip().endswith(last.said)
    wishes = wanted_for(asked.parts, choice.home, last if is_open else None)
    wishes += wanted_for(parts[len(asked.parts) :], choice.home, is_lenient=False)
    wishes = _telling(wishes, choice)
    unwanted = wanted_for(asked.without, choice.home, is_lenient=False)
    unwanted += wanted_for(
        [part for phrase in asked.without_phrases for part in phrase], choice.home, is_lenient=False
    )
    all_scores = scored([*wishes, *unwanted])
    scores, against = all_scores[: len(wishes)], all_scores[len(wishes) :]
    found.wishes = wishes
    having = [union(buckets) for buckets in scores]
    entries = BitMap.intersection(*having)
    for phrase in asked.phrases:
        entries = rows.having(phrase, entries)
    own = choice.facets["language"].get(choice.home, BitMap())
    if len(wishes) > 1 and not asked.phrases and not entries & own:
        # What has half of the words in the reader's language stands beside what has more in another one.
        found.is_relaxed = True
        entries = entries or _most(having)
        entries = entries | _most([each & own for each in having], len(wishes) / 2)
    for buckets in against[: len(asked.without)]:
        entries = entries - union(buckets)
    at = len(asked.without)
    for phrase in asked.without_phrases:
        both = BitMap.intersection(*(union(each) for each in against[at : at + len(phrase)]))
        entries = entries - rows.having(phrase, entries & both)
        at += len(phrase)
    if not entries:
        found.is_relaxed = False
    found.suggestion = _suggestion(text, wishes)
    return entries, scores, weights(scores, choice.count())


def _telling(wishes, choice):
    """Without the words that most pages of a language have, where there are others."""
    sizes = {tag: len(entries) for tag, entries in choice.facets["language"].items()}
    sizes[ELSEWHERE] = choice.count()

    def says_something(wanted):
        shares = (count / max(sizes.get(tag, 0), MANY) for tag, count in wanted.counts.items())
        return max(shares, default=0) <= COMMON

    return [each for each in wishes if says_something(each)] or wishes


def _most(having, fewest=1):
    """The entries that have as many of the words as any entry has, if these are not too few."""
    by_count = {0: BitMap.union(*having)}
    for those in having:
        made = {}
        for count, entries in by_count.items():
            for key, some in ((count + 1, entries & those), (count, entries - those)):
                made[key] = made.get(key, BitMap()) | some
        by_count = made
    counts = (count for count in sorted(by_count, reverse=True) if by_count[count])
    most = next(counts, 0)
    return by_count[most] if most >= fewest else BitMap()


def _suggestion(text, wishes):
    """The text with each word that nobody has written put right; "" where there is none."""
    changed = text
    for wanted in sorted(wishes, key=lambda each: -each.part.start):
        if wanted.meant is not None:
            start = wanted.part.start
            end = start + len(wanted.part.said)
            changed = f"{changed[:start]}{wanted.meant.exact}{changed[end:]}"
    return changed if changed != text else ""
