"""Lists of the pages that there are for a reader, each page once, in the best language that there is."""

import uuid
from dataclasses import dataclass, field, replace
from functools import lru_cache

from django.conf import settings
from django.db.models import (
    Case,
    CharField,
    Count,
    DateTimeField,
    Exists,
    IntegerField,
    OuterRef,
    Q,
    UUIDField,
    When,
)
from django.db.models.expressions import RawSQL
from django.utils import timezone

from stories.delivery.bonds import Bond
from stories.delivery.door import TEXT, public_rows, with_text
from stories.delivery.finished import text_of
from stories.delivery.memory import memory
from stories.delivery.statements import Bound, Statement
from stories.models import ProgrammePage, ProjectPage, StoryPage

from .queries import KEY, allowed, having_word, identities, named, rank

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
    now: object = None

    @property
    def kind(self):
        return self.model.api_type

    def _public(self):
        """Every version of all pages that may be in the list."""
        return public_rows(self.now).filter(type=self.kind)

    def count(self):
        """How many pages the whole list has, in whatever part of it one is."""
        asked = (
            self.kind, self.fallback, tuple(sorted(self.filters.items())), self.served_in, self.words,
        )  # fmt: skip
        return memory.get(("count", *asked), self._count)

    def part(self, offset, limit):
        """The identities of the pages in a part of the list, in its order."""
        return list(self.texts(offset, limit))

    def texts(self, offset, limit, part="", language=""):
        """The same, each with its page's finished text of a `part` where the version in the list is in that
        `language` and there is one, else None: ``{identity: Text}``. One query.

        Read from the nearer end, so that the last page costs no more than the first.
        """
        whole = self.count()
        end = min(offset + limit, whole)
        if offset >= whole:
            return {}
        is_reversed = offset > whole // 2
        first, number = (whole - end if is_reversed else offset), end - offset
        names = {name: named(value) for name, value in self.filters.items()}
        asked = tuple((name, column) for name, (column, _value) in names.items())
        statement = _part if not self.words else _part.__wrapped__
        found = statement(self._unbound(filters=asked), is_reversed).rows(
            limit=number,
            offset=first,
            now=timezone.now(),
            language=language,
            part=part,
            release=settings.RELEASE,
            **self._bound(),
            **{name: value for name, (_column, value) in names.items()},
        )
        return {key: text_of(*columns) for key, *columns in found}

    def _unbound(self, filters):
        """What the list's statement depends on."""
        return replace(self, languages=None, filters=filters)

    def _bound(self):
        """What the statement is given beside the values of the filters."""
        return {}

    def _count(self):
        if self.served_in or self.words:
            return self.pages().order_by().count()
        return self._versions().aggregate(count=Count("key", distinct=True))["count"]

    def _versions(self):
        """Every version that the reader may be shown, of the pages that pass the filters."""
        versions = self._public()
        for name, value in self.filters.items():
            versions = versions.filter(key__in=self._having(name, value))
        return allowed(versions, self.fallback)

    def pages(self):
        """The pages of the list as a queryset: of each, the one version that the reader is shown.

        In the list's order a better version is looked for page by page, by its identity: as many as are
        asked for, however many there are.
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
                Q(locale=first) | ~Exists(self._version_in(first)) & ~Exists(better)
            )
        if self.served_in:
            pages = pages.filter(locale=self.served_in)
        if self.words:
            pages = pages.filter(Q(title__icontains=self.words) | Q(summary__icontains=self.words))
        return pages.order_by(*ORDERS[self.order])

    def _versions_of_same(self):
        versions = self._public().filter(key=OuterRef("key"))
        return allowed(versions.order_by(), self.fallback)

    def _version_in(self, language):
        """The version of the same page in the reader's own language, which is better than all others.

        Most pages have one, and an index alone tells. That it is another row goes without saying, but keeps
        PostgreSQL from reading the whole language first.
        """
        same = self._versions_of_same().filter(locale=language)
        return same.exclude(pk=OuterRef("pk"))

    def _having(self, name, value):
        """Identities of what the filter lets through; what only a draft has does not count."""
        rows = public_rows(self.now)
        if name in TERM_FILTERS:
            pages = having_word(TERM_FILTERS[name], value, self.now)
            return rows.filter(page_id__in=pages).values("key")
        if name not in PAGE_FILTERS.get(self.model, ()):
            return rows.none().values("key")
        return rows.filter(**{f"{name}__in": identities(name, value, self.now)}).values("key")


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
        return public_rows(self.now).filter(key__in=having)

    def _unbound(self, filters):
        identity = Bound("identity", UUIDField())
        return replace(super()._unbound(filters), identity=identity)

    def _bound(self):
        return {"identity": self.identity}


@dataclass(frozen=True)
class Told(Listing):
    """Of a type, what tells of a time, from the earliest."""

    order: str = "tells_from"

    @property
    def kind(self):
        return f"{self.model.api_type} by time"

    def _public(self):
        return public_rows(self.now).filter(type=self.model.api_type)

    def pages(self):
        return super().pages().filter(tells_from__isnull=False)

    def years(self):
        """How many tell of a time from a year on, ``{year: number}``, from the earliest."""
        return memory.get((self.kind, self.fallback), self._years)

    def _years(self):
        pages = self.pages().order_by("tells_from").values_list("tells_from")
        return dict(pages.annotate(Count("pk")))

    def _count(self):
        return sum(self.years().values())


@lru_cache(500)
def _part(asked, is_reversed):
    """The statement for a part of what a Listing asks for; of its filters, which columns have the values.

    Texts are looked for when the part has been chosen: what lies before it is walked past and not read.
    """
    names = {
        name: Bound(name, UUIDField() if column == KEY else CharField())
        for name, column in asked.filters
    }
    language, now = Bound("language", CharField()), Bound("now", DateTimeField())
    listing = replace(asked, filters=names, now=now)
    pages = listing.pages()
    if is_reversed:
        pages = pages.reverse()
    whole = Statement(pages.values_list("pk"))
    end = [Bound("limit", IntegerField()), Bound("offset", IntegerField())]
    part = RawSQL(f"{whole.sql} LIMIT %s OFFSET %s", [*whole.parameters, *end])
    rows = with_text(public_rows(now).filter(pk__in=part)).order_by(*ORDERS[asked.order])
    own = Case(When(locale=language, then="text__body"), default=None)
    return Statement(rows.annotate(own_text=own).values_list("key", "own_text", *TEXT[1:]))
