"""The blocks that a page's body is made of: each type has its own schema."""

from typing import Annotated, Literal

from pydantic import Field

from .cards import Card
from .collection_objects import CollectionObject
from .media import Embed, Image, Recording
from .references import CallToAction
from .values import Direction, Html, Passage, Shape, Tag


class BlockShape(Shape):
    type: str
    id: Annotated[str, Field(description="Stays the same while the block stands in the body.")]


class Heading(Shape):
    text: str
    level: Literal[2, 3]
    anchor: str
    """What an address ends with to lead here, after the #."""


class HeadingBlock(BlockShape):
    """Opens a section."""

    type: Literal["heading"]
    value: Heading


class Paragraph(Shape):
    html: Html


class ParagraphBlock(BlockShape):
    """Running text."""

    type: Literal["paragraph"]
    value: Paragraph


class CaptionedImage(Shape):
    image: Image
    caption: str


class ImageBlock(BlockShape):
    """A picture."""

    type: Literal["image"]
    value: CaptionedImage


class Gallery(Shape):
    title: str
    images: list[CaptionedImage]


class GalleryBlock(BlockShape):
    """Several pictures that belong together."""

    type: Literal["gallery"]
    value: Gallery


class Quote(Shape):
    text: str
    attribution: str
    lang: Tag | None
    """Null where it is in the language of the page."""
    dir: Direction | None


class QuoteBlock(BlockShape):
    """Somebody's words, in the language that they were said in."""

    type: Literal["quote"]
    value: Quote


class Audio(Shape):
    """Has a recording or an embed."""

    title: str
    recording: Recording | None
    embed: Embed | None
    transcript: Passage | None


class AudioBlock(BlockShape):
    """A voice or a sound, with its transcript."""

    type: Literal["audio"]
    value: Audio


class Video(Audio):
    """Has a recording or an embed."""

    poster: Image | None
    """The picture shown before it plays."""


class VideoBlock(BlockShape):
    """A film, with captions and its transcript."""

    type: Literal["video"]
    value: Video


class ObjectResponse(Shape):
    object: CollectionObject
    response: Html
    respondent: str


class ObjectResponseBlock(BlockShape):
    """An object in the collection, and what it means to somebody."""

    type: Literal["object_response"]
    value: ObjectResponse


class ParallelText(Shape):
    original: Passage
    translation: Passage
    note: str


class ParallelTextBlock(BlockShape):
    """A passage in two languages, side by side."""

    type: Literal["parallel_text"]
    value: ParallelText


class TimelineEntry(Shape):
    date: str
    """In words: "autumn 1903"."""
    title: str
    html: Html


class Timeline(Shape):
    title: str
    entries: list[TimelineEntry]


class TimelineBlock(BlockShape):
    """What happened when, in order."""

    type: Literal["timeline"]
    value: Timeline


class CallToActionBlock(BlockShape):
    """Invites the reader to do something."""

    type: Literal["call_to_action"]
    value: CallToAction


class RelatedPages(Shape):
    title: str
    pages: list[Card]


class RelatedPagesBlock(BlockShape):
    """Leads on to other pages of the site."""

    type: Literal["related_pages"]
    value: RelatedPages


class CaptionedEmbed(Embed):
    caption: str


class EmbedBlock(BlockShape):
    """Something on another site, named and linked."""

    type: Literal["embed"]
    value: CaptionedEmbed


Block = Annotated[
    HeadingBlock
    | ParagraphBlock
    | ImageBlock
    | GalleryBlock
    | QuoteBlock
    | AudioBlock
    | VideoBlock
    | ObjectResponseBlock
    | ParallelTextBlock
    | TimelineBlock
    | CallToActionBlock
    | RelatedPagesBlock
    | EmbedBlock,
    Field(discriminator="type"),
]
