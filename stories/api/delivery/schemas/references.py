"""What leads elsewhere: to pages, to words of the vocabulary, to other addresses."""

from typing import Literal

from .values import Identity, PageType, Shape, Tag

SubjectType = Literal[
    "theme", "community", "place", "partner", "collection_object", "contributor"
]  # fmt: skip


class Ref(Shape):
    """A page, or something that pages are gathered by, by name and address."""

    id: Identity
    type: PageType | SubjectType
    title: str
    slug: str
    url: str
    """A page's own address; for a word, an object or a person, that of the page that gathers what has to
    do with it."""
    language: Tag
    """That the title is in."""


class Link(Shape):
    """Words that lead on."""

    text: str
    url: str
    kind: Literal["page", "external", "email", "phone", "document"]


class CallToAction(Shape):
    """An invitation to do something."""

    title: str
    text: str
    link: Link
