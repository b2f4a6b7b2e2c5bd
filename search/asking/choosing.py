"""Which of the entries that match are shown: one for a page, in the reader's language before others."""

from pyroaring import BitMap

from search.models import LANGUAGES, Entry, IndexedLanguage


class Choice:
    """The index as one reader searches it. `home` is the language that they read, or asked for.

    `facets` are the bitmaps of `search.index.facets.bitmaps`, `allowed` the languages that may stand
    in, best first, before all others; or None where all may.
    """

    def __init__(self, home, order, facets, is_strict=False):
        self.codes = dict(IndexedLanguage.objects.values_list("tag", "pk"))
        self.facets = facets
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
                those = those - (taken.shift(distance) & those)
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
            counted = (
                (value, pages.intersection_cardinality(those)) for value, those in values.items()
            )
            found[dimension] = {value: count for value, count in counted if count}
        return found


def expired(now):
    """The entries of pages whose time is over, and when that of the next will be, or None."""
    over = BitMap(Entry.objects.filter(expire_at__lte=now).values_list("pk", flat=True))
    coming = Entry.objects.filter(expire_at__gt=now).order_by("expire_at")
    return over, coming.values_list("expire_at", flat=True).first()


def in_order(buckets):
    """Entries, best first, of equal ones the newest first; lazily."""
    for score in sorted(buckets, reverse=True):
        for entry in reversed(buckets[score]):
            yield entry, score
