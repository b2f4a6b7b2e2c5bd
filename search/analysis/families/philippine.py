"""Languages of the Philippines: what stands before, within and behind a root, whose beginning may be said
twice: nagsusulat, sumulat, sulatan.
"""

from functools import lru_cache

import regex

from ..spelled import FEW_LETTERS

LANGUAGES = {"fil", "tl", "ceb", "ilo", "hil"}
BEGINNING = regex.compile(
    "(?:na|ma|i|pi)?(?:ka|pa)?(?:mag|nag|pag|tag|mang|nang|pang|mam|nam|pam|man|nan|pan|ma|na|pa|ka|in|um|i)-?(?=...)"
)
INFIX = regex.compile("(?<=^[^aeiou]?)(?:um|in)(?=[aeiou])")
ENDING = regex.compile("(?<=...)(?:h?[ai]n)?(?:ng)?$")
SAID_TWICE = regex.compile(r"^([^aeiou]?[aeiou])(?=\1)")


def root(one, other):
    """How many letters the root has that two words may share; else 0."""
    return max(map(len, _roots(one) & _roots(other)), default=0)


@lru_cache(maxsize=10_000)
def _roots(word):
    found = {word, BEGINNING.sub("", word, 1), INFIX.sub("", word)}
    found |= {SAID_TWICE.sub("", each) for each in found}
    found |= {ENDING.sub("", each, 1) for each in found}
    return frozenset(each.replace("o", "u") for each in found if len(each) >= FEW_LETTERS)
