"""Reading a bundle's folder: everything that can be told to be wrong without the database is told."""

import hashlib
import re
import uuid

from django.conf import settings

from stories.slugs import ascii_slug

from . import details as reading_details
from .blocks import pictures_of, recording_of
from .body import read_body
from .bundles import Bundle, Version
from .captions import captions_of, wrong_line
from .checks import CONTROL, Checks
from .folders import Unusable
from .limits import LANGUAGES, MEDIA, suffix
from .problems import Problem, Refused
from .yaml_text import Mapped, YamlError, parse

STORY = "story.yaml"
VERSION = re.compile(r"story\.([A-Za-z0-9-]+)\.md")
STORY_KEYS = ("id", "slug", "translation_key", "source_language", "images", "type", "agreement")
VERSION_KEYS = (
    "title", "language", "summary", "translators", "seo_title", "search_description", "lead_image_alt",
    "lead_image_decorative",
)  # fmt: skip


def read_bundle(folder):
    """The Bundle in a folder. Raises Refused with every problem that was found."""
    return Reader(folder).read()


def read_id(folder):
    """``(id, line)`` of a bundle, or None where it cannot be told: then `read_bundle` says why."""
    try:
        mapping = Reader(folder).yaml(STORY)
    except (Refused, Unusable):
        return None
    identity = mapping.get("id") if isinstance(mapping, Mapped) else None
    return (str(identity), mapping.line_of("id")) if isinstance(identity, str) else None


