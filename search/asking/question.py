"""What somebody typed: words, "phrases", and what is to be left out with a -minus."""

from dataclasses import dataclass, field

import regex

from search.analysis.scripts import can_be_in
from search.analysis.words import asked_for, put_together, telling

MOST_PARTS = 12
CHUNK = regex.compile(
    r"""(?P<without>(?<!\S)[-\u2212])?(?:["“”„«»「『](?P<phrase>[^"“”„«»「」『』]+)["“”«»」』]|(?P<words>[^\s"“”„«»「」『』]+))"""
)


@dataclass
class Part:
    """A word of the question: `said` as it was typed, `forms` what it is in each language it can be in."""

    said: str
    start: int
    forms: dict

    @property
    def is_unspaced(self):
        return any(word.is_unspaced for word in self.forms.values())

    @property
    def languages(self):
        return list(self.forms)


@dataclass
class Question:
    """`parts` are to be found all, `phrases` (of parts) in a row, `without` and `without_phrases` not."""

    text: str
    parts: list = field(default_factory=list)
    phrases: list = field(default_factory=list)
    without: list = field(default_factory=list)
    without_phrases: list = field(default_factory=list)

    def every_part(self):
        return [*self.parts, *(part for phrase in self.phrases for part in phrase)]


def question(text, languages):
    """The question in a text, for an index of those languages, that of the reader first."""
    asked = Question(text)
    text = put_together(text, languages[0])
    for found in CHUNK.finditer(text):
        words, phrase = found["words"], found["phrase"]
        start = found.start("words" if words else "phrase")
        parts = _parts(words or phrase, start, languages, is_phrase=phrase is not None)
        if not parts:
            continue
        # What is written in one piece without spaces is a phrase by itself, but for pairs.
        if phrase and len(parts) > 1:
            (asked.without_phrases if found["without"] else asked.phrases).append(parts)
        else:
            (asked.without if found["without"] else asked.parts).extend(parts)
    asked.parts = _once(asked.parts)[:MOST_PARTS]
    return asked


def _parts(text, start, languages, is_phrase):
    cutting = next((tag for tag in languages if can_be_in(text, tag)), languages[0])
    parts, words = [], asked_for(text, cutting)
    for word in words if is_phrase else telling(words, text, cutting):
        said = text[word.start : word.end]
        forms = {
            tag: form
            for tag in languages
            if can_be_in(said, tag) and (form := _form(said, tag)) is not None
        }
        if forms:
            parts.append(Part(said, start + word.start, forms))
    return parts


def _form(said, language):
    found = asked_for(said, language)
    return found[0].form if found else None


def _once(parts):
    return list({part.said.casefold(): part for part in parts}.values())
