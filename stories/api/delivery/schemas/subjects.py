"""What pages are gathered by: words of the vocabulary, partners, objects, people."""

from typing import Annotated, Literal

from pydantic import Field

from .cards import Card
from .collection_objects import CollectionObject
from .details import ContentWarning
from .references import Ref
from .values import Coordinates, Direction, Html, Shape, Tag

Pages = Annotated[int, Field(ge=0, description="How many pages have to do with it.")]
Whole = Annotated[int, Field(ge=0, description="Of the whole list, not of this part.")]


class Named(Shape):
    """What something is called in one language."""

    title: str
    lang: Tag
    dir: Direction


class Subject(Ref):
    """Something that pages have to do with."""

    type: Literal["theme", "community", "place", "partner", "contributor"]
    names: list[Named]
    """In other languages."""
    text: str
    """What is said of it: a description; of a person, the biography."""
    count: Pages


class Subjects(Shape):
    """A part of a list, in alphabetical order. What no public page has to do with is not in it."""

    count: Whole
    items: list[Subject]


class SubjectDetail(Subject):
    """Something that pages have to do with, and these pages: type by type, each from the newest."""

    available: list[Tag]
    """The languages that something of it really is in."""
    count: Whole
    items: list[Card]


class PartnerDetail(SubjectDetail):
    """An organisation that took part, and what was done with it."""

    type: Literal["partner"]
    website: str
    """The organisation's own address, "" where it has none."""


class PlaceSubject(Subject):
    """A place that pages have to do with, no more finely than it may be told."""

    type: Literal["place"]
    coordinates: Coordinates | None


class PlaceSubjects(Subjects):
    """A part of a list, in alphabetical order. What no public page has to do with is not in it."""

    items: list[PlaceSubject]


class PlaceDetail(SubjectDetail):
    """A place, and the pages that have to do with it: type by type, each from the newest."""

    type: Literal["place"]
    coordinates: Coordinates | None


class ObjectSubject(CollectionObject):
    """An object in the museum's collection that pages show."""

    slug: str
    names: list[Named]
    """In other languages."""
    count: Pages


class ObjectSubjects(Shape):
    """A part of a list, in alphabetical order. What no public page shows is not in it."""

    count: Whole
    items: list[ObjectSubject]


class Voice(Shape):
    """What somebody said of an object, in their own words or in translation."""

    html: Html
    respondent: str
    lang: Tag
    dir: Direction
    page: Ref
    """Where they said it."""
    content_warnings: list[ContentWarning]
    """Of that page: what some readers may want to know first."""


class ObjectDetail(ObjectSubject):
    """An object in the museum's collection, what is said of it, and the pages that show it."""

    available: list[Tag]
    """The languages that something of it really is in."""
    count: Whole
    items: list[Card]
    voices: list[Voice]
    """Of the pages in `items`."""
