"""A bundle's folder: its files, and nothing outside of it."""

import hashlib
import os
import stat
from pathlib import Path, PurePosixPath

from .limits import FILES, in_words, largest


class Unusable(ValueError):
    """A file that is not taken: it is missing, outside of the folder, too large, or no file at all."""


class Folder:
    """The files of one bundle by their names, which are paths below the folder written with ``/``."""

    def __init__(self, path):
        self.path = Path(path)
        self.name = self.path.name
        self._real = self.path.resolve()

    def names(self):
        """All files at any depth, sorted; hidden ones are passed over. Links are named, not followed."""
        found = []
        for folder, folders, files in os.walk(self.path):
            folders[:] = sorted(each for each in folders if not each.startswith("."))
            linked = [each for each in folders if (Path(folder) / each).is_symlink()]
            for name in sorted([*files, *linked]):
                if not name.startswith("."):
                    found.append((Path(folder) / name).relative_to(self.path).as_posix())
            if len(found) > FILES:
                raise Unusable(f"there are more than {FILES} files")
        return found

    def has(self, name):
        return (self.path / name).exists()

    def check(self, name):
        """Raises Unusable where the file may not be used. Nothing of it is read."""
        self.place(name)

    def place(self, name):
        parts = PurePosixPath(name).parts
        if not parts or "\\" in name or "\0" in name or parts[0] == "/" or ".." in parts:
            raise Unusable(f"{name!r} leads out of the bundle's folder")
        path = self.path.joinpath(*parts)
        try:
            real = path.resolve(strict=True)
            status = real.stat()
        except FileNotFoundError as error:
            raise Unusable(f"{name} is missing") from error
        except OSError as error:
            raise Unusable(f"{name} cannot be read: {error.strerror}") from error
        if not real.is_relative_to(self._real):
            raise Unusable(f"{name} is a link that leads out of the bundle's folder")
        if not stat.S_ISREG(status.st_mode):
            raise Unusable(f"{name} is no file")
        if status.st_size > largest(name):
            raise Unusable(
                f"{name} has {in_words(status.st_size)}; at most {in_words(largest(name))} are possible"
            )
        return real

    def open(self, name):
        """The file, open for reading bytes."""
        return self.place(name).open("rb")

    def read(self, name):
        with self.open(name) as file:
            return file.read(largest(name))

    def digest(self, name):
        """What changes with the file's content: a hexadecimal SHA-256."""
        with self.open(name) as file:
            return hashlib.file_digest(file, "sha256").hexdigest()


def bundles_in(path):
    """The folders of the bundles in a collection's folder; the folder itself where it is one bundle."""
    path = Path(path)
    if (path / "story.yaml").exists() or any(path.glob("story.*.md")):
        return [path]
    return sorted(
        each for each in path.iterdir() if each.is_dir() and not each.name.startswith(".")
    )
