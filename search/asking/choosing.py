"""Which of the entries that match are shown: one for a page, in the reader's language before others."""

from bisect import bisect_right
from heapq import merge

from pyroaring import BitMap

from search.filters import DIMENSIONS
from search.models import LANGUAGES, SUBJECTS, Entry, IndexedLanguage
from stories.delivery.memory import memory


class Choice:
    """The index as one reader searches it. `home` is the language that they read, or asked for.

    `facets` are the bitmaps of `search.index.facets.bitmaps`, `allowed` the languages that may stand
    in, best first, before all others; or None where all may.
    """

    def __init__(self, home, order, facets, is_strict=False):
        self.codes = memory.get("indexed languages", _codes)
        self.facets = {dimension: facets.get(dimension, {}) for dimension in DIMENSIONS}
        self.home = home
        written = set(facets["language"])
        first = [tag for tag in dict.fromkeys((home, *order)) if tag in written]
        self.order = first if is_strict else [*first, *sorted(written - set(first))]

    def count(self):
        return sum(len(entries) for entries in self.facets["language"].values())

    def everything(self):
        return BitMap.union(*self.facets["language"].values()) if self.order else BitMap()

    def filtered(self, entries, filters, without=None):
        for dimension, value in filters.items():
            if dimension != without:
                entries = entries & self.facets[dimension].get(value, BitMap())
        return entries

    def split(self, entries, language=None):
        """``(own, others)``: those in the reader's language; of each other page the entry in the best
        of the other languages.
        """
        languages = self.facets["language"]
        if language is not None:
            return entries & languages.get(language, BitMap()), BitMap()
        own, others, chosen = BitMap(), BitMap(), []
        for tag in self.order:
            those = entries & languages[tag]
            for other, taken in chosen:
                distance = self.codes[tag] % LANGUAGES - self.codes[other] % LANGUAGES
                those = those - taken.shift(distance * SUBJECTS)
            if those:
                chosen.append((tag, those))
                if tag == self.home:
                    own = those
                else:
                    others = others | those
        return own, others

    def counts(self, entries, filters):
        """``{dimension: {value: count}}``: how many results choosing that value would give."""
        found, shown = {}, {}
        language = filters.get("language")
        for dimension, values in self.facets.items():
            chosen = dimension if dimension in filters else None
            base = self.filtered(entries, filters, without=chosen)
            if dimension == "language":
                pages = base
            else:
                if chosen not in shown:
                    own, others = self.split(base, language)
                    shown[chosen] = own | others
                pages = shown[chosen]
            counted = pages.intersection_cardinality
            found[dimension] = {
                value: count for value, those in values.items() if (count := counted(those))
            }
        return found


def _codes():
    return dict(IndexedLanguage.objects.values_list("tag", "pk"))


def expired(now):
    """The entries of pages whose time is over, and when that of the next will be, or None."""
    ending = memory.get("entries that end", _ending)
    count = bisect_right(ending, now, key=lambda each: each[0])
    over = BitMap([entry for _moment, entry in ending[:count]])
    return over, ending[count][0] if count < len(ending) else None


def _ending():
    ending = Entry.objects.exclude(expire_at=None).order_by("expire_at")
    return list(ending.values_list("expire_at", "pk"))


def in_order(buckets):
    """Entries, best first, of equal ones the newest first; lazily."""
    for score in sorted(buckets, reverse=True):
        for entry in newest_first(buckets[score]):
            yield entry, score


def newest_first(entries):
    """Entries in whatever language, those of the newest pages first; lazily."""
    if not entries:
        return iter(())
    languages = range(entries.min() // SUBJECTS, entries.max() // SUBJECTS + 1)
    if len(languages) == 1:
        return reversed(entries)
    parts = (_newest_in(language, entries) for language in languages)
    return merge(*parts, key=lambda entry: entry % SUBJECTS, reverse=True)


def _newest_in(language, entries):
    begin, end = (entries.rank(each * SUBJECTS) for each in (language, language + 1))
    return (entries[place] for place in range(end - 1, begin - 1, -1))
