"""Where the words of an entry stand, so that a passage is found and a phrase is told without reading texts.

Of a piece of the text, its language is in a line of `pieces`, and its block and the time, if it is said in
a recording; in `begins` are three numbers (`Begins`). Of a word in the text, its number (`Form.stem_number`)
is in `stems`; at the same place in `stands` is where its letters begin in `said` and how many they are. In
`row` are the numbers of the words as they are written (`Form.folded_number`), of unspaced scripts letter by
letter, with a 0 between two pieces.
"""

import json
from array import array
from bisect import bisect_left
from sys import byteorder
from typing import NamedTuple

from .texts import BODY, SPOKEN, SUMMARY, TITLE

NUMBER = "I"  # 32 bits
WIDTH = 4  # bytes
LENGTH_BITS = 8
LONGEST = (1 << LENGTH_BITS) - 1
BETWEEN = 0
# What a passage is taken from before all else; the title and the summary stand on the card beside it.
RANKS = (BODY, SPOKEN, SUMMARY, TITLE)


class Begins(NamedTuple):
    """Where each piece begins: at that letter of `said`, and with that word; after the last one, where
    one more would. Of pieces that have what is looked for, the one with the lowest rank is shown.
    """

    letters: array
    words: array
    ranks: array


class Concordance:
    """Made word by word, as a text is read."""

    def __init__(self):
        self.texts, self.pieces, self.letters = [], [], 0
        self.begins = array(NUMBER)
        self.stems, self.stands, self.row = array(NUMBER), array(NUMBER), array(NUMBER)

    def begin(self, piece):
        """Goes on to the next piece of text."""
        rank = RANKS.index(piece.place) * 2 + (not piece.block)
        self.begins.extend((self.letters, len(self.stems), rank))
        more = (piece.block, piece.start) if piece.block or piece.start is not None else ()
        self.pieces.append(json.dumps((piece.language, *more)))
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

    def packed_pieces(self):
        """What is known of each piece, a line each: JSON has no line breaks."""
        return "\n".join(self.pieces)

    def packed_begins(self):
        """Where the pieces begin; after the last one, where another would."""
        return array(NUMBER, [*self.begins, self.letters, len(self.stems), 0]).tobytes()


def unpacked(stored):
    return array(NUMBER, bytes(stored))


def begins_of(stored):
    """The `Begins` of an entry's pieces."""
    numbers = unpacked(stored)
    return Begins(*(numbers[each :: len(Begins._fields)] for each in range(len(Begins._fields))))


def piece_of(stored, which):
    """What is known of a piece: ``(language, block, seconds)``, the last two if it is said in a recording."""
    language, *more = json.loads(stored.split("\n")[which])
    return language, *(more or ("", None))


def packed_number(number):
    return number.to_bytes(WIDTH, byteorder)


def places_of(numbers, stored):
    """``[(place, what)]`` of all places at which one of the numbers is stored, in order. They are ``{number:
    what}``, each a `packed_number`: to unpack what is stored would take longer.
    """
    found = []
    for packed, what in numbers.items():
        at = stored.find(packed)
        while at >= 0:
            if not at % WIDTH:
                found.append((at // WIDTH, what))
            at = stored.find(packed, at + 1)
    found.sort()
    return found


def stand(value):
    """Where the letters of a word begin and end."""
    begin = value >> LENGTH_BITS
    return begin, begin + (value & LONGEST)


def word_from(stands, first, last, letter):
    """Where the first of the words from `first` to `last` begins that is at a letter or after it; one is."""
    return stands[bisect_left(stands, letter << LENGTH_BITS, first, last)] >> LENGTH_BITS


def word_until(stands, first, last, begin, letter):
    """Where the last of the words after `begin` ends that ends at a letter or before it; or that letter."""
    place = bisect_left(stands, (letter + 1) << LENGTH_BITS, first, last)
    while place > first:
        place -= 1
        start, end = stand(stands[place])
        if start <= begin:
            break
        if end <= letter:
            return end
    return letter
