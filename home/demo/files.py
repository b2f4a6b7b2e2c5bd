"""The demo's data: what lies in ``stories/demo``, and the pictures and the sound drawn from it."""

import hashlib
import io
from functools import cache
from pathlib import Path

import yaml

from stories.demo import draw, sound
from stories.exchange.folders import Folder

DATA = Path(draw.__file__).parent
SOUND = "quay.wav"
LANGUAGES = ("en", "ar", "bn", "so", "pl", "zh-hans", "fr", "es")
ORIGINAL = "en"
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read(name):
    """A YAML file of the demo, or None where there is none."""
    path = DATA / name
    return yaml.load(path.read_bytes(), LOADER) if path.exists() else None


def read_all(folder):
    """The YAML files of a folder by their names without the suffix."""
    return {
        path.stem: read(path.relative_to(DATA)) for path in sorted((DATA / folder).glob("*.yaml"))
    }


def in_language(value, language):
    """A text, or its version in a language, "" where there is none."""
    if isinstance(value, dict):
        value = value.get(language)
    return "" if value is None else str(value).strip()


@cache
def drawing_digest():
    """What changes with the programs that draw."""
    digest = hashlib.sha256()
    for path in sorted([*DATA.glob("drawing/*.py"), DATA / "draw.py", DATA / "sound.py"]):
        digest.update(path.read_bytes())
    return digest.hexdigest()


class DrawnFolder(Folder):
    """A folder that also has the drawn files which its texts name."""

    def drawn(self, name):
        return name == SOUND or name in draw.PICTURES

    def names(self):
        names = super().names()
        texts = "".join(
            self.read(name).decode() for name in names if name.endswith((".md", ".yaml"))
        )
        return sorted({*names, *(name for name in (*draw.PICTURES, SOUND) if name in texts)})

    def has(self, name):
        return self.drawn(name) or super().has(name)

    def check(self, name):
        if not self.drawn(name):
            super().check(name)

    def open(self, name):
        if not self.drawn(name):
            return super().open(name)
        return io.BytesIO(sound.quay_wav() if name == SOUND else draw.draw(name))

    def digest(self, name):
        if not self.drawn(name):
            return super().digest(name)
        return hashlib.sha256(f"{drawing_digest()} {name}".encode()).hexdigest()
