"""Words to fill pages with: those of the demo's stories, so that letters and lengths are real ones."""

import re
from functools import cache
from html import escape

from stories.demo import __file__ as demo

from .folders import Path

PLAIN = re.compile(r"[^#>!`\-*|\s][^\n]{120,}")
MARKED = re.compile(r"[*\[\]{}()]")


@cache
def paragraphs(language):
    """Plain paragraphs in a language, as HTML."""
    files = sorted(Path(demo).parent.glob(f"stories/*/story.{language}.md"))
    texts = [file.read_text(encoding="utf-8").split("\n---\n", 1)[1] for file in files]
    return [
        f"<p>{escape(part)}</p>"
        for text in texts
        for part in text.split("\n\n")
        if PLAIN.fullmatch(part) and not MARKED.search(part)
    ]


@cache
def titles(language):
    files = sorted(Path(demo).parent.glob(f"stories/*/story.{language}.md"))
    found = (re.search(r"^title: *(.+)$", file.read_text("utf-8"), re.M) for file in files)
    return [match[1].strip("\"' ") for match in found if match]


@cache
def sentences(language):
    """Sentences without markup, for headings, captions and summaries."""
    text = " ".join(part[3:-4] for part in paragraphs(language))
    parts = (part.strip() for part in re.split(r"[.!?।؟]\s", text))
    return [part for part in parts if 20 < len(part) < 140 and "&" not in part]
