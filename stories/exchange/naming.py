"""Blocks as Wagtail stores them, made into blocks that name things: the reverse of `storing`."""

import re
from html import escape
from pathlib import PurePosixPath

from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtailmedia.models import get_media_model

from stories.blocks.presented import items
from stories.delivery.door import public_files, public_pages
from stories.models import CollectionObject, ContentPage

from .blocks import Block
from .rich_text import stored, tree

PAGE_LINK = re.compile(r'<a\b(?=[^>]*\blinktype="page")[^>]*\bid="(\d+)"[^>]*>')
# What Django's storages put behind a name that was taken.
STORAGE_SUFFIX = re.compile(r"_[A-Za-z0-9]{7}$")
MODELS = {"image": get_image_model, "recording": get_media_model, "document": get_document_model}


class Names:
    """The names that files have in one bundle, and those of objects and pages."""

    def __init__(self):
        self.rows, self.files = {}, {}
        self._taken = set()

    def file(self, kind, key):
        """The file name of a picture, recording or captions, or None for what may not be public."""
        if key is None:
            return None
        if (kind, key) not in self.files:
            row = public_files(MODELS[kind]().objects.filter(pk=key)).first()
            if row is not None:
                self.rows[kind, key] = row
            self.files[kind, key] = row and self._free(row.file.name)
        return self.files[kind, key]

    def _free(self, stored_name):
        path = PurePosixPath(stored_name)
        stem, suffix = STORAGE_SUFFIX.sub("", path.stem), path.suffix.lower()
        name, number = f"{stem}{suffix}", 1
        while name.lower() in self._taken:
            number += 1
            name = f"{stem}-{number}{suffix}"
        self._taken.add(name.lower())
        return name

    def captions(self, recording, language, key):
        """Notes that captions lie beside a recording, as ``NAME.LANG.vtt``."""
        name = str(PurePosixPath(recording).with_suffix(f".{language}.vtt"))
        row = public_files(get_document_model().objects.filter(pk=key)).first()
        if row is not None and name not in self._taken:
            self._taken.add(name)
            self.rows["document", key], self.files["document", key] = row, name

    @staticmethod
    def object(key):
        numbers = CollectionObject.objects.filter(pk=key).values_list("museum_number", flat=True)
        return numbers.first()

    @staticmethod
    def place(key):
        """A page's place below the home page: ``stories/the-badge``.

        None where the page is public in no language: then not even its name leaves the site.
        """
        page = ContentPage.objects.filter(pk=key).first()
        if page is None or not public_versions(page).exists():
            return None
        return page.url_path.split("/", 2)[2].strip("/") or None


def public_versions(page):
    """The languages' versions of a page that anybody may see."""
    return public_pages(ContentPage.objects.filter(translation_key=page.translation_key))


class Naming:
    """Names what the blocks of one version point to. What cannot be exported is left out."""

    def __init__(self, names):
        self.names = names

    def body(self, raw):
        named = (
            Block(block["type"], value)
            for block in raw
            if (value := getattr(self, block["type"])(block["value"])) is not None
        )
        return list(named)

    def html(self, raw):
        def link(match):
            place = self.names.place(int(match.group(1)))
            return f'<a href="page:{escape(place)}">' if place else "<a>"

        return stored(tree(PAGE_LINK.sub(link, raw or "")))

    def image_use(self, raw):
        name = raw and self.names.file("image", raw.get("image"))
        if not name:
            return None
        decorative = bool(raw.get("decorative"))
        alt = "" if decorative else raw.get("alt_text") or ""
        return {"file": name, "alt": alt, "decorative": decorative}

    def heading(self, raw):
        return {"text": raw["text"], "level": str(raw.get("level") or "2")}

    def paragraph(self, raw):
        return self.html(raw) or None

    def image(self, raw):
        use = self.image_use(raw.get("image"))
        return use and use | {"caption": raw.get("caption") or ""}

    def gallery(self, raw):
        images = [found for each in items(raw["images"]) if (found := self.image(each))]
        return {"title": raw.get("title") or "", "images": images} if images else None

    def quote(self, raw):
        return {
            "text": raw["text"].replace("\r\n", "\n"),
            "attribution": raw.get("attribution") or "",
            "language": raw.get("language") or "",
        }

    def audio(self, raw):
        name = self.names.file("recording", raw.get("recording"))
        if not name and not raw.get("embed"):
            return None
        for captions in items(raw.get("captions")) if name else ():
            self.names.captions(name, captions["language"], captions["file"])
        return {
            "title": raw["title"],
            "file": name,
            "embed": "" if name else raw.get("embed") or "",
            "transcript": self.html(raw.get("transcript")),
            "transcript_language": raw.get("transcript_language") or "",
        }

    def video(self, raw):
        value = self.audio(raw)
        return value and value | {"poster": self.image_use(raw.get("poster"))}

    def object_response(self, raw):
        number = self.names.object(raw.get("object"))
        return number and {
            "object": number,
            "response": self.html(raw["response"]),
            "respondent": raw.get("respondent") or "",
        }

    def parallel_text(self, raw):
        sides = {
            side: {
                "language": raw[side].get("language") or "",
                "text": self.html(raw[side]["text"]),
            }
            for side in ("original", "translation")
        }
        return sides | {"note": raw.get("note") or ""}

    def timeline(self, raw):
        entries = [
            {"date": each["date"], "title": each["title"], "text": self.html(each.get("text"))}
            for each in items(raw["entries"])
        ]
        return {"title": raw.get("title") or "", "entries": entries}

    def call_to_action(self, raw):
        link = raw["link"]
        place = self.names.place(link["page"]) if link.get("page") else ""
        if not place and not link.get("url"):
            return None
        shown = {"text": link["text"], "page": place, "url": "" if place else link["url"]}
        text = (raw.get("text") or "").replace("\r\n", "\n")
        return {"title": raw["title"], "text": text, "link": shown}

    def related_pages(self, raw):
        pages = [place for key in items(raw.get("pages")) if (place := self.names.place(key))]
        return {"title": raw.get("title") or "", "pages": pages} if pages else None

    def embed(self, raw):
        return {"url": raw["url"], "title": raw["title"], "caption": raw.get("caption") or ""}
