"""Where the words of a text are. Scripts that put no spaces between words are cut into pairs."""

from dataclasses import dataclass
from functools import lru_cache, partial
from hashlib import blake2b
from typing import NamedTuple
from zlib import crc32

import regex

from .chinese import simplified
from .letters import exact, folded
from .scripts import ELSEWHERE, can_be_in
from .stems import base_of, stem

WORD = regex.compile(
    r"[\p{L}\p{N}\p{M}\u200C\u200D\u00AD]+(?:['’‘ʼʻ＇][\p{L}\p{N}\p{M}\u200C\u200D]+)*"
)
# Chinese, Japanese, Korean (whose endings are glued on), Thai, Lao, Khmer, Burmese, Tibetan.
UNSPACED = (
    r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{Tibetan}ー々"
    r"--\p{Nd}]"
)
RUNS = regex.compile(rf"(?V1)[{UNSPACED}\p{{M}}\u200C\u200D]+|[^{UNSPACED}]+")
IS_UNSPACED = regex.compile(rf"(?V1){UNSPACED}")
CLUSTER = regex.compile(r"\X")
CHINESE = {"zh", "yue"}
# What stands before an apostrophe in French, Catalan and Italian is a word of its own.
ELIDED = regex.compile(
    r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|dell|nell|all|dall|sull|un|gl|quest)'(?=\p{L})"
)
ELIDING = {"fr", "ca", "it", "oc", "lij", "fur"}
# What joins words in Kinyarwanda, Kirundi and Luganda: n'amafi, ry'umuryango.
JOINED = regex.compile(r"\p{L}{1,3}'(?=\p{L}{2})")
JOINING = {"rw", "rn", "lg"}
ENGLISH_ENDING = regex.compile(r"'s?$")
# The plural and the tense of Persian, which are written apart or with a joiner.
APART = regex.compile(
    r"(?<=\p{L}) (?=(?:ها|های|هایی)(?!\p{L}))|(?<=(?<!\p{L})(?:می|نمی)) (?=\p{L})"
)
# What is written onto a word and says nothing by itself: particles and verbs' endings of Korean; of Japanese
# what follows the first letter after a character.
SAYING_NOTHING = {
    "ko": regex.compile(
        r"(?<=\p{Hangul}{2})(?:들)?(?:에서는|에서도|에서|에게서|에게|으로|부터|까지|처럼|보다|하고|이나|은|는|이|가|을|를"
        r"|의|에|도|와|과|로|만|하다|한다|합니다|했다|하는|하기|들)(?!\p{Hangul})"
    ),
    "ja": regex.compile(r"(?<=\p{Han})(?![のはがをにでともへや])\p{Hiragana}{2,4}(?!\p{Hiragana})"),
}
HANGUL = regex.compile(r"\p{Hangul}")
LONGEST = 48
# Rare words are half of a vocabulary, and each is read some ten times slower than one that is remembered.
CACHED = 200_000  # of all languages together; where there are most, they make room


@dataclass(eq=False, slots=True)
class Form:
    """A word as it is looked for: `exact` is its spelling, `folded` that without marks, `stem` what it
    shares with its other forms. Of unspaced scripts a "word" is a letter or a pair, `is_unspaced`.

    `language` is that of the text, or `ELSEWHERE` where the word cannot be one of it. The numbers stand for
    the stem and the folded word where there are many, `key` for the spelling where no two may be mixed up.
    Nobody changes one: they are remembered.
    """

    language: str
    exact: str
    folded: str
    stem: str
    stem_number: int
    folded_number: int
    key: int
    is_unspaced: bool = False
    is_letter: bool = False


class Word(NamedTuple):
    """A word where it stands in a text."""

    start: int
    end: int
    form: Form


# As `Word` makes them, in half the time: a text has very many.
_at = partial(tuple.__new__, Word)


def number(language, letters):
    """32 bits for letters in a language; never 0."""
    return crc32(f"{language}:{letters}".encode()) or 1


