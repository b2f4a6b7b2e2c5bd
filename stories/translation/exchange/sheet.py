"""What a translator's file says, whatever its format."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True)
class Entry:
    """One text. `source` and `target` are HTML of a passage: inline tags, links as ``<a id="a1">``.

    `is_done` is False for what somebody has still to look at: a machine's work, or the translation of
    what the original said before (`previous`). `place` is where it stands in a file that was read, and
    `problem` why it could not be read there.
    """

    path: str
    source: str
    target: str = ""
    label: str = ""
    is_done: bool = True
    is_machine: bool = False
    previous: str = ""
    place: str = ""
    problem: str = ""


@dataclass
class Sheet:
    """A text's translation into one language.

    `key` is the text's translation key, `site` the host it was exported from, `revision` that of the
    original, `made` the moment of export (None where a file does not say).
    """

    key: str
    site: str
    source: str
    target: str
    revision: str = ""
    made: datetime | None = None
    title: str = ""
    slug: str = ""
    translation: str = ""
    entries: list[Entry] = field(default_factory=list)


class Unreadable(Exception):
    """A file that cannot be read: `reason` for a translator, `place` where in the file, if known."""

    def __init__(self, reason, place=""):
        super().__init__(reason)
        self.reason, self.place = str(reason), place
