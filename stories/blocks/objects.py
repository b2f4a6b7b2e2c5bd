"""Blocks about the museum's objects."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from stories.presentation.rich_text import TEXT_FEATURES, page_references

from .presented import PresentedMixin, newest


class ObjectResponseBlock(PresentedMixin, blocks.StructBlock):
    object = SnippetChooserBlock("stories.CollectionObject", label=_("Collection object"))
    response = blocks.RichTextBlock(label=_("What it means to them"), features=TEXT_FEATURES)
    respondent = blocks.CharBlock(label=_("Who responds"), required=False, max_length=255)

    class Meta:
        icon = "tag"
        label = _("Object response")
        description = _("An object in the collection, and what it means to the person.")
        preview_value = {"response": "<p>My grandmother had one just like it.</p>"}
        template = "blocks/object_response.html"

    def get_preview_value(self):
        return self.normalize({
            **super().get_preview_value(),
            "object": newest(self.child_blocks["object"].target_model),
        })  # fmt: skip

    def references(self, raw):
        yield "object", raw.get("object")
        yield from page_references(raw["response"])

    def present(self, raw, references):
        collection_object = references.collection_object(raw.get("object"))
        return collection_object and {
            "object": collection_object,
            "response": references.html(raw["response"]),
            "respondent": raw.get("respondent") or "",
        }
