"""A story bundle as it was read: checked, but nothing of it in the database yet."""

import hashlib
from dataclasses import dataclass, field
from datetime import date

from .blocks import pictures_of, recording_of

# Goes into every digest: a new number has every story brought up to date by the next import.
FORMAT = "1"


@dataclass
class Rights:
    """What story.yaml says of a file. `alt` is by language."""

    credit: str = ""
    licence: str = ""
    copyright_holder: str = ""
    description: str = ""
    focal_point: tuple | None = None
    alt: dict = field(default_factory=dict)
    decorative: bool = False
    duration: float = 0
    line: int = 1


@dataclass
class Details:
    """What story.yaml says of a story, and the front matter of one language may say differently.

    Vocabulary, project, programme and pages are slugs or places, objects museum numbers.
    """

    credit_line: dict = field(default_factory=dict)
    licence: str = ""
    project: str = ""
    programme: str = ""
    themes: list = field(default_factory=list)
    communities: list = field(default_factory=list)
    places: list = field(default_factory=list)
    content_warnings: list = field(default_factory=list)
    collection_objects: list = field(default_factory=list)  # (number, {language: use})
    contributors: list = field(default_factory=list)  # (names, role, biographies, page)
    related_pages: list = field(default_factory=list)
    told_on: date | None = None
    recorded_by: str = ""
    tells_of: tuple | None = None  # (from, to, precision)
    place_precision: str = ""
    lead_image: str | None = None  # None: the first picture of the body; "": none at all
    social_image: str = ""
    show_in_menus: bool = False


@dataclass
class Version:
    """A story in one language."""

    language: str
    file: str
    title: str
    summary: str
    seo_title: str
    search_description: str
    lead_image_alt: str | None
    lead_image_decorative: bool | None
    translators: list
    details: Details
    lines: dict  # of keys, "story.yaml" or this file: {key: (file, line)}
    body: list
    text_digest: str


@dataclass
class Bundle:
    folder: object
    id: str
    slug: str
    slug_line: int
    translation_key: str
    source_language: str
    files: dict  # name: Rights
    versions: dict  # language: Version, the original first
    shared_digest: str
    warnings: list = field(default_factory=list)

    @property
    def original(self):
        return self.versions[self.source_language]

    def rights(self, name):
        return self.files.get(name) or Rights()

    def lead_image(self, version):
        """The file of a version's lead image, or None: that of story.yaml, else the body's first."""
        if version.details.lead_image is not None:
            return version.details.lead_image or None
        pictures = (picture for block in version.body for picture in pictures_of(block))
        return next((picture["file"] for picture in pictures), None)

    def used_pictures(self, version):
        """The names of the pictures that a version shows."""
        named = [self.lead_image(version), version.details.social_image]
        named += [picture["file"] for block in version.body for picture in pictures_of(block)]
        return [name for name in dict.fromkeys(named) if name]

    def used_recordings(self, version):
        return [name for block in version.body if (name := recording_of(block))]

    def digest(self, version, missing_pages=()):
        """What changes with anything that the bundle says of this version."""
        parts = [FORMAT, self.shared_digest, version.language, version.text_digest, *missing_pages]
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()
