"""How alike two words are, for languages whose affixes nobody keeps rules for, and for typing errors.

Words are compared as `spelled`: letter by letter, the syllables of Ethiopic taken apart.
"""

from functools import lru_cache

import regex
from rapidfuzz.distance import OSA

from .stems import ALONE, base_of, stemmer_of, without_article

# In these a word changes at its beginning as well.
PREFIXING = {
    "am", "ti", "tig", "om", "aa", "sw", "zu", "xh", "nd", "ss", "ts", "tn", "st", "nso",
    "ve", "rw", "rn", "ny", "sn", "lg", "ln", "kg", "ki", "kam", "ff", "wo", "yo", "ha", "ak", "ee",
    "fil", "tl", "ceb", "ilo", "mg", "mi", "id", "ms", "jv", "su",
}  # fmt: skip
# Of Bantu languages: what stands before a noun says whether it is one or many.
BANTU = {
    "sw", "zu", "xh", "nd", "ss", "ts", "tn", "st", "nso", "ve", "rw", "rn", "ny", "sn", "lg", "ln",
    "kg", "ki", "kam",
}  # fmt: skip
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
# Of the languages of the Philippines: what stands before, within and behind a root, whose beginning may be
# said twice: nagsusulat, sumulat, sulatan.
PHILIPPINE = {"fil", "tl", "ceb", "ilo", "hil"}
PHILIPPINE_BEGINNING = regex.compile(
    "(?:na|ma|i|pi)?(?:ka|pa)?(?:mag|nag|pag|tag|mang|nang|pang|mam|nam|pam|man|nan|pan|ma|na|pa|ka|in|um|i)-?(?=...)"
)
PHILIPPINE_INFIX = regex.compile("(?<=^[^aeiou]?)(?:um|in)(?=[aeiou])")
PHILIPPINE_ENDING = regex.compile("(?<=...)(?:h?[ai]n)?(?:ng)?$")
SAID_TWICE = regex.compile(r"^([^aeiou]?[aeiou])(?=\1)")
LAST_VOWELS = regex.compile(r"[aeiou]+$")
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
# A syllable is a word here, and none has other forms.
ISOLATING = {"vi"}
# Of Bengali, two words that differ in their last vowel only are two words: রাজা, রাজি.
VOWEL_SIGN_OF_BENGALI = regex.compile(r"[\u09BE-\u09CC]")
# What is added to a word of Bengali, folded: which, how many, whose, to whom, where; too, indeed.
BENGALI_ENDING = regex.compile(
    "(?:গুলো|গুলি|টি|টা|টু|খানা|খানি|ে?রা|এরা)?(?:ে?দের|[েএয]?র|য়ের|যের)?(?:কে|[েয]?তে|ে|য|এ)?[ওই]?"
)
UNLIKE_AN_ENDING = 0.8  # what likeness counts for where something else is added
# Here words are written together, and the last of them says what it is.
COMPOUNDING = {
    "de", "nl", "af", "fy", "lb", "sv", "da", "nb", "nn", "no", "is", "fo", "fi", "et", "hu",
}  # fmt: skip
SHORTEST_IN_COMPOUND = 4
GRAM = 3
FEW_LETTERS = 3  # of the Latin alphabet: with more added or changed, they say nothing
ENDS = "\x02", "\x03"
ROOT = "\x04"
SEMITIC = regex.compile(r"[\p{Arabic}\p{Hebrew}]")
LONG_VOWELS = str.maketrans("", "", "اویהוי")  # what is left is the root, roughly
BROKEN_PLURAL = regex.compile("(.)وا..")
ROOTED = {"ar", "ary", "he"}
# These have words from Arabic, and their plurals.
WITH_ARABIC_PLURALS = {"ur", "fa", "prs", "ps", "sd", "ckb", "ug"}
ARABIC_ENDINGS = "تهما هما اتها اتهم ات ون ین ان تها تهم تنا ها هم نا تی یه ه ی ک ا".split()
# Folded, so without the letters that only end words.
HEBREW_ENDINGS = (
    "יותיהמ ותיהמ יות ויות ותיו ותיה ותינו יהמ יהנ ינו ימ ות ית יה יו המ הנ נו כמ ה ת י ו".split()
)
HEBREW_BEGINNING = regex.compile(r"ו?(?:כש|[שמבלכ])?[ה]?|[ומבלכש]{1,2}")
JOINERS = regex.compile(r"[\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D4D]")
ETHIOPIC_LETTERS = frozenset(map(chr, range(0x1200, 0x1380)))
VOWELS_OF_ETHIOPIC = regex.compile(r"[\uE000-\uE007]")
SIXTH_FORM = 5  # of an Ethiopic letter: the consonant alone