def key(language, exact):
    """64 bits for a spelling: of ten million, two have the same in one of 400,000 vocabularies."""
    digest = blake2b(f"{language}={exact}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def _form(language, exact, folded, stem, *signs):
    numbers = number(language, stem), number(language, folded), key(language, exact)
    return Form(language, exact, folded, stem, *numbers, *signs)


def words_of(text, language):
    """The words of a text in a language, in order."""
    text = put_together(text, language)
    end, known, are_spaced = 0, _words(language), not IS_UNSPACED.search(text)
    for raw in WORD.findall(text):
        start = text.index(raw, end)  # faster than to ask each match: a text has very many
        end = start + len(raw)
        if are_spaced or raw.isascii() or not IS_UNSPACED.search(raw):
            if word := known[raw]:
                yield _at((start + word[0], end, word[1]))
            continue
        for run in RUNS.finditer(text, start, end):
            if IS_UNSPACED.search(run.group()):
                yield from _pairs(run.group(), run.start(), language)
            elif word := known[run.group()]:
                yield _at((run.start() + word[0], run.end(), word[1]))


def put_together(text, language):
    """The text with what is one word in one piece, of as many letters."""
    return APART.sub("\u200c", text) if language == "fa" else text


class _Words(dict):
    """The words of a language, by their letters, as `_word` reads them; quicker than an LRU cache."""

    def __init__(self, language):
        self.language = language

    def __missing__(self, raw):
        if sum(map(len, _remembered.values())) >= CACHED:
            max(_remembered.values(), key=len).clear()
        word = self[raw] = _word(raw, self.language)
        return word


_remembered = {}


def _words(language):
    words = _remembered.get(language)
    return _remembered.setdefault(language, _Words(language)) if words is None else words


def _word(raw, language):
    """``(letters to leave out before it, Form)`` of a word, or None."""
    spelling, skipped = exact(raw, language), 0
    base = base_of(language)
    if "'" in spelling:
        pattern = ELIDED if base in ELIDING else JOINED if base in JOINING else None
        if pattern and (elided := pattern.match(spelling)):
            # The same number of characters in the text, as nothing before it is ever dropped.
            skipped = min(elided.end(), len(raw))
            spelling = spelling[elided.end() :]
        elif base == "en":
            spelling = ENGLISH_ENDING.sub("", spelling)
    spelling = spelling[:LONGEST]
    bare = folded(spelling)[:LONGEST]
    if not bare:
        return None
    if not can_be_in(spelling, language):
        return skipped, _form(ELSEWHERE, spelling, bare, bare)
    return skipped, _form(language, spelling, bare, stem(spelling, language)[:LONGEST])


def _pairs(raw, start, language):
    """Each letter (with its marks), and each with the next."""
    if base_of(language) in CHINESE:
        raw = "".join(map(simplified, raw))
    tag = language if can_be_in(raw, language) else ELSEWHERE
    begin, before = start, ""
    for cluster in clusters(raw):
        end = start + len(cluster)
        if letter := _letter(cluster, language):
            if before:
                yield _at((begin, end, _pair(tag, before, letter)))
            yield _at((start, end, _alone(tag, letter)))
            begin, before = start, letter
        start = end


@lru_cache(maxsize=CACHED)
def _letter(cluster, language):
    return folded(exact(cluster, language))


@lru_cache(maxsize=CACHED)
def _alone(language, letter):
    return _form(language, letter, letter, letter, True, True)


@lru_cache(maxsize=CACHED)
def _pair(language, one, other):
    letters = one + other
    return _form(language, letters, letters, letters, True)


def asked_for(text, language):
    """The words of what somebody searches for. Of letters in a row only the pairs, which say more."""
    found = list(words_of(text, language))
    paired = {place for word in found if _is_pair(word) for place in (word.start, word.end)}
    return [
        word for word in found if not word.form.is_letter or not {word.start, word.end} & paired
    ]


def telling(found, text, language):
    """The words of what somebody searches for without those that say nothing beside the others; all of them
    if none would be left.
    """
    pattern = SAYING_NOTHING.get(base_of(language))
    spans = [each.span() for each in pattern.finditer(text)] if pattern else []
    kept = [word for word in found if not any(_is_of_ending(word, *span) for span in spans)]
    return kept or found


def _is_of_ending(word, begin, end):
    """Whether a pair is in the ending that stands there; in Korean also, whether it ends with its first."""
    first = begin - 1 if HANGUL.match(word.form.exact) else begin
    return first <= word.start and begin < word.end <= end


def _is_pair(word):
    return word.form.is_unspaced and not word.form.is_letter


def clusters(letters):
    """The letters one by one, each with its marks."""
    return CLUSTER.findall(letters)
