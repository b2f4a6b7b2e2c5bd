"""Lists of the pages that there are for a reader, each page once, in the best language that there is."""

import uuid
from dataclasses import dataclass, field

from django.db import connection
from django.db.models import BinaryField, Count, Exists, Func, OuterRef, Q

from stories.delivery.bonds import Bond
from stories.delivery.door import public_rows
from stories.delivery.memory import Memory, memory
from stories.models import ProgrammePage, ProjectPage, StoryPage

from .queries import allowed, having_word, identities, rank

TERM_FILTERS = {
    "theme": "themes",
    "community": "communities",
    "place": "places",
}
PAGE_FILTERS = {
    StoryPage: ("project", "programme"),
    ProjectPage: ("programme",),
    ProgrammePage: (),
}
ORDERS = {
    "published_at": ("published_at", "key"),
    "-published_at": ("-published_at", "key"),
    "title": ("title", "key"),
    "type": ("type", "-published_at", "key"),
    "tells_from": ("tells_from", "key"),
}
KEY_BYTES = 16
# The orders of lists, as long as they stay as they are; a process remembers so many bytes of them.
orders = Memory(most=16_000_000, weigh=lambda order: 1_000 + len(order))


@dataclass(frozen=True)
class Listing:
    """What a list was asked for. Filter values are identities (UUIDs) or slugs."""

    model: type
    languages: object
    fallback: object
    filters: dict = field(default_factory=dict)
    served_in: str = ""
    words: str = ""
    order: str = "-published_at"

    @property
    def kind(self):
        return self.model.api_type

    def _public(self):
        """Every version of all pages that may be in the list."""
        return public_rows().filter(type=self.kind)

    def count(self):
        """How many pages the whole list has, in whatever part of it one is."""
        return len(self._order()) // KEY_BYTES

    def part(self, offset, limit):
        """The identities of the pages in a part of the list, in its order. One query, or none where the order
        is remembered: so no part costs more than another, however far down it is.
        """
        order = self._order()
        places = range(offset * KEY_BYTES, min((offset + limit) * KEY_BYTES, len(order)), KEY_BYTES)
        return [uuid.UUID(bytes=order[at : at + KEY_BYTES]) for at in places]

    def _order(self):
        """The identities of all pages of the list, one after another."""
        asked = (
            type(self), self.kind, self.order, self.fallback, tuple(sorted(self.filters.items())),
            self.served_in, self.words,
        )  # fmt: skip
        return orders.get(asked, self._packed)

    def _packed(self):
        pages = self.pages(is_whole=True)
        if connection.vendor == "postgresql":
            # To make a UUID of each takes longer than all the rest.
            packed = Func("key", function="uuid_send", output_field=BinaryField())
            return b"".join(pages.values_list(packed, flat=True))
        return b"".join(key.bytes for key in pages.values_list("key", flat=True))

    def _versions(self):
        """Every version that the reader may be shown, of the pages that pass the filters."""
        versions = self._public()
        for name, value in self.filters.items():
            versions = versions.filter(key__in=self._having(name, value))
        return allowed(versions, self.fallback)

    def pages(self, is_whole=False):
        """The pages of the list as a queryset: of each, the one version that the reader is shown.

        In the list's order a better version is looked for page by page, by its identity, of as many as are
        asked for; unless the list `is_whole`.
        """
        first, *others = self.fallback.tags
        pages = self._versions()
        if others or self.fallback.any_other:
            place = rank(self.fallback)
            better = self._versions_of_same().annotate(rank=place)
            better = better.filter(
                Q(rank__lt=OuterRef("rank")) | Q(rank=OuterRef("rank"), path__lt=OuterRef("path"))
            )
            pages = pages.annotate(rank=place).filter(
                Q(locale=first) | ~Exists(self._version_in(first, is_whole)) & ~Exists(better)
            )
        if self.served_in:
            pages = pages.filter(locale=self.served_in)
        if self.words:
            pages = pages.filter(Q(title__icontains=self.words) | Q(summary__icontains=self.words))
        return pages.order_by(*ORDERS[self.order])

    def _versions_of_same(self):
        versions = self._public().filter(key=OuterRef("key"))
        return allowed(versions.order_by(), self.fallback)

    def _version_in(self, language, is_whole):
        """The version of the same page in the reader's own language, which is better than all others.

        Most pages have one, and an index alone tells. That it is another row goes without saying, but keeps
        PostgreSQL from reading the whole language first, where that does not pay.
        """
        same = self._versions_of_same().filter(locale=language)
        return same if is_whole else same.exclude(pk=OuterRef("pk"))

    def _having(self, name, value):
        """Identities of what the filter lets through; what only a draft has does not count."""
        rows = public_rows()
        if name in TERM_FILTERS:
            pages = having_word(TERM_FILTERS[name], value)
            return rows.filter(page_id__in=pages).values("key")
        if name not in PAGE_FILTERS.get(self.model, ()):
            return rows.none().values("key")
        return rows.filter(**{f"{name}__in": identities(name, value)}).values("key")


@dataclass(frozen=True)
class Gathering(Listing):
    """Of all types, what has to do with something: a word, a partner, an object, a person; by its
    `identity`. Type by type, each from the newest.
    """

    identity: uuid.UUID = None
    order: str = "type"

    @property
    def kind(self):
        return self.identity

    def _public(self):
        having = Bond.objects.filter(identity=self.identity).values("key")
        return public_rows().filter(key__in=having)


@dataclass(frozen=True)
class Told(Listing):
    """Of a type, what tells of a time, from the earliest."""

    order: str = "tells_from"

    @property
    def kind(self):
        return f"{self.model.api_type} by time"

    def _public(self):
        return public_rows().filter(type=self.model.api_type)

    def pages(self, is_whole=False):
        return super().pages(is_whole).filter(tells_from__isnull=False)

    def years(self):
        """How many tell of a time from a year on, ``{year: number}``, from the earliest."""
        return memory.get((self.kind, self.fallback), self._years)

    def _years(self):
        pages = self.pages().order_by("tells_from").values_list("tells_from")
        return dict(pages.annotate(Count("pk")))
