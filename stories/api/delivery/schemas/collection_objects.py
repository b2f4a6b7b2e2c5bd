"""Objects in the museum's collection."""

from typing import Literal

from .media import Image
from .values import Identity, Shape, Tag


class CollectionObject(Shape):
    """An object in the museum's collection."""

    id: Identity
    type: Literal["collection_object"]
    museum_number: str
    title: str
    maker: str
    culture: str
    date: str
    """In words: "about 1890"."""
    image: Image | None
    url: str
    """Its page in the museum's collection online, "" where it has none."""
    page: str
    """The address of the page here that gathers what is said of it."""
    rights: str
    language: Tag
    """That its words are in."""


class CollectionObjectInUse(CollectionObject):
    """An object, and what was done with it."""

    use: str
