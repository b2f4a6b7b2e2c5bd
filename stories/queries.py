"""Which pages there are for a reader: by address, by identity, in lists, in one language each."""

import uuid
from dataclasses import dataclass, field

from django.db.models import Case, Count, Exists, F, IntegerField, OuterRef, Q, Value, When

from stories.delivery.bonds import Bond
from stories.delivery.door import public_rows, published
from stories.delivery.memory import memory
from stories.models import ContentPage, ProgrammePage, ProjectPage, StoryPage
from stories.presentation.rows import rows

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
}


@dataclass
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
        asked = (
            self.kind, self.fallback, tuple(sorted(self.filters.items())), self.served_in, self.words,
        )  # fmt: skip
        return memory.get(("count", *asked), self._count)

    def part(self, offset, limit):
        """The identities of the pages in a part of the list, in its order.

        Read from the nearer end, so that the last page costs no more than the first.
        """
        whole = self.count()
        end = min(offset + limit, whole)
        if offset >= whole:
            return []
        pages = self.pages().values_list("key", flat=True)
        if offset <= whole // 2:
            return list(pages[offset:end])
        return list(pages.reverse()[whole - end : whole - offset])[::-1]

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
        versions = self._public().filter(key=OuterRef("key")).order_by()
        return allowed(versions, self.fallback)

    def _having(self, name, value):
        """Identities of what the filter lets through; what only a draft has does not count."""
        if name in TERM_FILTERS:
            return (
                public_rows()
                .filter(page_id__in=having_word(TERM_FILTERS[name], value))
                .values("key")
            )
        if name not in PAGE_FILTERS.get(self.model, ()):
            return public_rows().none().values("key")
        return public_rows().filter(**{f"{name}__in": identities(name, value)}).values("key")


@dataclass
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


def having_word(name, value):
    """The primary keys of pages with that word, in whatever language, if readers may know of it."""
    relation = ContentPage._meta.get_field(name).remote_field
    words = published(relation.model.objects.filter(identified("", value)))
    word = f"{relation.model._meta.model_name}__translation_key__in"
    return relation.through.objects.filter(**{word: words.values("translation_key")}).values(
        "contentpage_id"
    )


def identities(kind, value):
    """The query for the identities of the public pages of a kind with that identity or slug."""
    pages = public_rows().filter(type=kind).order_by()
    try:
        return pages.filter(key=uuid.UUID(value)).values("key")
    except ValueError:
        return pages.filter(slug=value.replace("\0", "-")).values("key")


def identified(path, value):
    """A condition: what `path` leads to ("" is the row itself) has that identity, or that slug."""
    prefix = f"{path}__" if path else ""
    try:
        return Q(**{f"{prefix}translation_key": uuid.UUID(value)})
    except ValueError:
        # PostgreSQL takes offence at a NUL, which no slug has.
        return Q(**{f"{prefix}slug": value.replace("\0", "-")})


def version_of(key, reader):
    """The version of a page that a reader is shown, a Row with its document, or None. One query."""
    return _shown(public_rows().filter(key=key), reader)


def version_at(path, reader):
    """The same of the page at a path without its language: ``stories/river-song``.

    "" is the home page. Slugs are the same in all languages, so that the path names one page; the
    address of every home page is tried.
    """
    if "\0" in path:  # which PostgreSQL takes offence at
        return None
    below = "".join(f"{part}/" for part in path.split("/") if part)
    return _shown(public_rows().filter(below=below), reader)


def versions_at(path):
    """Every public version of the page at a path without its language, by language: Rows. One query."""
    if "\0" in path:
        return []
    below = "".join(f"{part}/" for part in path.split("/") if part)
    return rows(public_rows().filter(below=below).order_by("locale")) if below else []


def _shown(versions, reader):
    """The best of all versions of a page. Only its document is fetched."""
    versions = allowed(versions, reader.fallback).annotate(rank=rank(reader.fallback))
    return next(iter(rows(versions.order_by("rank", "path")[:1], "document")), None)


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
