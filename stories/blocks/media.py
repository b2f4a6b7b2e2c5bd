"""Blocks of pictures, sound and film."""

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock as WagtailImageBlock
from wagtailmedia.blocks import AudioChooserBlock, VideoChooserBlock

from stories.presentation.rich_text import TEXT_FEATURES, page_references
from stories.translation.languages import direction, language_choices, native_name

from .declared_language import DeclaredLanguageMixin
from .presented import PresentedMixin, items, newest

PROVIDERS = {
    "youtube.com": "YouTube",
    "youtu.be": "YouTube",
    "vimeo.com": "Vimeo",
    "soundcloud.com": "SoundCloud",
    "archive.org": "Internet Archive",
}


def embed_shape(url, title):
    """A link to what another site plays: ``{"url", "title", "provider"}``, provider by its name or host."""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    return {"url": url, "title": title or host, "provider": PROVIDERS.get(host, host)}


class CaptionedImageBlock(PresentedMixin, blocks.StructBlock):
    image = WagtailImageBlock(label=_("Image"))
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=500)

    class Meta:
        icon = "image"
        label = _("Image")
        description = _("One picture, described in words for people who can't see it.")
        preview_value = {"caption": "The ferry at Ferrybank quay"}
        template = "blocks/image.html"

    def get_preview_value(self):
        image = newest(get_image_model())
        picture = {"image": image, "alt_text": _("A picture from the library"), "decorative": False}
        return self.normalize({**super().get_preview_value(), "image": picture if image else None})

    def references(self, raw):
        if picture := raw.get("image"):
            yield "image", picture.get("image")

    def present(self, raw, references):
        image = references.image_block(raw.get("image"))
        return {"image": image, "caption": raw.get("caption") or ""} if image else None


class GalleryBlock(PresentedMixin, blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), required=False, max_length=255)
    images = blocks.ListBlock(CaptionedImageBlock(), label=_("Images"), min_num=2)

    class Meta:
        icon = "image"
        label = _("Gallery")
        description = _("Several pictures that belong together.")
        preview_value = {"title": "In the workshop", "images": []}
        template = "blocks/gallery.html"

    def get_preview_value(self):
        image = self.child_blocks["images"].child_block.get_preview_value()
        return self.normalize({"title": self.meta.preview_value["title"], "images": [image, image]})

    def references(self, raw):
        for image in items(raw["images"]):
            yield from self.child_blocks["images"].child_block.references(image)

    def present(self, raw, references):
        child = self.child_blocks["images"].child_block
        shown = [child.present(image, references) for image in items(raw["images"])]
        return {"title": raw.get("title") or "", "images": [image for image in shown if image]}


class CaptionsBlock(blocks.StructBlock):
    language = blocks.ChoiceBlock(label=_("Language"), choices=language_choices)
    file = DocumentChooserBlock(label=_("Captions (.vtt)"))

    def clean(self, value):
        value = super().clean(value)
        if not value["file"].filename.lower().endswith(".vtt"):
            error = ValidationError(_("Captions are a WebVTT file: its name ends in .vtt."))
            raise StructBlockValidationError(block_errors={"file": error})
        return value


class RecordingBlock(DeclaredLanguageMixin, PresentedMixin, blocks.StructBlock):
    """What audio and video share: a file of ours or a link to another site, and its words as text."""

    title = blocks.CharBlock(label=_("Title"), max_length=255)
    embed = blocks.URLBlock(
        label=_("Or its address on another site"),
        required=False,
        help_text=_(
            "Readers get a link to that site; nothing is loaded from it before they follow it."
        ),
    )
    captions = blocks.ListBlock(CaptionsBlock(), label=_("Captions"), default=[])
    transcript = blocks.RichTextBlock(label=_("Transcript"), required=False, features=TEXT_FEATURES)
    transcript_language = blocks.ChoiceBlock(
        label=_("Language of the transcript"), choices=language_choices, required=False
    )

    text_name, language_name = "transcript", "transcript_language"

    def clean(self, value):
        value = super().clean(value)
        if bool(value["recording"]) == bool(value["embed"]):
            error = ValidationError(_("Choose a file or give an address, not both."))
            raise StructBlockValidationError(block_errors={"embed": error})
        if value["recording"] and not strip_tags(value["transcript"].source).strip():
            error = ValidationError(
                _("Write down what is said or heard, for those who can't hear it.")
            )
            raise StructBlockValidationError(block_errors={"transcript": error})
        return value

    def references(self, raw):
        yield "recording", raw.get("recording")
        for captions in items(raw.get("captions")):
            yield "document", captions.get("file")
        yield from page_references(raw.get("transcript"))

    def present(self, raw, references):
        recording = references.recording(raw.get("recording"))
        if recording is None and not raw.get("embed"):
            return None
        if recording:
            recording["captions"] = [
                {
                    "lang": captions["language"],
                    "dir": direction(captions["language"]),
                    "label": native_name(captions["language"]),
                    "src": source,
                    "cues": references.cues(captions["file"]),
                }
                for captions in items(raw.get("captions"))
                if (source := references.document_url(captions["file"]))
            ]
        return {
            "title": raw["title"],
            "recording": recording,
            "embed": embed_shape(raw["embed"], raw["title"]) if raw.get("embed") else None,
            "transcript": self._transcript(raw, references),
        }

    def _transcript(self, raw, references):
        if not raw.get("transcript"):
            return None
        language = raw.get("transcript_language") or references.content_language
        return {
            "html": references.html(raw["transcript"]),
            "lang": language,
            "dir": direction(language),
        }


class AudioBlock(RecordingBlock):
    recording = AudioChooserBlock(label=_("Audio file"), required=False)

    class Meta:
        icon = "wagtailmedia-audio"
        label = _("Audio")
        description = _("A voice or a sound, with its transcript.")
        preview_value = {
            "title": "The quay at five in the morning",
            "embed": "https://soundcloud.com/museum/quay",
        }
        template = "blocks/audio.html"
        form_layout = [
            "title", "recording", "embed", "captions", "transcript", "transcript_language"
        ]  # fmt: skip


class VideoBlock(RecordingBlock):
    recording = VideoChooserBlock(label=_("Video file"), required=False)
    poster = WagtailImageBlock(label=_("Picture shown before it plays"), required=False)

    class Meta:
        icon = "wagtailmedia-video"
        label = _("Video")
        description = _("A film, with captions and its transcript.")
        preview_value = {
            "title": "Lighting the lanterns",
            "embed": "https://vimeo.com/76979871",
        }
        template = "blocks/video.html"
        form_layout = [
            "title", "recording", "embed", "poster", "captions", "transcript", "transcript_language"
        ]  # fmt: skip

    def references(self, raw):
        yield from super().references(raw)
        if poster := raw.get("poster"):
            yield "image", poster.get("image")

    def present(self, raw, references):
        presented = super().present(raw, references)
        return presented and {**presented, "poster": references.image_block(raw.get("poster"))}


class EmbedBlock(PresentedMixin, blocks.StructBlock):
    url = blocks.URLBlock(label=_("Address"))
    title = blocks.CharBlock(label=_("Title"), max_length=255)
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=500)

    class Meta:
        icon = "link-external"
        label = _("Embed")
        description = _(
            "Something on another site, named and linked; nothing is loaded from there."
        )
        preview_value = {"url": "https://vimeo.com/1", "title": "The lantern walk, 2024"}
        template = "blocks/embed.html"

    def present(self, raw, references):
        return {**embed_shape(raw["url"], raw["title"]), "caption": raw.get("caption") or ""}
