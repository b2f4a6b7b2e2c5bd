"""Captions beside a recording: ``NAME.LANG.vtt``."""

import re
from pathlib import PurePosixPath

CUE = re.compile(r"^(\d+:)?\d\d:\d\d\.\d{3}[ \t]+-->[ \t]+(\d+:)?\d\d:\d\d\.\d{3}(\s.*)?$")


def captions_of(recording, names):
    """``{language: name}`` of the captions beside a recording, in the order of the names."""
    path = PurePosixPath(recording)
    pattern = re.compile(re.escape(str(path.with_suffix(""))) + r"\.([A-Za-z0-9-]+)\.vtt")
    found = ((pattern.fullmatch(name), name) for name in names)
    return {match.group(1).lower(): name for match, name in found if match}


def wrong_line(text):
    """``(line, reason)`` where a text is no WebVTT, or None."""
    lines = text.removeprefix("\ufeff").split("\n")
    if not re.fullmatch(r"WEBVTT([ \t].*)?", lines[0]):
        return 1, "captions must begin with WEBVTT"
    for number, line in enumerate(lines, 1):
        if "-->" in line and not CUE.match(line):
            return number, "these are no times of a caption: 00:01.000 --> 00:02.500"
    if not any("-->" in line for line in lines):
        return 1, "there is no caption in this file"
    return None
