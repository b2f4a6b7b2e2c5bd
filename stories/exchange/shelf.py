"""A bundle's pictures, recordings and captions in the library: found there, or put there."""

import hashlib
import wave
from contextlib import contextmanager
from pathlib import PurePosixPath

from django.core.exceptions import ValidationError
from django.core.files import File
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, ReferenceIndex
from wagtailmedia.models import get_media_model

from stories.library.pictures import check_picture, cleaned_picture

from .limits import AUDIO, suffix

KINDS = {"image": get_image_model, "recording": get_media_model, "document": get_document_model}


class UnusableFile(ValueError):
    """The library does not take the file; says why."""


@contextmanager
def nothing_left_behind():
    """A list of stored files, ``(storage, name)``; they are deleted again where the block fails."""
    written = []
    try:
        yield written
    except BaseException:
        for storage, name in written:
            storage.delete(name)
        raise


class Shelf:
    """The library for one bundle.

    `known` are the rows that the story shows already: ``{kind: {primary key}}``; a file with their
    content is not put there again. `shared` is the same for several bundles, or None: pictures by
    content and rights, and primary keys. `written` gets the files that were stored.
    """

    def __init__(self, bundle, known, written, shared=None):
        self.bundle, self.folder = bundle, bundle.folder
        self.known, self.written = known, written
        self.shared = {} if shared is None else shared
        self.new_shared = {}
        self.keys = {}
        self.by_content = {}
        self.added = {"image": 0, "recording": 0, "document": 0}

    def picture(self, name):
        """The primary key of the picture in that file. Raises UnusableFile."""
        return self._key("image", name, self._picture)

    def recording(self, name):
        return self._key("recording", name, self._recording)

    def captions(self, name):
        return self._key("document", name, self._captions)

    def _key(self, kind, name, make):
        if (kind, name) not in self.keys:
            rights = self.bundle.rights(name)
            content = (kind, self.folder.digest(name), rights.credit, rights.licence)
            found = self.by_content.get(content) or self.shared.get(content)
            self.keys[kind, name] = self.by_content[content] = found or make(name, rights)
            self.new_shared[content] = self.keys[kind, name]
        return self.keys[kind, name]

    def _picture(self, name, rights):
        known = self._known("image")
        with self.folder.open(name) as file:
            named = File(file, name=PurePosixPath(name).name)
            try:
                if known:
                    content = cleaned_picture(named).read()
                    digest = hashlib.sha1(content, usedforsecurity=False).hexdigest()
                    same = next((row for row in known if row.file_hash == digest), None)
                    if same and self._may_have(same, rights):
                        return same.pk
                # Before Django, which measures a picture as soon as it is given one.
                check_picture(named)
                image = get_image_model()(
                    title=self._title(name), file=named, **self._rights(rights)
                )
                image.description = rights.description
                self._focus(image, rights)
                image.collection = self._collection()
                self._save(image)
            except ValidationError as error:
                raise UnusableFile(" ".join(error.messages)) from error
        self.added["image"] += 1
        return image.pk

    def _may_have(self, image, rights):
        """Whether the picture has these rights, or can get them because no other page shows it."""
        wanted = self._rights(rights) | {"description": rights.description}
        focus = [
            image.focal_point_x,
            image.focal_point_y,
            image.focal_point_width,
            image.focal_point_height,
        ]
        as_wanted = all(getattr(image, field) == value for field, value in wanted.items())
        if as_wanted and (rights.focal_point is None or focus == list(rights.focal_point)):
            return True
        users = ReferenceIndex.get_references_to(image).values_list("object_id", flat=True)
        if set(users) - {str(key) for key in self.known["page"]}:
            return False
        for field, value in wanted.items():
            setattr(image, field, value)
        self._focus(image, rights)
        image.save()
        return True

    @staticmethod
    def _focus(image, rights):
        if rights.focal_point:
            x, y, width, height = rights.focal_point
            image.focal_point_x, image.focal_point_y = x, y
            image.focal_point_width, image.focal_point_height = width, height

    def _recording(self, name, rights):
        if same := self._same("recording", name):
            return same.pk
        kind = "audio" if suffix(name) in AUDIO else "video"
        with self.folder.open(name) as file:
            recording = get_media_model()(
                title=self._title(name),
                type=kind,
                file=File(file, name=PurePosixPath(name).name),
                duration=rights.duration or self._seconds(name),
                collection=self._collection(),
                **self._rights(rights),
            )
            self._save(recording)
        self.added["recording"] += 1
        return recording.pk

    def _seconds(self, name):
        """The length of a WAV file; other formats do not tell without a player."""
        if suffix(name) != ".wav":
            return 0
        try:
            with self.folder.open(name) as file, wave.open(file) as sound:
                return round(sound.getnframes() / sound.getframerate(), 2)
        except (wave.Error, EOFError, ZeroDivisionError):
            return 0

    def _captions(self, name, rights):
        if same := self._same("document", name):
            return same.pk
        with self.folder.open(name) as file:
            document = get_document_model()(
                title=self._title(name),
                file=File(file, name=PurePosixPath(name).name),
                collection=self._collection(),
            )
            self._save(document)
        self.added["document"] += 1
        return document.pk

    def _known(self, kind):
        keys = self.known.get(kind)
        return list(KINDS[kind]().objects.filter(pk__in=keys)) if keys else []

    def _same(self, kind, name):
        """The known row whose file has the same content, or None."""
        known = self._known(kind)
        if not known:
            return None
        wanted = self.folder.digest(name)
        for row in known:
            with row.file.storage.open(row.file.name) as stored:
                digest = hashlib.sha256()
                for chunk in stored.chunks():
                    digest.update(chunk)
            if digest.hexdigest() == wanted:
                return row
        return None

    def _save(self, row):
        file = row.file
        try:
            row.save()
        finally:
            if row.file and row.file._committed and row.file.name:
                self.written.append((file.storage, row.file.name))

    def _title(self, name):
        file = f" ({PurePosixPath(name).name[-100:]})"
        return self.bundle.original.title[: 255 - len(file)] + file

    @staticmethod
    def _rights(rights):
        return {
            "credit_line": rights.credit,
            "licence": rights.licence,
            "copyright_holder": rights.copyright_holder,
        }

    @staticmethod
    def _collection():
        return Collection.get_first_root_node()
