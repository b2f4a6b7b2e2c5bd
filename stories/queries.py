"""Which pages there are for a reader: by address, by identity, in lists, in one language each."""

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
    F,
    IntegerField,
    JSONField,
    OuterRef,
    Q,
    UUIDField,
    Value,
    When,
)
from django.utils import timezone

from stories.delivery.bonds import Bond
from stories.delivery.door import TEXT, public_rows, published, with_text
from stories.delivery.finished import text_of
from stories.delivery.memory import memory
from stories.delivery.register import PublicPage
from stories.delivery.statements import Bound, Statement
from stories.models import ContentPage, ProgrammePage, ProjectPage, StoryPage
from stories.presentation.rows import COLUMNS, Row, rows

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
            number,
            first,
            now=timezone.now(),
            language=language,
            part=part,
            release=settings.RELEASE,
            **self._bound(),
            **{name: value for name, (_column, value) in names.items()},
        )
        texts = {key: text_of(*columns) for key, *columns in found}
        return dict(reversed(texts.items())) if is_reversed else texts

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
            pages = pages.annotate(rank=place).filter(Q(locale=first) | ~Exists(better))
        if self.served_in:
            pages = pages.filter(locale=self.served_in)
        if self.words:
            pages = pages.filter(Q(title__icontains=self.words) | Q(summary__icontains=self.words))
        return pages.order_by(*ORDERS[self.order])

    def _versions_of_same(self):
        versions = self._public().filter(key=OuterRef("key"))
        return allowed(versions.order_by(), self.fallback)

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
    """The statement for a part of what a Listing asks for; of its filters, which columns have the values."""
    names = {
        name: Bound(name, UUIDField() if column == KEY else CharField())
        for name, column in asked.filters
    }
    language = Bound("language", CharField())
    listing = replace(asked, filters=names, now=Bound("now", DateTimeField()))
    pages = with_text(listing.pages())
    if is_reversed:
        pages = pages.reverse()
    own = Case(When(locale=language, then="text__body"), default=None)
    pages = pages.annotate(own_text=own).values_list("key", "own_text", *TEXT[1:])
    return Statement(pages, ending=" LIMIT %s OFFSET %s")


def having_word(name, value, now=None):
    """The primary keys of pages with that word, in whatever language, if readers may know of it."""
    relation = ContentPage._meta.get_field(name).remote_field
    words = published(relation.model.objects.filter(identified("", value)), now)
    word = f"{relation.model._meta.model_name}__translation_key__in"
    return relation.through.objects.filter(**{word: words.values("translation_key")}).values(
        "contentpage_id"
    )


def identities(kind, value, now=None):
    """The query for the identities of the public pages of a kind with that identity or slug."""
    column, value = named(value)
    pages = public_rows(now).filter(type=kind, **{column: value}).order_by()
    return pages.values("key")


KEY, SLUG = "key", "slug"


def named(value):
    """What a filter's value names, and with what: an identity or a slug."""
    if isinstance(value, Bound):
        return (KEY if isinstance(value.output_field, UUIDField) else SLUG), value
    try:
        return KEY, uuid.UUID(value)
    except ValueError:
        # PostgreSQL takes offence at a NUL, which no slug has.
        return SLUG, value.replace("\0", "-")


def identified(path, value):
    """A condition: what `path` leads to ("" is the row itself) has that identity, or that slug."""
    column, value = named(value)
    prefix = f"{path}__" if path else ""
    return Q(**{f"{prefix}{'translation_key' if column == KEY else column}": value})


def version_of(key, reader, part=""):
    """The version of a page that a reader is shown, a Row, or None. One query.

    It has its document, or instead its finished text of a `part`: only for who reads it in its own language,
    with what usually stands in for that.
    """
    return _shown("key", key, reader, part)


def version_at(path, reader, part=""):
    """The same of the page at a path without its language: ``stories/river-song``.

    "" is the home page. Slugs are the same in all languages, so that the path names one page; the
    address of every home page is tried.
    """
    if "\0" in path:  # which PostgreSQL takes offence at
        return None
    below = "".join(f"{each}/" for each in path.split("/") if each)
    return _shown("below", below, reader, part)


def versions_at(path):
    """Every public version of the page at a path without its language, by language: Rows. One query."""
    if "\0" in path:
        return []
    below = "".join(f"{part}/" for part in path.split("/") if part)
    return rows(public_rows().filter(below=below).order_by("locale")) if below else []


def _shown(name, value, reader, part):
    is_usual = reader.fallback == reader.languages.fallback(reader.language)
    found = _version(name, reader.fallback).rows(
        value=value,
        now=timezone.now(),
        language=reader.language,
        part=part if is_usual else "",
        release=settings.RELEASE,
    )
    if not found:
        return None
    *columns, document = found[0]
    ends = len(columns) - len(TEXT)
    return Row(*columns[:ends], document, text_of(*columns[ends:]))


@lru_cache(500)
def _version(name, fallback):
    """The statement for the best of all versions of a page."""
    now, language = Bound("now", DateTimeField()), Bound("language", CharField())
    versions = public_rows(now).filter(**{name: Bound("value", PublicPage._meta.get_field(name))})
    versions = with_text(allowed(versions, fallback)).annotate(
        rank=rank(fallback),
        own_text=Case(When(locale=language, then="text__body"), default=None),
        own_document=Case(
            When(locale=language, text__pk__isnull=False, then=None),
            default="document",
            output_field=JSONField(),
        ),
    )
    columns = (*COLUMNS, "own_text", *TEXT[1:], "own_document")
    return Statement(versions.order_by("rank", "path").values_list(*columns)[:1])


def texts_of(keys, reader, part):
    """Finished texts of a part, by identity, of pages that there are in a reader's language. One query."""
    found = _texts(len(keys)).rows(
        now=timezone.now(),
        language=reader.language,
        part=part,
        release=settings.RELEASE,
        **{f"key{number}": key for number, key in enumerate(keys)},
    )
    return {key: text_of(*columns) for key, *columns in found}


@lru_cache(200)
def _texts(count):
    keys = [Bound(f"key{number}", UUIDField()) for number in range(count)]
    rows = public_rows(Bound("now", DateTimeField())).filter(
        key__in=keys, locale=Bound("language", CharField())
    )
    return Statement(with_text(rows).exclude(text__pk=None).values_list("key", *TEXT))


def allowed(versions, fallback):
    """Without those in languages that may not stand in."""
    return versions if fallback.any_other else versions.filter(locale__in=fallback.tags)


def rank(fallback):
    """The place of a version among those of its page, for a reader with that fallback: 0 is the best."""
    ranks = [When(locale=tag, then=Value(place)) for place, tag in enumerate(fallback.tags)]
    if fallback.any_other:
        ranks.append(When(source_language=F("locale"), then=Value(50)))
    return Case(*ranks, default=Value(99), output_field=IntegerField())


def pages_at(path):
    """Every page at a path without its language, public or not, as a queryset."""
    if "\0" in path:  # which PostgreSQL takes offence at
        return ContentPage.objects.none()
    parts = [part for part in path.split("/") if part]
    if not parts:
        return ContentPage.objects.filter(depth=2)
    below = "/".join(parts)
    return ContentPage.objects.filter(
        slug=parts[-1], depth=2 + len(parts), url_path__endswith=f"/{below}/"
    )