def spelled(folded):
    """The letters to compare: of an Ethiopic syllable the consonant, and its vowel as a sign of its own."""
    if not any("\u1200" <= letter <= "\u137f" for letter in folded):
        return folded
    letters = []
    for letter in folded:
        code = ord(letter)
        if 0x1200 <= code <= 0x1357:
            form = code % 8
            letters.append(chr(code - form))
            if form != SIXTH_FORM:
                letters.append(chr(0xE000 + form))
        else:
            letters.append(letter)
    return "".join(letters)


def grams(words):
    """The runs of three letters in a word, as it is `compared`: by these, alike words are found."""
    return set().union(*map(_grams, words))


def _grams(folded):
    word = f"{ENDS[0]}{spelled(folded)}{ENDS[1]}"
    found = {word[place : place + GRAM] for place in range(len(word) - GRAM + 1)}
    if SEMITIC.search(folded):
        found |= {f"{ROOT}{root}" for base in _bases(folded) if len(root := _consonants(base)) >= 2}
    return found


def compared(folded, stem, language):
    """What of a word is compared, most telling first: without marks, and, where rules find the shortest part
    of long words, that too; where there are rules for a few things only, what they leave.
    """
    rules = stemmer_of(language)
    if rules == "arabic":
        return stem, without_article(folded)
    if rules == "tamil":
        return folded, stem
    return (stem,) if base_of(language) in ALONE else (folded,)


def is_inflected_by_likeness(language):
    """Whether other forms of a word are found by likeness: where there are no rules, or where these leave
    plurals aside.
    """
    rules = stemmer_of(language)
    if rules is None:
        return base_of(language) not in ISOLATING
    return rules in ("arabic", "tamil", "indonesian")


def kinship(ones, others, language):
    """How surely two words as they are `compared` are forms of one, 0 to 1."""
    return max(likeness(one, other, language) for one in ones for other in others)


def likeness(one, other, language):
    """How surely two folded words are forms of one word, 0 to 1: by what they begin with, or, where
    words change at their beginning, by what they share in one piece.
    """
    if one == other:
        return 1.0
    base = base_of(language)
    if base in ISOLATING:
        return 0.0
    if base in ROOTED and SEMITIC.search(one):
        return _by_root(one, other)
    one, other = spelled(one), spelled(other)
    if one == other:
        return 1.0
    if base in PHILIPPINE and (root := _philippine_root(one, other)):
        return 0.8 if root > FEW_LETTERS else 0.6
    if base in BANTU:
        if root := _root(one, other):
            return 0.75 if root > FEW_LETTERS else 0.6
        if root := _verb(one, other):
            return 0.65 if root > FEW_LETTERS else 0.6
    if base == "bn":
        return _with_bengali_endings(one, other)
    if base in WITH_ARABIC_PLURALS and one[0] == other[0]:
        roots = _consonants(one), _consonants(other)
        if roots[0] == roots[1] and len(roots[0]) >= 3:
            return 0.6
    skeleton = _by_consonants(one, other, base)
    return max(skeleton, _by_letters(one, other, base))


def _with_bengali_endings(one, other):
    shorter, longer = sorted((one, other), key=len)
    if longer.startswith(shorter):
        added = longer[len(shorter) :]
        if BENGALI_ENDING.fullmatch(added):
            return 0.85
        return UNLIKE_AN_ENDING * _by_letters(one, other, "bn")
    if one[:-1] == other[:-1] and all(
        VOWEL_SIGN_OF_BENGALI.match(each[-1]) for each in (one, other)
    ):
        return 0.0
    return _by_letters(one, other, "bn")


