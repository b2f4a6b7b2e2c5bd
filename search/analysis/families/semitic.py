"""Arabic and Hebrew: roots of consonants, and what is written onto words."""

from functools import lru_cache

import regex

LANGUAGES = {"ar", "ary", "he"}
# These have words from Arabic, and their plurals.
BORROWING_PLURALS = {"ur", "fa", "prs", "ps", "sd", "ckb", "ug"}
SCRIPT = regex.compile(r"[\p{Arabic}\p{Hebrew}]")
LONG_VOWELS = str.maketrans("", "", "اویהוי")  # what is left is the root, roughly
BROKEN_PLURAL = regex.compile("(.)وا..")
ARABIC_ENDINGS = "تهما هما اتها اتهم ات ون ین ان تها تهم تنا ها هم نا تی یه ه ی ک ا".split()
# Folded, so without the letters that only end words.
HEBREW_ENDINGS = (
    "יותיהמ ותיהמ יות ויות ותיו ותיה ותינו יהמ יהנ ינו ימ ות ית יה יו המ הנ נו כמ ה ת י ו".split()
)
HEBREW_BEGINNING = regex.compile(r"ו?(?:כש|[שמבלכ])?[ה]?|[ומבלכש]{1,2}")


def by_root(one, other):
    """How surely two words are forms of one, 0 to 1: by what is left without what is written onto a word,
    and by that without long vowels.
    """
    mine, theirs = _bases(one), _bases(other)
    if shared := max(map(len, mine & theirs), default=0):
        return 0.85 if shared >= 3 else 0.6
    roots = {consonants(base) for base in mine} & {consonants(base) for base in theirs}
    if max(map(len, roots), default=0) >= 3:
        return 0.6 if _is_plural_of_another(one, other) else 0.8
    return 0.6 if _short_roots(mine) & _short_roots(theirs) else 0.0


def _is_plural_of_another(one, other):
    """Whether one of two Arabic words from one root is a plural whose singular the other cannot be: قوارب is
    of قارب, not of قرب.
    """
    return any(
        (found := BROKEN_PLURAL.match(each)) and another[:2] not in (f"{found[1]}ا", f"{found[1]}و")
        for each, another in ((one, other), (other, one))
    )


def consonants(word):
    """The root of a word, roughly."""
    return word.translate(LONG_VOWELS).removesuffix("ه")


def _short_roots(bases):
    """Roots of two letters, each with the first letter of the word: what is shorter is no root."""
    found = set()
    for base in bases:
        root = consonants(base)
        if len(root) == 3 and root[1] == root[2]:
            found.add((root[:2], root[0]))
        elif len(root) == 2 and (len(base) > 2 or base == root):
            found.add((root, base[0]))
    return found


def roots(word):
    """What a word in these scripts may have as its root, of two letters or more."""
    if not SCRIPT.search(word):
        return set()
    return {root for base in _bases(word) if len(root := consonants(base)) >= 2}


@lru_cache(maxsize=10_000)
def _bases(word):
    """What a word may be without what is written onto it."""
    is_hebrew = "\u0590" <= word[0] <= "\u05ff"
    endings = HEBREW_ENDINGS if is_hebrew else ARABIC_ENDINGS
    found = {word}
    if is_hebrew:
        word = word.replace("וו", "ו").replace("יי", "י")
        found.add(word)
        for length in range(1, 4):
            if len(word) >= length + 3 and HEBREW_BEGINNING.fullmatch(word[:length]):
                found.add(word[length:])
    elif word[0] == "ا" and "ا" in word[2:] and len(word) > 3:
        found.add(word[1:])  # آبار, أسماك
    for base in tuple(found):
        found |= {
            base[: -len(ending)]
            for ending in endings
            if base.endswith(ending) and len(base) >= len(ending) + (3 if base != word else 2)
        }
    return frozenset(found)
