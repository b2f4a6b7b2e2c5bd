"""A body written as Markdown: what Markdown has a form for in that form, the rest between fences."""

import re

from .blocks import Block
from .body import read_body
from .checks import Checks
from .rich_text import stored, tree
from .write_words import (
    destination,
    escaped,
    line_start,
    one_line,
    paragraph,
    quoted_title,
    rich_text_markdown,
)
from .yaml_text import dump

BETWEEN_PARAGRAPHS = "***"


def body_markdown(blocks):
    """The Markdown that `stories.exchange.body.read_body` reads as these blocks."""
    parts, previous = [], None
    for block in blocks:
        if block.type == "paragraph":
            text = rich_markdown(block.value)
            if not text:
                continue
            if previous == "paragraph":
                parts.append(BETWEEN_PARAGRAPHS)
        else:
            text = block_markdown(block)
        parts.append(text)
        previous = block.type
    return "\n\n".join(parts) + "\n" if parts else ""


def rich_markdown(html):
    """Stored rich text as Markdown."""
    blocks = tree(html)
    wanted = [Block("paragraph", stored(blocks))] if blocks else []
    return rich_text_markdown(blocks, lambda text: reads_as(text, wanted))


def block_markdown(block):
    """Markdown's own form of the block where it reads back as the same, else a fence."""
    write = FORMS.get(block.type)
    text = write(block.value) if write else None
    return text if text and reads_as(text, [block]) else fence(block)


def reads_as(text, blocks):
    checks = Checks("")
    return read_body(text + "\n", 1, checks) == blocks and not checks.problems


# Forms of Markdown's own


def heading(value):
    mark = "##" if value["level"] == "2" else "###"
    text = one_line(value["text"])
    # Markdown takes numbers signs at the end of a heading for decoration.
    return f"{mark} {re.sub(r'(#+)$', lambda found: chr(92) + found.group(), text)}"


def image(value):
    if value["decorative"] is not None or value["alt"] == "":
        return None
    caption = f" {quoted_title(value['caption'])}" if value["caption"] else ""
    return f"![{escaped(value['alt'] or '')}]({destination(value['file'])}{caption})"


def quote(value):
    paragraphs = []
    for text in value["text"].split("\n\n"):
        lines = text.split("\n")
        if value["language"]:
            lines = [f"[{escaped(line)}]{{lang={value['language']}}}" for line in lines]
            paragraphs.append("\\\n".join(lines))
        else:
            paragraphs.append(paragraph([part for line in lines for part in (line, "\n")][:-1]))
    if value["attribution"]:
        paragraphs[-1] += f"\n— {line_start(one_line(value['attribution']))}"
    text = "\n\n".join(paragraphs)
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def recording(value):
    if value["embed"] or value["transcript"] or value["transcript_language"] or value.get("poster"):
        return None
    return f"![{escaped(value['title'])}]({destination(value['file'])})"


FORMS = {"heading": heading, "image": image, "quote": quote, "audio": recording, "video": recording}


# Fences


def fence(block):
    text = dump(without_nothing(FENCED[block.type](block.value)))
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    ticks = "`" * max(3, longest + 1)
    return f"{ticks}{block.type}\n{text}{ticks}"


def without_nothing(value):
    """The mapping without what is empty; an empty text of a picture is a statement and stays."""
    return {
        key: without_nothing(each) if isinstance(each, dict) else each
        for key, each in value.items()
        if each not in (None, [], {}) and (each != "" or key == "alt")
    }


def rich(html):
    text = rich_markdown(html)
    return f"{text}\n" if "\n" in text else text


def picture(value):
    return without_nothing(value)


def fenced_recording(value):
    return {
        "title": value["title"],
        "file": value["file"],
        "embed": value["embed"],
        "poster": value.get("poster") and picture(value["poster"]),
        "transcript": rich(value["transcript"]),
        "transcript_lang": value["transcript_language"],
    }


def passage(value):
    return {"lang": value["language"], "text": rich(value["text"])}


def same(value):
    return value


FENCED = {
    "heading": same,
    "image": picture,
    "gallery": lambda value: {
        "title": value["title"],
        "images": [picture(each) for each in value["images"]],
    },
    "quote": lambda value: {
        "text": value["text"],
        "attribution": value["attribution"],
        "lang": value["language"],
    },
    "audio": fenced_recording,
    "video": fenced_recording,
    "object_response": lambda value: {
        "object": value["object"],
        "respondent": value["respondent"],
        "response": rich(value["response"]),
    },
    "parallel_text": lambda value: {
        "original": passage(value["original"]),
        "translation": passage(value["translation"]),
        "note": value["note"],
    },
    "timeline": lambda value: {
        "title": value["title"],
        "entries": [
            without_nothing({**entry, "text": rich(entry["text"])}) for entry in value["entries"]
        ],
    },
    "call_to_action": same,
    "related_pages": same,
    "embed": same,
}