def is_compound_of(one, other, language):
    """Whether the other word is a longer one that begins with this, or ends with it or a form of it: Garten,
    Gemeinschaftsgärten. Both without their endings.
    """
    base = base_of(language)
    if base not in COMPOUNDING or len(one) < SHORTEST_IN_COMPOUND:
        return False
    if other.startswith(one):
        return True
    at = other.find(one[:-1] if len(one) > SHORTEST_IN_COMPOUND else one, 2)
    return at > 0 and abs(len(other) - at - len(one)) <= 1


def _by_root(one, other):
    """The same of Semitic languages: by what is left without what is written onto a word, and by that
    without long vowels.
    """
    mine, theirs = _bases(one), _bases(other)
    if shared := max(map(len, mine & theirs), default=0):
        return 0.85 if shared >= 3 else 0.6
    roots = {_consonants(base) for base in mine} & {_consonants(base) for base in theirs}
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


def _consonants(word):
    """The root of a word, roughly."""
    return word.translate(LONG_VOWELS).removesuffix("ه")


def _short_roots(bases):
    """Roots of two letters, each with the first letter of the word: what is shorter is no root."""
    found = set()
    for base in bases:
        root = _consonants(base)
        if len(root) == 3 and root[1] == root[2]:
            found.add((root[:2], root[0]))
        elif len(root) == 2 and (len(base) > 2 or base == root):
            found.add((root, base[0]))
    return found


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


def _by_consonants(one, other, base):
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


def _by_letters(one, other, base):
    shorter, longer = sorted((len(one), len(other)))
    begin = _common_beginning(one, other)
    shared = begin
    if base in PREFIXING and begin < shorter:
        piece = _common_piece(one, other)[0]
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


def _is_last_vowel(letters, base):
    if base in LOSING_VOWELS:
        return LAST_VOWELS.fullmatch(letters) is not None
    return base in WITH_VOWEL_SIGNS and VOWEL_SIGNS.fullmatch(letters) is not None


def _philippine_root(one, other):
    """How many letters the root has that two words may share; else 0."""
    return max(map(len, _philippine_roots(one) & _philippine_roots(other)), default=0)


@lru_cache(maxsize=10_000)
def _philippine_roots(word):
    found = {word, PHILIPPINE_BEGINNING.sub("", word, 1), PHILIPPINE_INFIX.sub("", word)}
    found |= {SAID_TWICE.sub("", each) for each in found}
    found |= {PHILIPPINE_ENDING.sub("", each, 1) for each in found}
    return frozenset(each.replace("o", "u") for each in found if len(each) >= FEW_LETTERS)


def _root(one, other):
    """How many letters two words of a Bantu language are alike in, but for what stands before; else 0."""
    nouns = _without_class(one) & _without_class(other)
    return max(map(len, nouns), default=0)


def _without_class(word):
    roots = {word[len(each) :] for each in CLASSES if word.startswith(each)}
    return {root for root in roots | {word} if len(root) >= FEW_LETTERS}


def _verb(one, other):
    """The same of verbs, with who and when before, and what is done to them behind."""
    length, mine, theirs = _common_piece(one, other)
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


def _common_beginning(one, other):
    length = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        length += 1
    return length


def _common_piece(one, other):
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


def errors(ones, others):
    """How many letters were left out, added, mixed up or swapped between words as they are `compared`."""
    return min(_errors(one, other) for one, other in zip(ones, others, strict=True))


def _errors(one, other):
    one, other = _typed(one), _typed(other)
    count = OSA.distance(one, other)
    return min(count, 1) if sorted(one) == sorted(other) and count <= 2 else count


def _typed(word):
    """The letters that somebody had to know: what joins those of India is typed with them."""
    return JOINERS.sub("", spelled(word))


def errors_allowed(word):
    """How many typing errors are believed in a word of that length."""
    length = len(spelled(word))
    if word.isascii() and length < 4:
        return 0
    return 0 if length < 3 else 1 if length < 6 else 2 if length < 11 else 3