class Reader:
    def __init__(self, folder):
        self.folder = folder
        self.problems, self.warnings = [], []
        self.texts = {}  # digests of the texts that were read, by name

    def read(self):
        names = self.names()
        story = self.story()
        checks = Checks(STORY)
        bundle = self.bundle(story, names, checks)
        self.take(checks)
        for name in names:
            if match := VERSION.fullmatch(name):
                self.version(bundle, name, match.group(1))
            elif suffix(name) == ".md" and "/" not in name:
                self.warn(name, 1, "not read: a story's texts are called story.LANGUAGE.md")
        self.originals(bundle, story)
        self.media(bundle, names)
        if self.problems:
            raise Refused(*dict.fromkeys(self.problems))
        tags = sorted(bundle.versions, key=lambda tag: (tag != bundle.source_language, tag))
        bundle.versions = {tag: bundle.versions[tag] for tag in tags}
        bundle.shared_digest = self.shared_digest(bundle, names)
        bundle.warnings = list(dict.fromkeys(self.warnings))
        return bundle

    def refuse(self, file, line, reason):
        self.problems.append(Problem(file, line, reason))

    def warn(self, file, line, reason):
        self.warnings.append(Problem(file, line, reason))

    def take(self, checks):
        self.problems += checks.problems
        self.warnings += checks.warnings

    # Files

    def names(self):
        try:
            names = self.folder.names()
        except Unusable as error:
            raise Refused(Problem(".", 1, str(error))) from error
        for name in names:
            try:
                self.folder.check(name)
            except Unusable as error:
                self.refuse(name, 1, str(error))
        if self.problems:
            raise Refused(*self.problems)
        return names

    def text(self, name):
        """A text file's content with plain line ends. Raises Refused where it is no text."""
        raw = self.folder.read(name)
        self.texts[name] = hashlib.sha256(raw).hexdigest()
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = raw.count(b"\n", 0, error.start) + 1
            raise Refused(Problem(name, line, "this is no UTF-8 text")) from error
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if found := CONTROL.search(text):
            line = text.count("\n", 0, found.start()) + 1
            raise Refused(Problem(name, line, "there is a control character"))
        return text

    def yaml(self, name):
        try:
            return parse(self.text(name))
        except YamlError as error:
            raise Refused(Problem(name, error.line, str(error))) from error

    def story(self):
        if not self.folder.has(STORY):
            raise Refused(Problem(STORY, 1, "story.yaml is missing"))
        story = self.yaml(STORY)
        if not isinstance(story, Mapped):
            raise Refused(Problem(STORY, 1, "story.yaml must hold keys and values"))
        return story

    # story.yaml

    def bundle(self, story, names, checks):
        for key in story:
            if key not in (*STORY_KEYS, *reading_details.KEYS):
                checks.warn(story.line_of(key), f"{key!r} is not known and was passed over")
        kind = checks.text(story, "type")
        if kind not in ("", "story"):
            checks.refuse(
                story.line_of("type"), f"bundles of type {kind!r} are not taken in, only story"
            )
        if story.get("agreement") is not None:
            checks.warn(
                story.line_of("agreement"), "agreements are not kept yet; this one was passed over"
            )
        self.details = reading_details.read_details(story, checks)
        slug = checks.text(story, "slug", 200)
        if slug and ascii_slug(slug) != slug:
            checks.refuse(
                story.line_of("slug"), "slug may hold small ASCII letters, digits and hyphens only"
            )
        return Bundle(
            folder=self.folder,
            id=checks.text(story, "id", 255, required=True),
            slug=slug,
            slug_line=story.line_of("slug"),
            translation_key=self.key(story, checks),
            source_language=checks.language(story, "source_language", required=True),
            files=reading_details.read_files(story, checks),
            versions={},
            shared_digest="",
        )

    @staticmethod
    def key(story, checks):
        value = checks.text(story, "translation_key")
        try:
            return str(uuid.UUID(value)) if value else ""
        except ValueError:
            checks.refuse(story.line_of("translation_key"), "translation_key must be a UUID")
            return ""

    # story.LANGUAGE.md

    def version(self, bundle, name, tag):
        checks = Checks(name)
        try:
            text = self.text(name)
            front, body, body_line = split(text, name)
        except Refused as refused:
            self.problems += refused.problems
            return
        tag = tag.lower()
        if checks.known_language(tag, 1) is None:
            self.take(checks)
            return
        for key in front:
            if key not in (*VERSION_KEYS, *reading_details.KEYS):
                checks.warn(front.line_of(key), f"{key!r} is not known and was passed over")
        language = checks.text(front, "language", required=True)
        if language and language.lower() != tag:
            checks.refuse(
                front.line_of("language"),
                f"language is {language!r}, but the file is called {name}",
            )
        if tag in bundle.versions:
            checks.refuse(1, f"there is more than one file for {tag}")
        alt = checks.text(front, "lead_image_alt", 500) if "lead_image_alt" in front else None
        key = "lead_image_decorative"
        decorative = checks.yes(front, key) if key in front else None
        bundle.versions[tag] = Version(
            language=tag,
            file=name,
            title=checks.text(front, "title", 255, required=True),
            summary=checks.text(front, "summary", 500),
            seo_title=checks.text(front, "seo_title", 255),
            search_description=checks.text(front, "search_description"),
            lead_image_alt=alt,
            lead_image_decorative=decorative,
            translators=self.translators(front, checks),
            details=reading_details.read_details(front, checks, self.details),
            lines={key: (name, front.line_of(key)) for key in front},
            body=read_body(body, body_line, checks),
            text_digest=self.texts[name],
        )
        self.take(checks)

    @staticmethod
    def translators(front, checks):
        if isinstance(front.get("translators"), str):
            return [str(checks.text(front, "translators"))]
        return [str(name) for name in checks.words(front, "translators")]

    def originals(self, bundle, story):
        source = bundle.source_language
        if not bundle.versions and not self.problems:
            self.refuse(STORY, 1, "there is no story.LANGUAGE.md")
        elif (
            source
            and source in dict(settings.WAGTAIL_CONTENT_LANGUAGES)
            and source not in bundle.versions
        ) and not any(problem.file == f"story.{source}.md" for problem in self.problems):
            line = story.line_of("source_language")
            self.refuse(STORY, line, f"the original is missing: there is no story.{source}.md")
        if len(bundle.versions) > LANGUAGES:
            self.refuse(STORY, 1, f"there are more than {LANGUAGES} languages")
        lines = {key: (STORY, story.line_of(key)) for key in story}
        for version in bundle.versions.values():
            version.lines = lines | version.lines

    # Pictures, recordings, captions

    def media(self, bundle, names):
        """Checks that what is named is there, and the captions beside recordings."""
        for name, rights in bundle.files.items():
            self.there(name, STORY, rights.line, names)
        used, recordings = set(), set()
        for version in bundle.versions.values():
            for key in ("lead_image", "social_image"):
                if name := getattr(version.details, key):
                    self.there(name, *version.lines.get(key, (STORY, 1)), names)
            for block in version.body:
                files = [picture["file"] for picture in pictures_of(block)]
                if name := recording_of(block):
                    files.append(name)
                    recordings.add(name)
                for name in files:
                    self.there(name, version.file, block.line, names)
            used |= {*bundle.used_pictures(version), *bundle.used_recordings(version)}
        for recording in sorted(recordings):
            for tag, name in captions_of(recording, names).items():
                self.captions(tag, name)
                used.add(name)
        for name in names:
            if suffix(name) in MEDIA | {".vtt"} and name not in used:
                self.warn(name, 1, "no text shows this file; it was left out")

    def there(self, name, file, line, names):
        if name in names:
            return
        try:
            self.folder.check(name)
        except Unusable as error:
            self.refuse(file, line, str(error))
        else:
            self.refuse(file, line, f"{name!r} must be written as it is called in the folder")

    def captions(self, tag, name):
        checks = Checks(name)
        checks.known_language(tag, 1)
        self.take(checks)
        try:
            text = self.text(name)
        except Refused as refused:
            self.problems += refused.problems
            return
        if found := wrong_line(text):
            self.refuse(name, *found)

    def shared_digest(self, bundle, names):
        parts = [self.texts[STORY]]
        used = {
            name
            for version in bundle.versions.values()
            for name in (*bundle.used_pictures(version), *bundle.used_recordings(version))
        }
        for name in sorted(used):
            parts += [name, self.folder.digest(name)]
            parts += [
                self.texts[file]
                for file in sorted(captions_of(name, names).values())
                if file in self.texts
            ]
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def split(text, name):
    """Front matter, body, and the line on which the body begins. Raises Refused."""
    if not text.startswith("---\n"):
        raise Refused(Problem(name, 1, "the front matter is missing: the first line must be ---"))
    end = re.search(r"^---[ \t]*(\n|$)", text[4:], re.MULTILINE)
    if end is None:
        raise Refused(Problem(name, 1, "the front matter has no end: a line ---"))
    body_start = 4 + end.end()
    try:
        front = parse(text[4 : 4 + end.start()], 2)
    except YamlError as error:
        raise Refused(Problem(name, error.line, f"in the front matter: {error}")) from error
    if not isinstance(front, Mapped):
        raise Refused(Problem(name, 2, "the front matter must hold keys and values"))
    return front, text[body_start:], text.count("\n", 0, body_start) + 1
