"""Bantu languages: classes of nouns, and verbs with all that stands before and behind them."""

from functools import lru_cache

import regex

from ..pieces import common_piece
from ..spelled import FEW_LETTERS

LANGUAGES = {
    "sw", "zu", "xh", "nd", "ss", "ts", "tn", "st", "nso", "ve", "rw", "rn", "ny", "sn", "lg", "ln",
    "kg", "ki", "kam",
}  # fmt: skip
# What stands before a noun says whether it is one or many.
CLASSES = (
    "umw umu aba imi ama isi izi ubw ubu uku ulu uru utu aka ili iki igi ibi ngw chi um im in iz ab am ib ik "
    "mw mu mi ma wa ki vi ch vy ny ng ba bi di se le li lo bo mo me go ka ti zi dzi m n b u i a"
).split()
# And before a verb, who does it, when, and to whom; what is done to it stands behind.
VERBAL = (
    "ngizo uku kwa ngi nga ndi nda ala ali ani ana ata ame uli una uta ume nili nina nita nime tuli tuna "
    "wali wana wata wame ku kw gu gw ni na tu ta ya yi ye za zo la ji si e a"
).split()
BEHIND = regex.compile(
    r"(?:(?:el|il|er|ir|ish|esh|is|es|iz|ez|an|ek|ik|iw|ew|w)?(?:ile|ire|[aeiou]+)|[aeiou]*ni|[aeiou]*ng|)"
)


def noun_root(one, other):
    """How many letters two nouns are alike in, but for what stands before; else 0."""
    nouns = _without_class(one) & _without_class(other)
    return max(map(len, nouns), default=0)


def _without_class(word):
    roots = {word[len(each) :] for each in CLASSES if word.startswith(each)}
    return {root for root in roots | {word} if len(root) >= FEW_LETTERS}


def verb_root(one, other):
    """The same of verbs, with who and when before, and what is done to them behind."""
    length, mine, theirs = common_piece(one, other)
    root = one[mine : mine + length]
    if (
        length >= FEW_LETTERS
        and _is_before(one[:mine])
        and _is_before(other[:theirs])
        and not _is_before(root)
        and BEHIND.fullmatch(one[mine + length :])
        and BEHIND.fullmatch(other[theirs + length :])
    ):
        return length
    return 0


@lru_cache(maxsize=10_000)
def _is_before(letters, most=3):
    """Whether letters are nothing but what stands before nouns and verbs."""
    if not letters:
        return True
    return most > 0 and any(
        letters.startswith(each) and _is_before(letters[len(each) :], most - 1)
        for each in (*CLASSES, *VERBAL)
    )
