"""Blocks that name things, made into blocks as Wagtail stores them, which have keys for them."""

import re
import uuid
from html import unescape

from .blocks import texts_of
from .captions import captions_of
from .problems import Problem, Refused
from .shelf import UnusableFile

PAGE_LINK = re.compile(r'<a href="page:([^"]*)">')
BLOCK_IDS = uuid.UUID("6f2a3c1e-8d5b-4b57-9f0e-3c4f2f1f7a10")


def pages_named(version):
    """The places of all pages that a version leads to."""
    found = list(version.details.related_pages)
    for block in version.body:
        for html in texts_of(block):
            found += [unescape(place) for place in PAGE_LINK.findall(html)]
        if block.type == "call_to_action":
            found.append(block.value["link"]["page"])
        elif block.type == "related_pages":
            found += block.value["pages"]
    return [place for place in dict.fromkeys(found) if place]


class Storing:
    """Makes the stored form of one version of a story."""

    def __init__(self, bundle, version, shelf, lookup, names):
        self.bundle, self.version = bundle, version
        self.shelf, self.lookup, self.names = shelf, lookup, names
        self.without_alt = []
        self.missing_pages = []
        self.without_transcript = []
        self.line, self.number = 1, 0

    def body(self):
        stored = []
        for number, block in enumerate(self.version.body):
            self.line, self.number = block.line, number
            value = getattr(self, block.type)(block.value)
            if value is not None:
                stored.append({"type": block.type, "value": value, "id": self.id("body", number)})
        return stored

    def stream(self, field, name, values):
        """The stored form of a StreamField with one type of block."""
        return [
            {"type": name, "value": value, "id": self.id(field, number)}
            for number, value in enumerate(values)
        ]

    def id(self, *parts):
        """A block's id: the same in every import, so that translators' work stays where it belongs."""
        name = "/".join([self.bundle.id, *map(str, parts)])
        return str(uuid.uuid5(BLOCK_IDS, name))

    def items(self, field, values):
        return [
            {"type": "item", "value": value, "id": self.id(field, self.number, number)}
            for number, value in enumerate(values)
        ]

    # What is named

    def refuse(self, reason, file=None, line=None):
        raise Refused(Problem(file or self.version.file, line or self.line, reason))

    def picture_key(self, name, file=None, line=None):
        try:
            return self.shelf.picture(name)
        except UnusableFile as error:
            self.refuse(str(error), file, line)

    def alternative(self, name, alt, decorative):
        """``(alt, decorative)`` of a picture here: what the text says, else what story.yaml says."""
        rights = self.bundle.rights(name)
        if decorative is None:
            decorative = rights.decorative and not alt
        if alt is None:
            alt = rights.alt.get(self.version.language, rights.alt.get("", ""))
        if decorative:
            return "", True
        if not alt and name not in self.without_alt:
            self.without_alt.append(name)
        return alt, False

    def image_value(self, picture):
        alt, decorative = self.alternative(picture["file"], picture["alt"], picture["decorative"])
        return {
            "image": self.picture_key(picture["file"]),
            "decorative": decorative,
            "alt_text": alt,
        }

    def page_key(self, place):
        """The primary key of the page at a place, or None, which is noted."""
        page = self.lookup.place(place, self.version.language) if place else None
        if page is None and place and place not in self.missing_pages:
            self.missing_pages.append(place)
        return page and page.pk

    def html(self, html):
        def link(match):
            key = self.page_key(unescape(match.group(1)))
            return f'<a linktype="page" id="{key}">' if key else "<a>"

        linked = PAGE_LINK.sub(link, html)
        return re.sub(r"<a>(.*?)</a>", r"\1", linked, flags=re.DOTALL)

    def object_key(self, number, line=None, file=None):
        found = self.lookup.object(number, self.version.language)
        if found is None:
            self.refuse(
                f"there is no collection object with the museum number {number!r}", file, line
            )
        return found.pk

    # Blocks

    def heading(self, value):
        return value

    def paragraph(self, value):
        return self.html(value)

    def image(self, value):
        return {"image": self.image_value(value), "caption": value["caption"]}

    def gallery(self, value):
        images = [self.image(each) for each in value["images"]]
        return {"title": value["title"], "images": self.items("images", images)}

    def quote(self, value):
        return value

    def audio(self, value):
        name = value["file"]
        captions = captions_of(name, self.names) if name else {}
        if name and not value["transcript"] and name not in self.without_transcript:
            self.without_transcript.append(name)
        return {
            "title": value["title"],
            "embed": value["embed"],
            "captions": self.items("captions", [
                {"language": tag, "file": self.shelf.captions(file)} for tag, file in captions.items()
            ]),
            "transcript": self.html(value["transcript"]),
            "transcript_language": value["transcript_language"],
            "recording": self.shelf.recording(name) if name else None,
        }  # fmt: skip

    def video(self, value):
        poster = value["poster"]
        shown = (
            self.image_value(poster)
            if poster
            else {"image": None, "decorative": None, "alt_text": None}
        )
        return self.audio(value) | {"poster": shown}

    def object_response(self, value):
        return {
            "object": self.object_key(value["object"]),
            "response": self.html(value["response"]),
            "respondent": value["respondent"],
        }

    def parallel_text(self, value):
        return {
            side: {"language": value[side]["language"], "text": self.html(value[side]["text"])}
            for side in ("original", "translation")
        } | {"note": value["note"]}

    def timeline(self, value):
        entries = [{**entry, "text": self.html(entry["text"])} for entry in value["entries"]]
        return {"title": value["title"], "entries": self.items("entries", entries)}

    def call_to_action(self, value):
        link = value["link"]
        page = self.page_key(link["page"])
        if link["page"] and page is None:
            return None
        return {**value, "link": {"text": link["text"], "page": page, "url": link["url"]}}

    def related_pages(self, value):
        pages = [key for place in value["pages"] if (key := self.page_key(place))]
        return {"title": value["title"], "pages": self.items("pages", pages)} if pages else None

    def embed(self, value):
        return value
