"""What pages are found by: the vocabulary and the languages."""

from typing import Literal

from .values import Coordinates, Direction, Identity, Shape, Tag


class Term(Shape):
    """A word of the vocabulary, in the reader's language where it has been translated."""

    id: Identity
    type: Literal["theme", "community", "place"]
    title: str
    slug: str
    """The same in every language."""
    url: str
    """The address of the page that gathers what has to do with it, or of an empty list of stories."""
    language: Tag
    """That its name is in."""


class Theme(Term):
    type: Literal["theme"]
    description: str


class Community(Term):
    type: Literal["community"]
    description: str


class Place(Term):
    type: Literal["place"]
    coordinates: Coordinates | None


class Taxonomies(Shape):
    """The whole vocabulary, in alphabetical order."""

    themes: list[Theme]
    communities: list[Community]
    places: list[Place]


class Locale(Shape):
    """A language of the site."""

    code: Tag
    name: str
    """In that language itself."""
    dir: Direction
    is_default: bool


class Locales(Shape):
    """The languages of the site, in the order in which it offers them."""

    count: int
    items: list[Locale]
