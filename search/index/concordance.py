"""Where the words of an entry stand, so that a passage is found and a phrase is told without reading texts.

What is stored of an entry are numbers, and after them texts (`Stored`). Of a word, its number
(`Form.stem_number`) is among the stems; at the same place among the stands is where its letters begin in
its piece of the text and how many they are. In `row`, apart, are the numbers of the words as they are written
(`Form.folded_number`), of unspaced scripts letter by letter, with a 0 between two pieces.
"""

import json
from array import array
from bisect import bisect_left, bisect_right
from functools import lru_cache
from struct import Struct
from sys import byteorder

from .texts import BODY, SPOKEN, SUMMARY, TITLE

NUMBER = "I"  # 32 bits
WIDTH = 4  # bytes
LENGTH_BITS = 8
LONGEST = (1 << LENGTH_BITS) - 1
BETWEEN = 0
# How many pieces, how many words, and how many bytes there are of what is known of the pieces.
HEAD = Struct(f"3{NUMBER}")
# What a passage is taken from before all else; the title and the summary stand on the card beside it.
RANKS = (BODY, SPOKEN, SUMMARY, TITLE)
SUMMARY_RANK = RANKS.index(SUMMARY) * 2 + 1


class Concordance:
    """Made word by word, as a text is read."""

    def __init__(self):
        self.texts, self.pieces, self.bytes = [], [], 0
        self.begins, self.words, self.ranks = array(NUMBER), array(NUMBER), array(NUMBER)
        self.stems, self.stands, self.row = array(NUMBER), array(NUMBER), array(NUMBER)

    def begin(self, piece):
        """Goes on to the next piece of text."""
        self.begins.append(self.bytes)
        self.words.append(len(self.stems))
        self.ranks.append(RANKS.index(piece.place) * 2 + (not piece.block))
        heard = (piece.block, piece.start) if piece.start is not None else ()
        self.pieces.append(json.dumps((piece.language, *heard)))
        self.texts.append(piece.text.encode())
        self.bytes += len(self.texts[-1])
        if self.row:
            self.row.append(BETWEEN)

    def add(self, words):
        """Takes the words of the piece, in order."""
        self.stems.fromlist([form.stem_number for _start, _end, form in words])
        self.stands.fromlist(
            [start << LENGTH_BITS | min(end - start, LONGEST) for start, end, _form in words]
        )
        self.row.fromlist(
            [
                form.folded_number
                for _start, _end, form in words
                if form.is_letter or not form.is_unspaced
            ]
        )

    def packed(self):
        """All of it, as it is stored, but the row."""
        known = "\n".join(self.pieces).encode()  # JSON has no line breaks
        begins = array(NUMBER, [*self.begins, self.bytes])
        words = array(NUMBER, [*self.words, len(self.stems)])
        head = HEAD.pack(len(self.pieces), len(self.stems), len(known))
        numbers = begins, words, self.ranks, self.stems, self.stands
        return b"".join((head, *numbers, known, *self.texts))


class Stored:
    """What is `packed`, read as far as it is asked for.

    After the head it says where each piece of the text begins (in bytes), with which word, and its rank: of
    pieces that have what is looked for, the one with the lowest is shown. After the last one stands where
    one more would begin. Then come the stems and the stands, and as texts what is known of the pieces, and
    they themselves.
    """

    def __init__(self, stored):
        self.stored = stored
        self.count, words, known = HEAD.unpack_from(stored)
        self._begins = HEAD.size // WIDTH
        self._words = self._begins + self.count + 1
        self._ranks = self._words + self.count + 1
        self._stems = self._ranks + self.count
        self._stands = self._stems + words
        self._known = (self._stands + words) * WIDTH
        self._said = self._known + known
        self.numbers = memoryview(stored)[: self._known].cast(NUMBER)

    def places_of(self, wanted):
        """``[(place, what)]`` of all words that are wanted, in order. Those are ``{number: what}``, each a
        `packed_number`: to unpack what is stored would take longer.
        """
        found, stored = [], self.stored
        begin, end = self._stems * WIDTH, self._stands * WIDTH
        for packed, what in wanted.items():
            at = stored.find(packed, begin, end)
            while at >= 0:
                if not at % WIDTH:
                    found.append(((at - begin) // WIDTH, what))
                at = stored.find(packed, at + 1, end)
        found.sort()
        return found

    def piece_at(self, place):
        """The piece that a word is in."""
        return bisect_right(self.numbers, place, self._words, self._ranks - 1) - 1 - self._words

    def rank(self, piece):
        return self.numbers[self._ranks + piece]

    def summary(self):
        """The piece that is the summary, or the first one."""
        ranks = self.numbers[self._ranks : self._stems].tolist()
        return ranks.index(SUMMARY_RANK) if SUMMARY_RANK in ranks else 0

    def text(self, piece):
        begin, end = self.numbers[self._begins + piece : self._begins + piece + 2]
        return self.stored[self._said + begin : self._said + end].decode()

    def known(self, piece):
        """``(language, block, seconds)`` of a piece, the last two if it is said in a recording."""
        known = self.stored[self._known : self._said].split(b"\n")[piece]
        return _read(known)

    def span(self, place):
        """Where the letters of a word begin and end in its piece."""
        return _span(self.numbers[self._stands + place])

    def begin_from(self, piece, letter):
        """Where the first word of a piece begins that is at a letter or after it; one is."""
        first, last = self._stands_of(piece)
        place = bisect_left(self.numbers, letter << LENGTH_BITS, first, last)
        return _span(self.numbers[place])[0]

    def end_until(self, piece, begin, letter):
        """Where the last word after `begin` ends that ends at a letter or before it; or that letter."""
        first, last = self._stands_of(piece)
        place = bisect_left(self.numbers, (letter + 1) << LENGTH_BITS, first, last)
        while place > first:
            place -= 1
            start, end = _span(self.numbers[place])
            if start <= begin:
                break
            if end <= letter:
                return end
        return letter

    def _stands_of(self, piece):
        first, last = self.numbers[self._words + piece : self._words + piece + 2]
        return self._stands + first, self._stands + last


@lru_cache(maxsize=1_000)
def _read(known):
    language, *heard = json.loads(known)
    return language, *(heard or ("", None))


def packed_number(number):
    return number.to_bytes(WIDTH, byteorder)


def _span(value):
    begin = value >> LENGTH_BITS
    return begin, begin + (value & LONGEST)
