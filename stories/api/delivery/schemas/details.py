"""A whole page: what every type of page has."""

from typing import Literal

from .blocks import Block
from .cards import Card
from .media import Licence
from .references import Ref
from .values import Freshness, Identity, Shape, Tag, Trust


class Translation(Shape):
    """One of the languages that a page really is in."""

    locale: Tag
    url: str
    title: str
    freshness: Freshness
    trust: Trust


class Alternate(Shape):
    hreflang: Tag
    href: str


class Seo(Shape):
    """What search engines are told."""

    title: str
    description: str
    canonical: str
    """The address of the version that is served, in its own language."""
    alternates: list[Alternate]


class Notice(Shape):
    """What a reader should know before reading on, in the reader's language."""

    type: Literal["fallback", "outdated", "incomplete", "machine", "translated_by", "reviewed_by"]
    title: str
    text: str
    url: str


class Support(Shape):
    """Where somebody can turn to whom a story has touched."""

    name: str
    url: str
    phone: str
    languages: list[Tag]
    """In which somebody there can listen."""


class ContentWarning(Shape):
    """What the page holds that some readers may want to know of first."""

    id: Identity
    title: str
    text: str
    support: list[Support]


class Reason(Shape):
    """Why one page leads on to another: what both have to do with."""

    kind: Literal[
        "chosen", "project", "programme", "object", "contributor", "partner", "theme", "community",
        "place",
    ]  # fmt: skip
    """`chosen`: by the editors."""
    text: str
    """In the reader's language."""
    shared: Ref | None


class RelatedCard(Card):
    """A page in short, and why it is related."""

    reason: Reason


class Detail(Card):
    body: list[Block]
    translations: list[Translation]
    breadcrumbs: list[Ref]
    """From the home page down to the page above this one."""
    related: list[RelatedCard]
    """What a reader of this page may also be interested in, the editors' choices first. It may change
    without the page."""
    seo: Seo
    licence: Licence | None
    credit_line: str
    notices: list[Notice]
    content_warnings: list[ContentWarning]
