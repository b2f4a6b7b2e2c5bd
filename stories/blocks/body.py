"""The body of a page: which blocks it may be made of."""

from wagtail import blocks

from .links import CallToActionBlock, RelatedPagesBlock
from .media import AudioBlock, CaptionedImageBlock, EmbedBlock, GalleryBlock, VideoBlock
from .objects import ObjectResponseBlock
from .text import HeadingBlock, ParagraphBlock, ParallelTextBlock, QuoteBlock, TimelineBlock


class BodyBlock(blocks.StreamBlock):
    heading = HeadingBlock()
    paragraph = ParagraphBlock()
    image = CaptionedImageBlock()
    gallery = GalleryBlock()
    quote = QuoteBlock()
    audio = AudioBlock()
    video = VideoBlock()
    object_response = ObjectResponseBlock()
    parallel_text = ParallelTextBlock()
    timeline = TimelineBlock()
    call_to_action = CallToActionBlock()
    related_pages = RelatedPagesBlock()
    embed = EmbedBlock()
