"""What a word is without its endings, where somebody keeps rules for the language."""

from threading import local

import regex
from Stemmer import Stemmer

from .letters import folded

STEMMERS = {
    "ar": "arabic", "ar-dz": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german",
    "el": "greek", "en": "english", "eo": "esperanto", "es": "spanish", "et": "estonian",
    "eu": "basque", "fa": "persian", "fi": "finnish", "fr": "french", "ga": "irish", "hi": "hindi",
    "bs": "serbian", "hr": "serbian", "hu": "hungarian", "hy": "armenian", "id": "indonesian",
    "it": "italian", "lt": "lithuanian",
    "ms": "indonesian", "nb": "norwegian", "ne": "nepali", "nl": "dutch", "nn": "norwegian",
    "no": "norwegian", "pl": "polish", "prs": "persian", "pt": "portuguese", "ro": "romanian",
    "ru": "russian", "sr": "serbian", "st": "sesotho", "sv": "swedish", "ta": "tamil",
    "tr": "turkish", "yi": "yiddish",
}  # fmt: skip
ARTICLES = ("وال", "فال", "بال", "كال", "کال", "ولل", "لل", "ال")


def _rules_of(*pairs):
    return [(regex.compile(pattern), instead) for pattern, instead in pairs]


# What Snowball's rules leave aside, in the order in which it is put right: before them, of the word as it is
# spelled…
BEFORE = {
    "persian": _rules_of(
        ("گان$", "ه"),
        (r"(?<=.{2})ها(?:ی|یی|یم|یت|یش|یمان|یتان|یشان)?$", ""),
        (r"^ن?می(.{3,}?)(?:م|د|یم|ید|ند)?$", r"\1"),
        (r"(?<=.{2}[تد])ن$", ""),  # infinitives
    ),
    # The plural of -ão has three forms.
    "portuguese": _rules_of(("(?:[õã]es|ãos?|[oa]es|aos?)$", "ao")),
    # The first letter that some beginnings take away: tulis, menulis.
    "indonesian": _rules_of(
        ("^[mp]eny(?=[aiueo]..)", "s"), ("^[mp]en(?=[aiueo]..)", "t"), ("^[mp]em(?=[aiueo]..)", "p")
    ),
    # Before some letters a word takes them at its end as well; before an ending a stop is doubled:
    # ஆறு, ஆற்றின்.
    "tamil": _rules_of((r"(?<=[\u0BBE-\u0BCC])[கசதப]்$", ""), ("ற்ற", "ற")),
}  # fmt: skip
# …and after them, of what is left, folded.
AFTER = {
    # Spellings of one sound in Britain and America; leaf, leaves.
    "english": _rules_of(
        ("(?<=..)our$", "or"), ("([bt])er$", r"\1r"), ("(?<=..[^s])is$", "iz"), ("ys$", "yz"),
        ("ens$", "enc"), ("ogu$", "og"), (r"([lmt])\1$", r"\1"), ("(?<=[aeo]|[lr])v$", "f"),
        ("ae", "e"),
    ),
    "german": _rules_of(("(?<=[aiouy])s$", "")),
    # The article, and what is left of -er before it.
    "swedish": _rules_of(
        ("(?<=...)[ae][nt]$", ""), ("(?<=[^aeiouy]{2})r$", ""), (r"([mnt])\1$", r"\1")
    ),
    # Consonants that change with the ending: katu, kadun; leipä, leivän.
    "finnish": _rules_of(("d([aeiouy]*)$", r"t\1"), ("v([aeiouy]*)$", r"p\1")),
    # Vowels that only some endings let be: uczeń, uczniowie; платок, платки.
    "polish": _rules_of(("iow$", ""), ("(?<=..)i?e(?=[^aeiouy]$)", "")),
    "czech": _rules_of(("(?<=..)e(?=[kc]$)", "")),
    "russian": _rules_of(("(?<=..)[ое](?=[кцн]$)", "")),
    "hungarian": _rules_of(("(?<=.{4})[ae]$", "")),
    "persian": _rules_of(("(?<=.{2}[فشسخ])ت$", "")),
    "tamil": _rules_of(("(?<=..)(?:ு|ம்|ங்|த்|்)$", "")),
}  # fmt: skip
# And where there are no rules: doubled letters of Somali, and its two ways to write one sound; endings of
# Ukrainian, its vowels that change or go (міст, мости; човен, човни), and в for у.
ALONE = {
    "so": _rules_of((r"([bcdfghjklmnqrstwxy])\1", r"\1"), ("(?<=[aeiou])dh(?=[aeiou])", "r")),
    "uk": _rules_of(
        ("^в(?=[бвгґджзклмнпрстфхцчшщ])", "у"),
        (
            "(?<=..[^аеєиіїоуюя])(?:ами|ями|ові|еві|ого|ому|ими|ої|ою|ею|єю|ів|їв|ах|ях|ам|ям|ом|ем|єм|ий|ій"
            "|[аяуюіїиоеєь])$",
            "",
        ),
        ("ь", ""),
        ("(?<=..)[ое](?=[нкцрл]$)", ""),
        ("[іе](?=[^аеєиіїоуюя]{1,2}$)", "о"),
    ),
}  # fmt: skip


def base_of(language):
    return language.partition("-")[0]


def stemmer_of(language):
    """The name of the rules for a language, or None: ``en-gb`` has those of ``en``."""
    return STEMMERS.get(language) or STEMMERS.get(base_of(language))


def stem(word, language):
    """What the word's other forms share with it, folded; the folded word itself where nobody has rules.

    >>> stem("weaving", "en"), stem("rzeki", "pl"), stem("নদীর", "bn")
    """
    rules = stemmer_of(language)
    if rules is None:
        return folded(_put_right(word, ALONE.get(base_of(language), ()))) or folded(word) or word
    word = _put_right(word, BEFORE.get(rules, ()))
    if rules == "arabic":
        word = without_article(word)
    found = folded(_rules(rules).stemWord(word))
    return _put_right(found, AFTER.get(rules, ())) or folded(word) or word


def _put_right(word, pairs):
    for pattern, instead in pairs:
        word = pattern.sub(instead, word)
    return word


def without_article(word):
    """An Arabic word without "the", and without the "and", "in", "as" or "to" that is written onto it."""
    for beginning in ARTICLES:
        shortest = 2 if beginning == "ال" else 3
        if word.startswith(beginning) and len(word) >= len(beginning) + shortest:
            return word[len(beginning) :]
    return word


_own = local()  # stemmers are not for several threads


def _rules(name):
    found = vars(_own)
    if name not in found:
        found[name] = Stemmer(name, 0)  # without a cache of its own
    return found[name]
