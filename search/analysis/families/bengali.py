"""Bengali: its endings, and the vowels that make another word."""

import regex

from ..pieces import by_letters

# What is added to a word, folded: which, how many, whose, to whom, where; too, indeed.
ENDING = regex.compile(
    "(?:গুলো|গুলি|টি|টা|টু|খানা|খানি|ে?রা|এরা)?(?:ে?দের|[েএয]?র|য়ের|যের)?(?:কে|[েয]?তে|ে|য|এ)?[ওই]?"
)
UNLIKE_AN_ENDING = 0.8  # what likeness counts for where something else is added
# Two words that differ in their last vowel only are two words: রাজা, রাজি.
VOWEL_SIGN = regex.compile(r"[\u09BE-\u09CC]")


def by_endings(one, other):
    """How surely two words are forms of one, 0 to 1."""
    shorter, longer = sorted((one, other), key=len)
    if longer.startswith(shorter):
        added = longer[len(shorter) :]
        if ENDING.fullmatch(added):
            return 0.85
        return UNLIKE_AN_ENDING * by_letters(one, other, "bn")
    if one[:-1] == other[:-1] and all(VOWEL_SIGN.match(each[-1]) for each in (one, other)):
        return 0.0
    return by_letters(one, other, "bn")
