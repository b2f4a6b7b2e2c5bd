"""Which terms occur in a text, in whichever script it is written."""

import re
import unicodedata
from dataclasses import dataclass

from ..passages import words_of
from .term import GlossaryTerm

# Chinese, Japanese, Thai, Lao, Burmese and Khmer put no spaces between words.
WITHOUT_SPACES = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)


@dataclass(frozen=True)
class Miss:
    """A text whose translation does not say what the glossary says."""

    path: str
    source: str
    term: GlossaryTerm


def terms_for(source_locale, target_locale):
    """The terms of a pair of languages, longest first."""
    found = GlossaryTerm.objects.filter(source_locale=source_locale, target_locale=target_locale)
    return sorted(found, key=lambda each: (-len(each.term), each.term))


def occurs(term, text):
    """Whether a text has a term, whatever the case; as whole words where the script has words.

    Arabic and Hebrew write "the" and "and" at the front of a word, and many languages decline: such
    forms are not found, so a term may be in the glossary in several forms.
    """
    term, text = folded(term), folded(text)
    if not term:
        return False
    if WITHOUT_SPACES.search(term):
        return term in text
    start = text.find(term)
    while start != -1:
        end = start + len(term)
        if not _joins(text, start - 1, start) and not _joins(text, end - 1, end):
            return True
        start = text.find(term, start + 1)
    return False


def folded(text):
    """A text in one spelling: same Unicode form, no case, single spaces, no invisible joiners."""
    text = unicodedata.normalize("NFKC", text).casefold()
    text = re.sub("[\u00ad\u061c\u200b-\u200f\u2066-\u2069\u0640]", "", text)
    return " ".join(text.split())


def _joins(text, left, right):
    """Whether two neighbours belong to one word; a combining sign belongs to the letter before it."""
    if left < 0 or right >= len(text):
        return False
    if WITHOUT_SPACES.match(text[left]) or WITHOUT_SPACES.match(text[right]):
        return False
    return _is_of_a_word(text[left]) and _is_of_a_word(text[right])


def _is_of_a_word(character):
    return unicodedata.category(character)[0] in "LMN"


def terms_in(terms, texts):
    """Those of the terms that occur in any of the texts, in alphabetical order."""
    words = [words_of(each) for each in texts]
    found = [each for each in terms if any(occurs(each.term, text) for text in words)]
    return sorted(found, key=lambda each: folded(each.term))


def misses(rows, terms):
    """`Miss`es of ``(path, source, translation)`` rows; a term inside a longer one that is met counts not."""
    found = []
    for path, source, translation in rows:
        if not translation:
            continue
        words, said = words_of(source), words_of(translation)
        met = []
        for term in terms:
            if not occurs(term.term, words):
                continue
            if _says(term.wanted, said):
                met.append(term)
            elif not any(occurs(term.term, each.term) for each in met):
                found.append(Miss(path, words, term))
    return found


def _says(wanted, text):
    """A translation may decline its words: "river" is said in "rivers"."""
    return folded(wanted) in folded(text)
