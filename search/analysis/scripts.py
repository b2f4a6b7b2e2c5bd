"""Which languages a word can be in, by the script that it is written in."""

from functools import lru_cache

import regex

from .stems import base_of

SCRIPTS = {
    "Arab": (r"\p{Arabic}", "ar ar-dz ary fa prs ps sd ug ur ckb ks pa-arab"),
    "Beng": (r"\p{Bengali}", "bn as syl mni"),
    "Cyrl": (r"\p{Cyrillic}", "ru uk be bg sr mk kk ky mn tg tt"),
    "Deva": (r"\p{Devanagari}", "hi mr ne sa mai bho kok sd"),
    "Ethi": (r"\p{Ethiopic}", "am ti tig"),
    "Grek": (r"\p{Greek}", "el"),
    "Gujr": (r"\p{Gujarati}", "gu"),
    "Guru": (r"\p{Gurmukhi}", "pa"),
    "Hebr": (r"\p{Hebrew}", "he yi"),
    "Armn": (r"\p{Armenian}", "hy"),
    "Geor": (r"\p{Georgian}", "ka"),
    "Taml": (r"\p{Tamil}", "ta"),
    "Telu": (r"\p{Telugu}", "te"),
    "Knda": (r"\p{Kannada}", "kn"),
    "Mlym": (r"\p{Malayalam}", "ml"),
    "Orya": (r"\p{Oriya}", "or"),
    "Sinh": (r"\p{Sinhala}", "si"),
    "Thai": (r"\p{Thai}", "th"),
    "Hans": (r"\p{Han}", "zh zh-hans zh-hant yue ja ko"),
    "Kana": (r"[\p{Hiragana}\p{Katakana}]", "ja"),
    "Hang": (r"\p{Hangul}", "ko"),
}
NOT_LATIN = {tag for _letters, tags in SCRIPTS.values() for tag in tags.split()}
# The language of a word whose script is not that of the language around it: a name, as a rule.
ELSEWHERE = "und"
LATIN_TOO = {"sr", "ug"}  # written in either
PATTERNS = [regex.compile(letters) for letters, _tags in SCRIPTS.values()]
LANGUAGES = [set(tags.split()) for _letters, tags in SCRIPTS.values()]
NONE = len(PATTERNS)


def can_be_in(word, language):
    """Whether a word can be one of the language: by its letters, those of the first of the scripts if it has
    several; numbers are of all languages.
    """
    if language == ELSEWHERE:
        return True
    base = base_of(language)
    script = NONE if word.isascii() else min(map(_script, word))
    if script != NONE:
        return language in LANGUAGES[script] or base in LANGUAGES[script]
    if word.isdecimal():
        return True
    return base not in NOT_LATIN or base in LATIN_TOO


@lru_cache(maxsize=10_000)
def _script(letter):
    """Which of the scripts a letter is in, by number, or `NONE`."""
    return next((number for number, each in enumerate(PATTERNS) if each.match(letter)), NONE)
