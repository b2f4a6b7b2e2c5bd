"""The demo's pictures in the library: each drawn and kept once, however many pages show it."""

import hashlib
from pathlib import Path

from django.core.files.base import ContentFile

from stories.demo import draw
from stories.library.models import StoryImage

from .files import drawing_digest

RIGHTS = {"credit_line": "Ferrybank Museum", "licence": "CC-BY-4.0"}


class Pictures:
    """`shared` is what the importer of stories shares between bundles, too."""

    def __init__(self):
        self.shared = {}

    def content(self, name):
        """What the importer knows the picture by: `stories.exchange.shelf.Shelf`."""
        digest = hashlib.sha256(f"{drawing_digest()} {name}".encode()).hexdigest()
        return ("image", digest, *RIGHTS.values())

    def key(self, name, shown_by, field="image"):
        """The primary key of a drawn picture, or None; drawn unless one of those rows shows it."""
        if not name or name not in draw.PICTURES:
            return None
        content = self.content(name)
        if content not in self.shared:
            stored = rf"/{Path(name).stem}(_\w{{7}})?\.jpg$"
            kept = shown_by.filter(**{f"{field}__file__regex": stored})
            found = kept.values_list(field, flat=True).first()
            self.shared[content] = found or self.draw(name)
        return self.shared[content]

    def draw(self, name):
        image = StoryImage(
            title=f"Ferrybank Museum ({name})", file=ContentFile(draw.draw(name), name), **RIGHTS
        )
        image.save()
        return image.pk
