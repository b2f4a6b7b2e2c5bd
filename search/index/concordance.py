"""Where the words of an entry stand, so that a passage is found and a phrase is told without reading texts.

Of a word in the text, its number (`Form.stem_number`) is in `stems`; at the same place in `stands` is where
its letters begin in `said` and how many they are. In `row` are the numbers of the words as they are
written (`Form.folded_number`), of unspaced scripts letter by letter, with a 0 between two pieces.
"""

from array import array
from typing import NamedTuple

NUMBER = "I"  # 32 bits
LENGTH_BITS = 8
LONGEST = (1 << LENGTH_BITS) - 1
BETWEEN = 0


class Stored(NamedTuple):
    """A piece as an entry has it: it begins at that letter of `said`, and with that word."""

    letter: int
    word: int
    place: str
    language: str
    block: str = ""
    start: float | None = None


class Concordance:
    """Made word by word, as a text is read."""

    def __init__(self):
        self.texts, self.pieces, self.letters = [], [], 0
        self.stems, self.stands, self.row = array(NUMBER), array(NUMBER), array(NUMBER)

    def begin(self, piece):
        """Goes on to the next piece of text."""
        at = self.letters, len(self.stems), piece.place, piece.language
        more = (piece.block, piece.start) if piece.block or piece.start is not None else ()
        self.pieces.append((*at, *more))
        self.texts.append(piece.text)
        if self.row:
            self.row.append(BETWEEN)

    def add(self, words):
        """Takes the words of the piece, in order."""
        first = self.letters
        for start, end, form in words:
            self.stems.append(form.stem_number)
            self.stands.append((first + start) << LENGTH_BITS | min(end - start, LONGEST))
            if form.is_letter or not form.is_unspaced:
                self.row.append(form.folded_number)
        self.letters = first + len(self.texts[-1]) + 1

    @property
    def said(self):
        return "\n".join(self.texts)

    def stored(self):
        """The pieces as an entry has them; after the last one, where another would begin."""
        return [*self.pieces, (self.letters, len(self.stems))]


def unpacked(stored):
    return array(NUMBER, bytes(stored))


def stand(value):
    """Where the letters of a word begin and end."""
    begin = value >> LENGTH_BITS
    return begin, begin + (value & LONGEST)
