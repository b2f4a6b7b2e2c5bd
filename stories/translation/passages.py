"""The passages that a page's words fall into: what is translated one by one, and counted."""

from dataclasses import dataclass
from functools import cached_property

from django.core.exceptions import FieldDoesNotExist
from django.utils.text import capfirst
from wagtail.fields import StreamField
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.strings import StringValue


@dataclass(frozen=True)
class Passage:
    """A title, a caption, one paragraph of a text…

    `path` is where wagtail-localize finds it, with the ids of blocks (``body.7c2f….text``); `place` the
    same with their types (``body.quote.text``), equal in pages that were written independently.
    `html` is the passage with its inline tags, without their attributes.
    """

    path: str
    place: str
    html: str

    @cached_property
    def text(self):
        """The words alone."""
        return words_of(self.html)

    @property
    def field(self):
        return self.place.partition(".")[0]


def words_of(html):
    """The words of a passage without its tags, with single spaces."""
    if "<" in html or "&" in html:
        html = StringValue(html).render_text()
    return " ".join(html.split())


def passages_of(page):
    """Everything that is translated of a page, in its order."""
    types = block_types(page)
    return [
        Passage(segment.path, place_of(segment.path, types), segment.string.data)
        for segment in extract_segments(page)
        if isinstance(segment, StringSegmentValue)
    ]


def stored(passages):
    """Passages as JSON keeps them."""
    return [[each.path, each.place, each.html] for each in passages]


def restored(rows):
    return [Passage(*row) for row in rows]


def block_types(page):
    """The types of all of a page's blocks, by their ids; ``item`` for what is in a list."""
    types = {}

    def walk(value):
        if isinstance(value, dict):
            if value.get("id") and "value" in value:
                types[value["id"]] = value.get("type", "item")
            for each in value.values():
                walk(each)
        elif isinstance(value, list):
            for each in value:
                walk(each)

    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            stream = field.value_from_object(page)
            walk(stream.stream_block.get_prep_value(stream))
    return types


def place_of(path, types):
    """A path with the types of blocks in place of their ids."""
    return ".".join(types.get(part, part) for part in path.split("."))


def label_of(place, model):
    """A place in an editor's words: "Body: Quote: Who said it"."""
    name, *parts = place.split(".")
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return name
    labels = [capfirst(str(getattr(field, "verbose_name", name)))]
    block = field.stream_block if isinstance(field, StreamField) else None
    for part in parts:
        if part == "item":
            block = getattr(block, "child_block", None)
            continue
        block = getattr(block, "child_blocks", {}).get(part)
        if block is None:
            break
        labels.append(str(block.label))
    return ": ".join(labels)
