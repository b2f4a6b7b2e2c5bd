"""What feeds say of a story, as it is finished when the story is published."""

import json

from django.utils import translation

from stories.presentation.details import detail
from stories.presentation.documents import page_of
from stories.translation.interface import interface_language

from .covered import lead_image
from .whole_text import whole_text

SAID = (
    "id", "url", "title", "summary", "language", "published_at", "updated_at", "lead_image", "themes",
    "communities", "places", "translations", "translated_by", "reviewed_by", "speakers", "licence",
    "credit_line", "content_warnings",
)  # fmt: skip


def finished_entry(row, reader):
    """A story for the feeds of its language, as JSON."""
    reader.alone = False
    shape = detail(page_of(row), reader)
    with translation.override(interface_language(reader.language)):
        return json.dumps(entry(shape), ensure_ascii=False).encode(), shape


def entry(story):
    """Of a Detail what feeds say, and the ``whole_text``, in the active language."""
    said = {name: story[name] for name in SAID}
    return said | {"lead_image": lead_image(story), "whole_text": whole_text(story)}
