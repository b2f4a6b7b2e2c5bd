"""A page as lists show it."""

from typing import Annotated, Literal

from pydantic import Field

from .media import Image
from .references import Ref
from .values import Direction, Freshness, Identity, Moment, PageType, Shape, Tag, Trust


class Language(Shape):
    """Which language was asked for, which is served, and what else there is."""

    requested: Tag
    served: Tag
    source: Tag
    """The language that it was first told in."""
    dir: Direction
    """Of the language that is served."""
    is_fallback: bool
    available: list[Tag]
    freshness: Freshness
    trust: Trust


class Time(Shape):
    """The years that a story tells of, told no more finely than they are known."""

    from_year: int
    to_year: int
    """The same year where it is one; of decades, the last year of the last one."""
    precision: Literal["year", "decade", "about"]
    text: str
    """In the reader's words and digits: "1974", "1970s", "about 1968–1974"."""


class Card(Shape):
    """A page in short."""

    id: Identity
    type: PageType
    slug: str
    url: str
    title: str
    summary: str
    lead_image: Image | None
    language: Language
    published_at: Moment | None
    updated_at: Moment | None
    programme: Ref | None
    project: Ref | None
    themes: list[Ref]
    communities: list[Ref]
    places: list[Ref]
    reading_minutes: int | None
    """Of a story, in the language that is served."""
    listening_minutes: int | None
    """Of the recordings in it, as far as their lengths are known."""
    tells_of: Time | None
    """Of a story, the time that it tells of, as far as that is known."""


class Cards(Shape):
    """A part of a list."""

    count: Annotated[int, Field(ge=0, description="Of the whole list, not of this part.")]
    items: list[Card]
