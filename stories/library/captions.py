"""What is said in a recording, with the times, as a WebVTT file has it."""

import html
import re
from typing import NamedTuple

TIME = r"(?:(\d+):)?(\d{1,2}):(\d{2})[.,](\d{3})"
TIMING = re.compile(rf"{TIME}\s+-->\s+{TIME}")
SPEAKER = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]*)>")
TAG = re.compile(r"<[^>]*>")
BLANK = re.compile(r"\n[ \t]*\n")
LONGEST = 4_000_000  # bytes: a day of talk is shorter


class Cue(NamedTuple):
    """What is said from one second to another; `speaker` is "" where the file does not name one."""

    start: float
    end: float
    speaker: str
    text: str


def cues_of(document):
    """The cues of a document, as plain dicts; none where it is no WebVTT file, or is lost."""
    if not document.filename.lower().endswith(".vtt"):
        return []
    try:
        with document.file.open("rb") as file:
            content = file.read(LONGEST).decode("utf-8", "replace")
    except OSError:  # a lost file has nothing to say
        return []
    return [cue._asdict() for cue in cues(content)]


def cues(vtt):
    """Each `Cue` of a WebVTT file that has words, in the order of the file."""
    for block in BLANK.split(vtt.replace("\r\n", "\n").replace("\r", "\n")):
        lines = block.split("\n")
        for number, line in enumerate(lines):
            if timing := TIMING.match(line.strip()):
                yield from _cue(timing.groups(), " ".join(lines[number + 1 :]))
                break


def _cue(times, words):
    speaker = SPEAKER.search(words)
    text = " ".join(html.unescape(TAG.sub("", words)).split())
    if text:
        name = html.unescape(speaker[1]).strip() if speaker else ""
        yield Cue(_seconds(*times[:4]), _seconds(*times[4:]), name, text)


def _seconds(hours, minutes, seconds, parts):
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + int(parts) / 1000
