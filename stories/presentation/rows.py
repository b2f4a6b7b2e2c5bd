"""A public page as lists, cards and links know it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

COLUMNS = (
    "page_id", "key", "type", "locale", "source_language", "path", "below", "slug", "title", "summary",
    "published_at", "expire_at", "project", "programme", "card",
)  # fmt: skip

WORDS = ("theme", "community", "place")


@dataclass(slots=True)
class Row:
    """One language's version of a page, without its body."""

    pk: int
    key: UUID
    type: str
    language: str
    source_language: str
    path: str
    below: str
    slug: str
    title: str
    summary: str
    published_at: datetime | None
    expire_at: datetime | None
    project: UUID | None
    programme: UUID | None
    card: dict
    document: dict | None = None
    text: object = None

    @property
    def is_original(self):
        return self.source_language == self.language

    @property
    def freshness(self):
        """As of a version (`stories.translation.versions`)."""
        if self.is_original:
            return "original"
        return "outdated" if self.card["outdated"] else "current"

    @property
    def trust(self):
        return "original" if self.is_original else self.card["origin"]

    @property
    def words(self):
        """The identities of its words, by kind."""
        return self.card["words"]

    @property
    def bonds(self):
        """What the page has to do with, ``{(kind, identity)}``: words, owners, objects, partners, people."""
        kinds = {kind: self.words.get(kind, ()) for kind in WORDS} | self.card.get("bonds", {})
        owners = (("project", self.project), ("programme", self.programme))
        return {(kind, UUID(key)) for kind, keys in kinds.items() for key in keys} | {
            (kind, key) for kind, key in owners if key
        }

    @property
    def above(self):
        """The identities of the pages that it lies below, from the top."""
        return [UUID(key) for key in self.card["above"]]

    def address(self, language, base=""):
        """Its address under a language's prefix: the same path in every language."""
        return f"{base}/{language}/{self.below}"


def rows(pages, *more):
    """The Rows of public pages, a queryset of `PublicPage`; with their documents if `more` says so. One
    query."""
    return [Row(*values) for values in pages.values_list(*COLUMNS, *more)]


def row_of(page):
    """The Row of a `PublicPage`, saved or not."""
    return Row(*(getattr(page, name) for name in COLUMNS), page.document)
