"""Marks: words that no page, no file name and no address has unless it was planted there."""

import re
from itertools import count

WORD = "Kingfisher"
MARK = re.compile(rb"qz\d{4}[a-z]+qz")


class Figures:
    """Numbers that are planted, ``{figure: where}``: they can be no words."""

    def __init__(self, planted):
        self.planted = planted

    def found_in(self, content):
        return {figure for figure in self.planted if figure.encode() in content}


class Marks:
    """``marks("draft", "title")`` is a new mark; ``marks.planted[mark]`` says where it was put. ``said`` has
    beside it a `WORD` that finds all of them: to search for each would take long.
    """

    def __init__(self, start):
        self.planted = {}
        self._numbers = count(start)

    def __call__(self, *where):
        letters = re.sub("[^a-z]", "", "".join(where).lower())
        mark = f"qz{next(self._numbers):04}{letters}qz"
        self.planted[mark] = " ".join(where)
        return mark

    def said(self, *where):
        return f"{self(*where)} {WORD}"

    def found_in(self, content):
        """Those of these marks that are in the bytes, as a set."""
        return {mark.decode() for mark in MARK.findall(content.lower())} & self.planted.keys()
