"""YAML as bundles use it: every value knows its line, and nothing in it is more than text.

Scalars stay the text that stands there (a title of 1984 is no number, the language ``no`` is no
"false"); what is left empty is None. Aliases, tags and deep nesting are refused, so that a small file
stays small when it has been read.
"""

from types import MappingProxyType

import yaml

DEEPEST = 12
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
NOTHING = {"", "~", "null", "Null", "NULL"}


class YamlError(ValueError):
    """What stands there is no YAML that we take; `line` counts from 1."""

    def __init__(self, line, reason):
        super().__init__(reason)
        self.line = line


class Word(str):
    """A text that knows its line."""

    line = 1


class Mapped(dict):
    """A mapping that knows its line and those of its keys."""

    line = 1
    lines = MappingProxyType({})

    @classmethod
    def of(cls, line, **values):
        made = cls(values)
        made.line = line
        return made

    def line_of(self, key):
        return self.lines.get(key, self.line)


class Listed(list):
    """A list that knows its line and those of its items."""

    line = 1
    lines = ()


def parse(text, first_line=1):
    """What the YAML holds: Mapped, Listed, Word or None. Raises YamlError."""
    try:
        return Parser(text, first_line).document()
    except yaml.reader.ReaderError as error:
        line = first_line + text.count("\n", 0, error.position)
        raise YamlError(line, "there is a character that YAML does not allow") from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        reason = " ".join(filter(None, [error.context, error.problem]))
        raise YamlError(
            first_line + (mark.line if mark else 0), f"no valid YAML: {reason}"
        ) from error


class Parser:
    def __init__(self, text, first_line):
        self.events = yaml.parse(text, Loader=LOADER)
        self.first_line = first_line
        self.depth = 0

    def document(self):
        result, documents = None, 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.refuse(event, "there is more than one YAML document")
                result = self.value(next(self.events))
        return result

    def value(self, event):
        if isinstance(event, yaml.AliasEvent):
            self.refuse(event, "aliases (*name) are not allowed: write the value out")
        if event.tag and event.tag != "!":
            self.refuse(event, f"tags ({event.tag}) are not allowed")
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event)
        self.depth += 1
        if self.depth > DEEPEST:
            self.refuse(event, "nested too deeply")
        is_list = isinstance(event, yaml.SequenceStartEvent)
        result = self.items(event) if is_list else self.pairs(event)
        self.depth -= 1
        return result

    def scalar(self, event):
        if not event.style and event.value in NOTHING:
            return None
        word = Word(event.value)
        word.line = self.line(event)
        return word

    def items(self, start):
        result = Listed()
        result.line, result.lines = self.line(start), []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            result.lines.append(self.line(event))
            result.append(self.value(event))
        return result

    def pairs(self, start):
        result = Mapped()
        result.line, result.lines = self.line(start), {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            if not isinstance(event, yaml.ScalarEvent):
                self.refuse(event, "a key must be a word")
            if event.value in result:
                self.refuse(event, f"{event.value} stands here twice")
            result.lines[event.value] = self.line(event)
            result[event.value] = self.value(next(self.events))
        return result

    def line(self, event):
        return self.first_line + event.start_mark.line

    def refuse(self, event, reason):
        raise YamlError(self.line(event), reason)


class Dumper(yaml.SafeDumper):
    """Writes what people read: keys in the order given, texts of several lines as they look."""

    def ignore_aliases(self, data):
        return True

    def increase_indent(self, flow=False, indentless=False):
        return super().increase_indent(flow, False)


def text_form(dumper, text):
    lines = text.split("\n")
    looks_itself = len(lines) > 1 and not any(line != line.rstrip() for line in lines)
    return dumper.represent_scalar(
        "tag:yaml.org,2002:str", text, style="|" if looks_itself else None
    )


Dumper.add_representer(str, text_form)


def dump(value):
    """The value as YAML, the same text every time, any script readable."""
    return yaml.dump(value, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=10_000)
