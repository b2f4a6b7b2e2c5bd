"""A translation as it goes live without what nobody has translated: those passages are left out.

What is left of a block without a text that it must have is left out too: a heading without words, a
quote without what was said.
"""

from bs4 import BeautifulSoup
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.images.blocks import ImageBlock
from wagtail_localize.fields import copy_synchronised_fields
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.ingest import ingest_segments
from wagtail_localize.strings import StringValue

from .gate import missing_from

NOTHING = (None, "", [])
GAP = "\ue000"  # of Unicode's private use area: in no text


def complete_part(translation):
    """The page with what has been translated, and without the rest. It is not saved."""
    missing = missing_from(translation)
    if any(each.path == "title" for each in missing):
        raise ValidationError({NON_FIELD_ERRORS: [_("A page needs a title: translate it first.")]})
    source, locale = translation.source, translation.target_locale
    original, page = source.as_instance(), translation.get_target_instance()
    copy_synchronised_fields(original, page)
    gaps = {(each.path, each.html) for each in missing}
    segments = source._get_segments_for_translation(locale, fallback=True)
    for segment in segments:
        is_text = isinstance(segment, StringSegmentValue)
        if is_text and (segment.path, segment.string.data) in gaps:
            segment.string, segment.attrs = StringValue(GAP), None
    ingest_segments(original, page, source.locale, locale, segments)
    for name in {each.field for each in missing}:
        _leave_out(page, page._meta.get_field(name))
    return page


def _leave_out(page, field):
    value = field.value_from_object(page)
    if isinstance(field, StreamField):
        stream = field.stream_block
        rows = _kept_rows(stream, stream.get_prep_value(value))
        setattr(page, field.name, stream.to_python(rows))
    elif isinstance(field, RichTextField):
        setattr(page, field.name, _kept_html(value))
    elif isinstance(field, models.CharField | models.TextField):
        setattr(page, field.name, _kept_text(value))


def _kept(block, value):
    """A block's stored value without the gaps; None where nothing is left that it could be."""
    if isinstance(block, blocks.StreamBlock):
        return _kept_rows(block, value) or None
    if isinstance(block, blocks.ListBlock):
        return _kept_items(block, value)
    if isinstance(block, ImageBlock):
        return value and {**value, "alt_text": _kept_text(value.get("alt_text"))}
    if isinstance(block, blocks.StructBlock):
        return _kept_struct(block, value)
    if isinstance(block, blocks.RichTextBlock):
        return _kept_html(value)
    return _kept_text(value)


def _kept_rows(stream, rows):
    found = ((row, _kept(stream.child_blocks[row["type"]], row["value"])) for row in rows)
    return [{**row, "value": value} for row, value in found if value not in (None, "")]


def _kept_items(block, items):
    found = ((item, _kept(block.child_block, item["value"])) for item in items)
    return [{**item, "value": value} for item, value in found if value not in (None, "")]


def _kept_struct(block, value):
    if value is None:
        return None
    kept = {}
    for name, child in block.child_blocks.items():
        before = value.get(name)
        kept[name] = _kept(child, before)
        if kept[name] in NOTHING and before not in NOTHING and _is_needed(child):
            return None
    return kept


def _is_needed(block):
    if isinstance(block, blocks.ListBlock):
        return bool(block.meta.min_num)
    return isinstance(block, blocks.StructBlock) or getattr(block, "required", False)


def _kept_text(text):
    return "" if isinstance(text, str) and GAP in text else text


def _kept_html(html):
    """Rich text without its paragraphs, items of lists and cells that are gaps."""
    if not html or GAP not in html:
        return html
    soup = BeautifulSoup(html, "html.parser")
    for gap in soup.find_all(string=lambda text: GAP in text):
        parent = gap.parent
        gap.replace_with(gap.replace(GAP, ""))
        while parent is not None and parent is not soup and _is_empty(parent):
            parent, empty = parent.parent, parent
            empty.decompose()
    return str(soup)


def _is_empty(element):
    return not element.get_text().strip() and not element.find(["img", "embed"])
