"""Small bundles, made where they are needed."""

import io
from pathlib import Path

import pytest
import yaml
from django.core.files.storage import storages
from django.core.management import call_command
from PIL import Image

CAPTIONS = "WEBVTT\n\n00:00.000 --> 00:02.000\nWater.\n"


def picture(colour="navy", size=(40, 30), form="JPEG"):
    """The bytes of a plain picture."""
    made = io.BytesIO()
    Image.new("RGB", size, colour).save(made, form)
    return made.getvalue()


def text(title="River song", language="en", body="We sang.", **front):
    """A text with its front matter."""
    matter = yaml.safe_dump({"title": title, "language": language, **front}, allow_unicode=True)
    return f"---\n{matter}---\n\n{body}\n"


class Collection:
    """A folder of bundles."""

    def __init__(self, path):
        self.path = path
        path.mkdir(exist_ok=True)

    def add(self, name="river-song", *, files=None, **story):
        """A bundle: `files` by name (text or bytes), other arguments are what story.yaml says."""
        folder = self.path / name
        folder.mkdir(exist_ok=True)
        story = {"id": name, "source_language": "en", **story}
        self.write(name, "story.yaml", yaml.safe_dump(story, allow_unicode=True, sort_keys=False))
        for file, content in (files or {"story.en.md": text()}).items():
            self.write(name, file, content)
        return folder

    def write(self, name, file, content):
        path = self.path / name / file
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)


@pytest.fixture
def collection(tmp_path):
    return Collection(tmp_path / "collection")


@pytest.fixture
def run():
    """Runs a command: what it says, and its exit status."""

    def run_command(name, *args, **options):
        said, status = io.StringIO(), 0
        try:
            call_command(name, *map(str, args), stdout=said, **options)
        except SystemExit as end:
            status = end.code
        return said.getvalue(), status

    return run_command


@pytest.fixture
def stored_files():
    """All files in the site's storages, as a set of paths."""

    def found():
        return {
            path
            for storage in (storages["default"], storages["private"])
            for path in Path(storage.location).rglob("*")
            if path.is_file()
        }

    return found
