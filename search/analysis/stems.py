"""What a word is without its endings, where somebody keeps rules for the language."""

from functools import cache, lru_cache

import snowballstemmer

from .letters import folded

STEMMERS = {
    "ar": "arabic", "ar-dz": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german",
    "el": "greek", "en": "english", "eo": "esperanto", "es": "spanish", "et": "estonian",
    "eu": "basque", "fa": "persian", "fi": "finnish", "fr": "french", "ga": "irish", "hi": "hindi",
    "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian",
    "ms": "indonesian", "nb": "norwegian", "ne": "nepali", "nl": "dutch", "nn": "norwegian",
    "no": "norwegian", "pl": "polish", "prs": "persian", "pt": "portuguese", "ro": "romanian",
    "ru": "russian", "sr": "serbian", "st": "sesotho", "sv": "swedish", "ta": "tamil",
    "tr": "turkish", "yi": "yiddish",
}  # fmt: skip
ARTICLES = ("وال", "فال", "بال", "كال", "ولل", "لل", "ال")


def stemmer_of(language):
    """The name of the rules for a language, or None: ``en-gb`` has those of ``en``."""
    return STEMMERS.get(language) or STEMMERS.get(language.partition("-")[0])


@lru_cache(maxsize=100_000)
def stem(word, language):
    """What the word's other forms share with it, folded; the folded word itself where nobody has rules.

    >>> stem("weaving", "en"), stem("rzeki", "pl"), stem("নদীর", "bn")
    """
    rules = stemmer_of(language)
    if rules == "arabic":
        word = _without_article(word)
    return (rules and folded(_rules(rules).stemWord(word))) or folded(word) or word


def _without_article(word):
    """An Arabic word without "the", and without the "and", "in", "as" or "to" that is written onto it."""
    for beginning in ARTICLES:
        if word.startswith(beginning) and len(word) >= len(beginning) + 3:
            return word[len(beginning) :]
    return word


@cache
def _rules(name):
    return snowballstemmer.stemmer(name)
