"""The site's languages, and in which order they stand in for one another."""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache

from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from wagtail.models import Locale, Page

from stories.delivery.memory import memory
from stories.delivery.statements import Statement

from .languages import direction, native_name


@dataclass(frozen=True)
class Fallback:
    """Which languages a reader is shown, best first; then the original, then any, where allowed."""

    tags: tuple
    any_other: bool = True

    @classmethod
    def none(cls, tag):
        return cls((tag,), any_other=False)

    @classmethod
    def listed(cls, tag, others):
        return cls(tuple(dict.fromkeys((tag, *others))), any_other=False)

    def best(self, rows, language_of, is_original=lambda row: False):
        """The row to show out of a text's versions, or None. The rule is the one in `rank`'s SQL."""
        ranked = [
            (self._rank(language_of(row), is_original(row)), number, row)
            for number, row in enumerate(rows)
        ]
        allowed = [each for each in ranked if self.any_other or each[0] < len(self.tags)]
        return min(allowed, key=lambda each: each[:2])[2] if allowed else None

    def _rank(self, tag, is_original):
        if tag in self.tags:
            return self.tags.index(tag)
        return len(self.tags) + (0 if is_original else 1)


@cache
def _statement():
    made = Page.objects.filter(
        Q(depth__gt=3) | Q(latest_revision__isnull=False, depth__gt=1),
        locale=OuterRef("pk"),
        live=True,
        alias_of=None,
    )
    return Statement(
        Locale.objects.order_by("settings__stand_ins__sort_order").values_list(
            "language_code", "pk", "settings__stand_ins__locale__language_code", Exists(made)
        )
    )


@dataclass(frozen=True)
class Languages:
    """The languages that the site has at this moment, in the settings' order.

    `ids` are their primary keys by tag; `chains` the languages that editors chose to stand in for each;
    `empty` those in which nobody has published anything yet: all that there is are the pages that the
    site made when they were added, which are not worth an offer.
    """

    ids: dict
    chains: dict = field(default_factory=dict)
    empty: frozenset = frozenset()

    @classmethod
    def load(cls):
        """One query, however many languages and stand-ins there are; none where they are known."""
        return memory.get("languages", cls._load)

    @classmethod
    def _load(cls):
        ids, chains, empty = {}, defaultdict(list), set()
        for tag, key, stand_in, has_pages in _statement().rows():
            ids[tag] = key
            if not has_pages and tag != settings.LANGUAGE_CODE:
                empty.add(tag)
            if stand_in:
                chains[tag].append(stand_in)
        first = {tag: number for number, tag in enumerate(settings.SITE_LANGUAGES)}
        return cls(
            {tag: ids[tag] for tag in sorted(ids, key=lambda t: (first.get(t, 999), t))},
            chains,
            frozenset(empty),
        )

    def __contains__(self, tag):
        return tag in self.ids

    def __iter__(self):
        return iter(self.ids)

    def fallback(self, tag):
        """What readers of a language are shown: that language, its stand-ins, the original, any other."""
        chain = self.chains.get(tag) or [settings.LANGUAGE_CODE]
        return Fallback(tuple(dict.fromkeys((tag, *chain))))

    def shape(self, tag):
        """``{"code", "name", "dir"}``, the name in that language itself."""
        return {"code": tag, "name": native_name(tag), "dir": direction(tag)}
