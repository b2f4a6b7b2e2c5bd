"""What became of translators' files."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Refusal:
    """A text that was not taken, with its words, so that nobody has to write them again."""

    place: str
    reason: str
    source: str = ""
    target: str = ""


@dataclass
class FileReport:
    """What became of one file: numbers of texts, and what was refused."""

    name: str
    title: str = ""
    edit_url: str = ""
    imported: int = 0
    unchanged: int = 0
    open: int = 0
    refusals: list[Refusal] = field(default_factory=list)

    @property
    def status(self):
        """``imported``, ``partly``, ``refused`` or ``unchanged``."""
        if self.imported:
            return "partly" if self.refusals else "imported"
        return "refused" if self.refusals else "unchanged"

    @classmethod
    def refused(cls, name, reason, place=""):
        return cls(name, refusals=[Refusal(place, str(reason))])
