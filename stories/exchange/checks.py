"""Asking values out of a bundle's YAML, and noting what is wrong with them."""

import datetime
import re

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from .problems import Problem
from .yaml_text import Listed, Mapped, Word

TRUE, FALSE = {"true", "yes", "on"}, {"false", "no", "off"}
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
WEB_ADDRESS = URLValidator(schemes=["http", "https"])


class Checks:
    """Reads the values of one file. What is wrong is noted as a problem, what is odd as a warning."""

    def __init__(self, file):
        self.file = file
        self.problems, self.warnings = [], []

    def refuse(self, line, reason):
        self.problems.append(Problem(self.file, line, reason))

    def warn(self, line, reason):
        self.warnings.append(Problem(self.file, line, reason))

    def only(self, mapping, known):
        """Refuses what a misspelt key would silently lose."""
        for key in mapping:
            if key not in known:
                self.refuse(
                    mapping.line_of(key), f"{key!r} is not known here: {', '.join(known)} are"
                )

    def mapping(self, value, line, name):
        if isinstance(value, Mapped):
            return value
        if value is not None:
            self.refuse(line, f"{name} must be a mapping (key: value)")
        return Mapped.of(line)

    def list(self, mapping, key):
        value = mapping.get(key)
        if value is None:
            return Listed()
        if not isinstance(value, Listed):
            self.refuse(mapping.line_of(key), f"{key} must be a list")
            return Listed()
        return value

    def words(self, mapping, key):
        """A list of words, such as slugs. Lines are kept."""
        found = []
        listed = self.list(mapping, key)
        for item, line in zip(listed, listed.lines, strict=True):
            if isinstance(item, Word):
                found.append(item)
            else:
                self.refuse(line, f"{key} must be a list of words")
        return found

    def text(self, mapping, key, longest=None, required=False, lines=False):
        """One text, "" where there is none."""
        value, line = mapping.get(key), mapping.line_of(key)
        if value is None or value == "":
            if required:
                self.refuse(line, f"{key} is missing")
            return ""
        if not isinstance(value, Word):
            self.refuse(line, f"{key} must be a text")
            return ""
        return self.checked_text(value, line, key, longest, lines)

    def checked_text(self, value, line, name, longest=None, lines=False):
        text = str(value) if lines else str(value).rstrip("\n")
        if CONTROL.search(text):
            self.refuse(line, f"{name} holds a control character")
        elif not lines and "\n" in text:
            text = " ".join(text.split("\n"))
        if longest and len(text) > longest:
            self.refuse(line, f"{name} has {len(text)} characters; at most {longest} are possible")
        return text

    def choice(self, mapping, key, choices, name):
        value = self.text(mapping, key)
        if value and value not in choices:
            known = ", ".join(choices)
            self.refuse(mapping.line_of(key), f"{value!r} is no known {name}: {known} are")
        return value

    def language(self, mapping, key, required=False):
        """A language's tag in lower case."""
        value = self.text(mapping, key, required=required).lower()
        if value:
            self.known_language(value, mapping.line_of(key))
        return value

    def known_language(self, tag, line):
        if tag.lower() not in dict(settings.WAGTAIL_CONTENT_LANGUAGES):
            self.refuse(line, f"{tag!r} is no language that this site knows")
            return None
        return tag.lower()

    def yes(self, mapping, key):
        value = self.text(mapping, key).lower()
        if value and value not in TRUE | FALSE:
            self.refuse(mapping.line_of(key), f"{key} must be true or false")
        return value in TRUE

    def date(self, mapping, key):
        value = self.text(mapping, key)
        try:
            return datetime.date.fromisoformat(value) if value else None
        except ValueError:
            self.refuse(mapping.line_of(key), f"{key} must be a date such as 2024-03-09")
            return None

    def number(self, mapping, key):
        value = self.text(mapping, key)
        try:
            number = float(value or 0)
        except ValueError:
            number = -1
        if not 0 <= number < 1e9:
            self.refuse(mapping.line_of(key), f"{key} must be a number")
            return 0
        return number

    def web_address(self, mapping, key, required=False):
        value = self.text(mapping, key, required=required)
        if value:
            try:
                WEB_ADDRESS(value)
            except ValidationError:
                self.refuse(mapping.line_of(key), f"{key} must be an address such as https://…")
        return value

    def by_language(self, mapping, key, longest=None):
        """``{tag: text}``; one text for every language is ``{"": text}``."""
        value = mapping.get(key)
        if isinstance(value, Mapped):
            for tag in value:
                self.known_language(tag, value.line_of(tag))
            return {
                tag.lower(): self.text(value, tag, longest, lines=True).strip() for tag in value
            }
        text = self.text(mapping, key, longest, lines=True).strip()
        return {"": text} if text else {}


def in_language(texts, tag):
    """What `by_language` found for a language, "" where there is nothing."""
    return texts.get(tag, texts.get("", ""))
