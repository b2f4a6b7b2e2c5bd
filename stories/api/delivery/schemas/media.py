"""Pictures and recordings, with the rights that they are shown under."""

from typing import Annotated

from pydantic import Field

from .values import Direction, Shape, Tag


class Licence(Shape):
    """What others may do with it."""

    id: str
    title: str
    url: str
    """The licence's own page, "" where it has none."""


class FocalPoint(Shape):
    """Where the eye should rest, as shares of width and height."""

    x: Annotated[float, Field(ge=0, le=1)]
    y: Annotated[float, Field(ge=0, le=1)]


class Rendition(Shape):
    url: str
    width: int
    height: int


class Source(Shape):
    """A picture's versions in one file format, smallest first."""

    type: Annotated[str, Field(examples=["image/avif", "image/webp", "image/jpeg"])]
    srcset: list[Rendition]


class Image(Shape):
    """A picture, in AVIF, WebP and JPEG and in several widths."""

    id: int
    alt: str
    """What the picture shows, in the language of the page; "" where it is decorative."""
    decorative: bool
    credit_line: str
    licence: Licence | None
    width: int
    height: int
    focal_point: FocalPoint | None
    src: str
    """A JPEG that everything can show."""
    sources: list[Source]


class Cue(Shape):
    """What is said from one second of a recording to another."""

    start: Annotated[float, Field(ge=0, description="In seconds.")]
    end: Annotated[float, Field(ge=0, description="In seconds.")]
    speaker: str
    """"" where the captions do not say who speaks."""
    text: str


class Captions(Shape):
    """A WebVTT file, and what it says."""

    lang: Tag
    dir: Direction
    label: str
    """The language's name in that language."""
    src: str
    cues: list[Cue]


class Recording(Shape):
    """An audio or video file."""

    id: int
    title: str
    src: str
    type: Annotated[str, Field(description="MIME type.", examples=["audio/mpeg"])]
    duration: Annotated[float | None, Field(description="In seconds.")]
    width: int | None
    height: int | None
    captions: list[Captions]
    credit_line: str
    licence: Licence | None


class Embed(Shape):
    """What another site plays. Nothing is loaded from there: it is named and linked."""

    url: str
    title: str
    provider: Annotated[str, Field(examples=["Vimeo"])]
