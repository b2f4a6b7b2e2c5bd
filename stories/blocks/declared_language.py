"""Texts that say which language they are in, where that is not the page's own."""

from django.utils.html import strip_tags
from wagtail.rich_text import RichText
from wagtail_localize.segments.ingest import StreamFieldSegmentsWriter


class DeclaredLanguageMixin:
    """A block with a text and its language. Once the text is translated it is in the page's language.

    What a translator left as it is (somebody's own words, a song) stays in the language that it says.
    """

    text_name, language_name = "text", "language"

    def restore_translated_segments(self, value, segments):
        before = _words(value[self.text_name])
        # What is in such a block needs no locale to be put back: texts, and files by their keys.
        value = StreamFieldSegmentsWriter(None, None, None).handle_struct_block(value, segments)
        if _words(value[self.text_name]) != before:
            value[self.language_name] = ""
        return value


def _words(text):
    html = text.source if isinstance(text, RichText) else text or ""
    return strip_tags(html).split()
