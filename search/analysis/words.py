"""Where the words of a text are. Scripts that put no spaces between words are cut into pairs."""

from functools import lru_cache
from typing import NamedTuple

import regex

from .letters import exact, folded
from .scripts import ELSEWHERE, can_be_in
from .stems import stem

WORD = regex.compile(
    r"[\p{L}\p{N}\p{M}\u200C\u200D\u00AD]+(?:['’‘ʼʻ＇][\p{L}\p{N}\p{M}\u200C\u200D]+)*"
)
# Chinese, Japanese, Korean (whose endings are glued on), Thai, Lao, Khmer, Burmese, Tibetan.
UNSPACED = (
    r"\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{Tibetan}ー々"
)
RUNS = regex.compile(rf"[{UNSPACED}\p{{M}}\u200C\u200D]+|[^{UNSPACED}]+")
IS_UNSPACED = regex.compile(rf"[{UNSPACED}]")
CLUSTER = regex.compile(r"\X")
# What stands before an apostrophe in French, Catalan and Italian is a word of its own.
ELIDED = regex.compile(
    r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|dell|nell|all|dall|sull|un|gl|quest)'(?=\p{L})"
)
ELIDING = {"fr", "ca", "it", "oc", "lij", "fur"}
ENGLISH_ENDING = regex.compile(r"'s?$")
LONGEST = 48


class Word(NamedTuple):
    """A word and where it stands: `exact` is its spelling, `folded` that without marks, `stem` what it
    shares with its other forms. Of unspaced scripts a "word" is a letter or a pair, `is_pair`.

    `language` is that of the text, or `ELSEWHERE` where the word cannot be one of it.
    """

    start: int
    end: int
    language: str
    exact: str
    folded: str
    stem: str
    is_pair: bool = False


def words_of(text, language):
    """The words of a text in a language, in order."""
    for found in WORD.finditer(text):
        raw, start = found.group(), found.start()
        if _is_unspaced(raw):
            for run in RUNS.finditer(text, start, found.end()):
                if IS_UNSPACED.search(run.group()):
                    yield from _pairs(run.group(), run.start(), language)
                elif forms := _forms(run.group(), language):
                    yield Word(run.start() + forms[0], run.end(), *forms[1:])
        elif forms := _forms(raw, language):
            yield Word(start + forms[0], found.end(), *forms[1:])


@lru_cache(maxsize=100_000)
def _is_unspaced(raw):
    return not raw.isascii() and IS_UNSPACED.search(raw) is not None


@lru_cache(maxsize=100_000)
def _forms(raw, language):
    """``(letters to leave out before it, language, exact, folded, stem)`` of a word, or None."""
    spelling, skipped = exact(raw, language), 0
    base = language.partition("-")[0]
    if "'" in spelling:
        if base in ELIDING and (elided := ELIDED.match(spelling)):
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
        return skipped, ELSEWHERE, spelling, bare, bare
    return skipped, language, spelling, bare, stem(spelling, language)[:LONGEST]


def _pairs(raw, start, language):
    """Each letter (with its marks), and each with the next."""
    clusters = [
        (found.start() + start, found.end() + start, letter)
        for found in CLUSTER.finditer(raw)
        if (letter := folded(exact(found.group(), language)))
    ]
    tag = language if can_be_in(raw, language) else ELSEWHERE
    for number, (begin, end, letter) in enumerate(clusters):
        yield Word(begin, end, tag, letter, letter, letter, is_pair=True)
        if number + 1 < len(clusters):
            _, last, following = clusters[number + 1]
            pair = letter + following
            yield Word(begin, last, tag, pair, pair, pair, is_pair=True)


def asked_for(text, language):
    """The words of what somebody searches for. Of letters in a row only the pairs, which say more."""
    found = list(words_of(text, language))
    paired = {place for word in found if _is_pair(word) for place in (word.start, word.end)}
    return [
        word
        for word in found
        if not word.is_pair or _is_pair(word) or not {word.start, word.end} & paired
    ]


def _is_pair(word):
    return word.is_pair and len(CLUSTER.findall(word.exact)) > 1
