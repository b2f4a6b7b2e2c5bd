"""What leads elsewhere: to pages, to words of the vocabulary, to other addresses."""

from typing import Literal

from .values import Identity, PageType, Shape


class Ref(Shape):
    """A page, or a word of the vocabulary, by name and address."""

    id: Identity
    type: PageType | Literal["theme", "community", "place"]
    title: str
    slug: str
    url: str
    """A page's own address; for a word, that of the stories that share it."""


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
