"""Blocks of words."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from stories.presentation.rich_text import TEXT_FEATURES, page_references
from stories.slugs import ascii_slug
from stories.translation.languages import direction, language_choices

from .declared_language import DeclaredLanguageMixin
from .presented import PresentedMixin, items


class HeadingBlock(PresentedMixin, blocks.StructBlock):
    text = blocks.CharBlock(label=_("Text"), max_length=255)
    level = blocks.ChoiceBlock(
        label=_("Level"),
        choices=[("2", _("Section")), ("3", _("Subsection"))],
        default="2",
    )

    class Meta:
        icon = "title"
        label = _("Heading")
        description = _("Opens a section, so that a long story can be skimmed.")
        preview_value = {"text": "What the river carried", "level": "2"}
        template = "blocks/heading.html"

    def present(self, raw, references):
        return {
            "text": raw["text"],
            "level": int(raw.get("level") or 2),
            "anchor": ascii_slug(raw["text"]) or "section",
        }


class ParagraphBlock(PresentedMixin, blocks.RichTextBlock):
    def __init__(self, **kwargs):
        super().__init__(**{"features": TEXT_FEATURES, **kwargs})

    class Meta:
        icon = "pilcrow"
        label = _("Paragraph")
        description = _("Running text: emphasis, links, lists, phrases in another language.")
        preview_value = "<p>We carried the pots down to the ghat before the sun was up.</p>"
        template = "blocks/paragraph.html"

    def references(self, raw):
        return page_references(raw)

    def present(self, raw, references):
        return {"html": references.html(raw)}


class QuoteBlock(DeclaredLanguageMixin, PresentedMixin, blocks.StructBlock):
    text = blocks.TextBlock(label=_("Words"), rows=3)
    attribution = blocks.CharBlock(label=_("Who said it"), required=False, max_length=255)
    language = blocks.ChoiceBlock(
        label=_("Language"),
        choices=language_choices,
        required=False,
        help_text=_("Only where it is not the story's own."),
    )

    class Meta:
        icon = "openquote"
        label = _("Quote")
        description = _("Somebody's words, set apart, in the language that they were said in.")
        preview_value = {"text": "A river is a road that carries you.", "attribution": "Rahima"}
        template = "blocks/quote.html"

    def present(self, raw, references):
        language = raw.get("language") or None
        return {
            "text": raw["text"],
            "attribution": raw.get("attribution") or "",
            "lang": language,
            "dir": direction(language) if language else None,
        }


class PassageBlock(DeclaredLanguageMixin, blocks.StructBlock):
    language = blocks.ChoiceBlock(
        label=_("Language"),
        choices=language_choices,
        required=False,
        help_text=_("If left empty, it is the page's language."),
    )
    text = blocks.RichTextBlock(label=_("Text"), features=TEXT_FEATURES)

    def present(self, raw, references):
        language = raw.get("language") or references.content_language
        return {
            "lang": language,
            "dir": direction(language),
            "html": references.html(raw["text"]),
        }


class ParallelTextBlock(PresentedMixin, blocks.StructBlock):
    original = PassageBlock(label=_("As it was said or written"))
    translation = PassageBlock(label=_("In translation"))
    note = blocks.CharBlock(label=_("Note"), required=False, max_length=1000)

    class Meta:
        icon = "duplicate"
        label = _("Parallel text")
        description = _("A passage in two languages, side by side.")
        preview_value = {
            "original": {"language": "bn", "text": "<p>নদী পথ, যে পথ নিজে চলে।</p>"},
            "translation": {"language": "en", "text": "<p>A river is a road that walks.</p>"},
        }
        template = "blocks/parallel_text.html"

    def references(self, raw):
        yield from page_references(raw["original"]["text"])
        yield from page_references(raw["translation"]["text"])

    def present(self, raw, references):
        return {
            "original": self.child_blocks["original"].present(raw["original"], references),
            "translation": self.child_blocks["translation"].present(raw["translation"], references),
            "note": raw.get("note") or "",
        }


class TimelineEntryBlock(blocks.StructBlock):
    date = blocks.CharBlock(label=_("When"), max_length=64)
    title = blocks.CharBlock(label=_("What"), max_length=255)
    text = blocks.RichTextBlock(label=_("More"), required=False, features=TEXT_FEATURES)


class TimelineBlock(PresentedMixin, blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), required=False, max_length=255)
    entries = blocks.ListBlock(TimelineEntryBlock(), label=_("Entries"), min_num=1)

    class Meta:
        icon = "history"
        label = _("Timeline")
        description = _("What happened when, in order.")
        preview_value = {
            "title": "From mill to museum",
            "entries": [{"date": "1903", "title": "The mill opens", "text": ""}],
        }
        template = "blocks/timeline.html"

    def references(self, raw):
        for entry in items(raw["entries"]):
            yield from page_references(entry.get("text"))

    def present(self, raw, references):
        return {
            "title": raw.get("title") or "",
            "entries": [
                {
                    "date": entry["date"],
                    "title": entry["title"],
                    "html": references.html(entry.get("text")),
                }
                for entry in items(raw["entries"])
            ],
        }
