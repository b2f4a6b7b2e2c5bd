"""What is said in recordings, with the time, from their WebVTT files."""

import html
import re
from urllib.parse import urlsplit

from django.urls import resolve

from stories.delivery.door import public_files
from stories.library.models import StoryDocument

from .texts import SPOKEN, Piece

TIMING = re.compile(r"(?:(\d+):)?(\d{1,2}):(\d{2})[.,](\d{3})\s+-->")
TAG = re.compile(r"<[^>]*>")


def spoken_in(pages):
    """``{page: [Piece…]}`` for presented pages by primary key: the captions of their recordings."""
    wanted = [
        (_document(captions["src"]), pk, block["id"], captions["lang"])
        for pk, page in pages.items()
        for block in page["body"]
        if block["type"] in ("audio", "video") and block["value"]["recording"]
        for captions in block["value"]["recording"]["captions"]
    ]
    found = {}
    if wanted:
        documents = StoryDocument.objects.filter(pk__in={each[0] for each in wanted})
        said = {each.pk: list(cues(_content(each))) for each in public_files(documents)}
        for document, page, block, language in wanted:
            found.setdefault(page, []).extend(
                Piece(SPOKEN, text, language, block, start)
                for start, text in said.get(document, ())
            )
    return found


def _document(address):
    return int(resolve(urlsplit(address).path).args[0])


def _content(document):
    try:
        with document.file.open("rb") as file:
            return file.read().decode("utf-8", "replace")
    except OSError:  # a lost file has nothing to say
        return ""


def cues(vtt):
    """``(seconds, text)`` of each cue of a WebVTT file."""
    for block in re.split(r"\n\s*\n", vtt.replace("\r\n", "\n").replace("\r", "\n")):
        lines = block.split("\n")
        for number, line in enumerate(lines):
            if timing := TIMING.match(line.strip()):
                hours, minutes, seconds, parts = (int(each or 0) for each in timing.groups())
                text = " ".join(html.unescape(TAG.sub("", each)) for each in lines[number + 1 :])
                if text.strip():
                    yield hours * 3600 + minutes * 60 + seconds + parts / 1000, text.strip()
                break
