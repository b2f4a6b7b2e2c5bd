"""The body of a page, as it is stored: a dozen blocks, every kind of them by turns."""

import json
import uuid
from dataclasses import dataclass

from .words import paragraphs, sentences


@dataclass
class Shown:
    """Primary keys of what a body can show, and those of pages it can lead to."""

    pictures: list
    objects: list
    recordings: list
    captions: list


# Of each kind so many stand in one body: nine that every page has, and four of the rarer ones.
ALWAYS = ("paragraph", "heading", "paragraph", "image", "paragraph", "quote", "heading", "paragraph",
          "image")  # fmt: skip
BY_TURNS = ("gallery", "audio", "object_response", "parallel_text", "timeline", "call_to_action",
            "related_pages", "video", "embed")  # fmt: skip
RARER = 4


def body(number, language, shown, page, others):
    """JSON of the `number`-th body in a language. `page` and `others` are pages that it leads to."""
    return Writer(number, language, shown, page, others).body()


def _id(*parts):
    return str(uuid.uuid5(uuid.NAMESPACE_OID, " ".join(map(str, parts))))


class Writer:
    """Makes the stored value of each kind of block; what it shows follows from the page's number."""

    def __init__(self, number, language, shown, page, others):
        self.number, self.language, self.shown = number, language, shown
        self.page, self.others = page, others
        self.step = 0
        self.used = {"image": set(), "object": set(), "recording": set(), "document": set()}

    def body(self):
        turns = len(BY_TURNS)
        kinds = ALWAYS + tuple(BY_TURNS[(self.number + step * 2) % turns] for step in range(RARER))
        return json.dumps([
            {"type": kind, "value": getattr(self, kind)(), "id": _id(self.number, place)}
            for place, kind in enumerate(kinds)
        ])  # fmt: skip

    def _next(self, rows):
        self.step += 1
        return rows[(self.number * 7 + self.step * 5) % len(rows)]

    def _thing(self, kind, rows):
        key = self._next(rows)
        self.used[kind].add(key)
        return key

    def _sentence(self):
        return self._next(sentences(self.language))

    def _items(self, values):
        return [
            {"type": "item", "value": value, "id": _id(self.number, self.step, place)}
            for place, value in enumerate(values)
        ]

    def _picture(self):
        return {
            "image": self._thing("image", self.shown.pictures),
            "alt_text": self._sentence(),
            "decorative": False,
        }

    def paragraph(self):
        return self._next(paragraphs(self.language))

    def heading(self):
        return {"text": self._sentence(), "level": "2"}

    def image(self):
        return {"image": self._picture(), "caption": self._sentence()}

    def gallery(self):
        return {"title": self._sentence(), "images": self._items([self.image() for _ in range(3)])}

    def quote(self):
        return {"text": self._sentence(), "attribution": "Rahima", "language": ""}

    def audio(self):
        return {
            "title": self._sentence(),
            "recording": self._thing("recording", self.shown.recordings),
            "embed": "",
            "captions": self._items([
                {"language": self.language, "file": self._thing("document", self.shown.captions)}
            ]),
            "transcript": self.paragraph(),
            "transcript_language": self.language,
        }  # fmt: skip

    def video(self):
        return {
            "title": self._sentence(),
            "recording": None,
            "embed": "https://vimeo.com/76979871",
            "captions": [],
            "transcript": self.paragraph(),
            "transcript_language": self.language,
            "poster": self._picture(),
        }

    def object_response(self):
        return {
            "object": self._thing("object", self.shown.objects),
            "response": self.paragraph(),
            "respondent": "Rahima",
        }

    def parallel_text(self):
        return {
            "original": {"language": "bn", "text": self._next(paragraphs("bn"))},
            "translation": {"language": "en", "text": self._next(paragraphs("en"))},
            "note": self._sentence(),
        }

    def timeline(self):
        entries = [
            {"date": str(1903 + step), "title": self._sentence(), "text": self.paragraph()}
            for step in range(3)
        ]
        return {"title": self._sentence(), "entries": self._items(entries)}

    def call_to_action(self):
        link = {"text": self._sentence(), "page": self.page, "url": ""}
        return {"title": self._sentence(), "text": self._sentence(), "link": link}

    def related_pages(self):
        return {"title": self._sentence(), "pages": self._items(self.others or [self.page])}

    def embed(self):
        return {
            "url": "https://vimeo.com/76979871",
            "title": self._sentence(),
            "caption": self._sentence(),
        }
