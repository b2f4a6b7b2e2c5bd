"""What two words share letter by letter, from their beginning or in one piece."""

import regex

from .spelled import FEW_LETTERS

# In these a word changes at its beginning as well.
PREFIXING = {
    "am", "ti", "tig", "om", "aa", "sw", "zu", "xh", "nd", "ss", "ts", "tn", "st", "nso",
    "ve", "rw", "rn", "ny", "sn", "lg", "ln", "kg", "ki", "kam", "ff", "wo", "yo", "ha", "ak", "ee",
    "fil", "tl", "ceb", "ilo", "mg", "mi", "id", "ms", "jv", "su",
}  # fmt: skip
# Here a word loses its last vowel before an ending.
LOSING_VOWELS = {"om", "so", "aa"}
# Here the vowel at the end of a word, or within it, changes with its ending; nobody keeps rules.
WITH_VOWEL_SIGNS = {"mr", "pa", "gu", "kok", "bho", "mai", "te", "kn", "ml", "or", "sd"}
VOWEL_SIGNS = regex.compile(
    r"[\u093E-\u094C\u0902\u0A3E-\u0A4C\u0A02\u0ABE-\u0ACC\u0A82\u0B3E-\u0B4C\u0C3E-\u0C4C"
    r"\u0CBE-\u0CCC\u0D3E-\u0D4C]+"
)
# Here the last letter of a short word changes.
SHORT_ROOTS = {"ur", "ps", "sd", "ckb", "te", "kn", "ml"}
LAST_VOWELS = regex.compile(r"[aeiou]+$")
ETHIOPIC_LETTERS = frozenset(map(chr, range(0x1200, 0x1380)))
VOWELS_OF_ETHIOPIC = regex.compile(r"[\uE000-\uE007]")


def by_letters(one, other, base):
    """How surely two words are forms of one, 0 to 1."""
    shorter, longer = sorted((len(one), len(other)))
    begin = common_beginning(one, other)
    shared = begin
    if base in PREFIXING and begin < shorter:
        piece = common_piece(one, other)[0]
        shared = max(begin, piece if piece > FEW_LETTERS or not one.isascii() else 0)
    rest = shorter - shared  # what the shorter one has beside it
    added = longer - shared
    if rest and begin == shared and _is_last_vowel(min(one, other, key=len)[shared:], base):
        rest = 0
        if base in LOSING_VOWELS and shared == FEW_LETTERS and added <= 5:
            return 0.6
    if shared < 2 or added > 7:
        return 0.0
    if shared < 3 and rest:
        return 0.5 if base in SHORT_ROOTS and shorter == 3 and added <= 3 else 0.0
    if shared <= FEW_LETTERS and added > 3 and one.isascii():
        return 0.0
    if rest > max(2 if base in WITH_VOWEL_SIGNS else 1, shared // 2) or (shared == 2 and added > 4):
        return 0.0
    value = 2 * shared / (shorter + longer)
    if rest == 0:  # the one is the other with something added
        return max(value, 0.5)
    return value if value >= (0.5 if base in WITH_VOWEL_SIGNS else 0.55) else 0.0


def by_consonants(one, other, base):
    """The same of languages whose vowels change: by what is left without them."""
    if one[0] in ETHIOPIC_LETTERS:
        signs = VOWELS_OF_ETHIOPIC
    elif base in WITH_VOWEL_SIGNS:
        signs = VOWEL_SIGNS
    else:
        return 0.0
    shorter, longer = sorted((signs.sub("", one), signs.sub("", other)), key=len)
    if len(shorter) < 3 or not longer.startswith(shorter):
        return 0.0
    return 0.75 if longer == shorter else 0.6 if len(longer) - len(shorter) <= 2 else 0.0


def _is_last_vowel(letters, base):
    if base in LOSING_VOWELS:
        return LAST_VOWELS.fullmatch(letters) is not None
    return base in WITH_VOWEL_SIGNS and VOWEL_SIGNS.fullmatch(letters) is not None


def common_beginning(one, other):
    length = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        length += 1
    return length


def common_piece(one, other):
    """The longest run of letters that is in both: its length, and where it begins in each."""
    best, mine, theirs, before = 0, 0, 0, [0] * (len(other) + 1)
    for here, letter in enumerate(one):
        row = [0] * (len(other) + 1)
        for there, another in enumerate(other):
            if letter == another:
                row[there + 1] = length = before[there] + 1
                if length > best:
                    best, mine, theirs = length, here + 1 - length, there + 1 - length
        before = row
    return best, mine, theirs
