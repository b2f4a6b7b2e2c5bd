"""The blocks of a body between their two forms, the stored one and Markdown.

A block's ``value`` is like the stored one of its type, but names what the stored one has keys for:
a picture or recording by its file, an object by its museum number, a page by its place (``page:…``).
Rich text is HTML. A picture is ``{"file", "alt", "decorative"}``; where ``alt`` is None, what
story.yaml says of that file holds.
"""

from dataclasses import dataclass, field
from typing import Any

TYPES = (
    "heading", "paragraph", "image", "gallery", "quote", "audio", "video", "object_response",
    "parallel_text", "timeline", "call_to_action", "related_pages", "embed",
)  # fmt: skip


@dataclass
class Block:
    type: str
    value: Any
    line: int = field(default=1, compare=False)


def pictures_of(block):
    """The pictures in a block's value."""
    if block.type == "image":
        yield block.value
    elif block.type == "gallery":
        yield from block.value["images"]
    elif block.type == "video" and block.value["poster"]:
        yield block.value["poster"]


def recording_of(block):
    """The file name of the recording in a block's value, or None."""
    return block.value["file"] if block.type in ("audio", "video") else None


def texts_of(block):
    """The rich texts in a block's value."""
    value = block.value
    if block.type == "paragraph":
        yield value
    elif block.type == "object_response":
        yield value["response"]
    elif block.type == "parallel_text":
        yield from (value["original"]["text"], value["translation"]["text"])
    elif block.type == "timeline":
        yield from (entry["text"] for entry in value["entries"])
    elif block.type in ("audio", "video"):
        yield value["transcript"]
