"""The Markdown that bundles are written in: CommonMark, and ``[words]{lang=bn}`` for a phrase."""

import re
import unicodedata

from markdown_it import MarkdownIt

from .rich_text import BREAK, Span, plain, tidy

# Beside languages, what CommonMark has no form for or only one that fails inside words.
MARKS = {"b": "bold", "i": "italic", "sup": "superscript"}
SPAN = re.compile(r"\{(?:lang=([A-Za-z][A-Za-z0-9-]*)|(b|i|sup))\}")


def parser():
    """A CommonMark parser for which HTML is text and addresses are kept as they stand."""
    markdown = MarkdownIt("commonmark", {"html": False, "maxNesting": 40})
    markdown.inline.ruler.before("link", "span", span_rule)
    markdown.normalizeLink = lambda address: address
    markdown.validateLink = lambda address: True
    return markdown


def span_rule(state, silent):
    """``[words]{lang=bn}``, ``[words]{b}``, ``[words]{i}``, ``[words]{sup}``."""
    # When a label's end is looked for (silent), brackets are counted: a span is no link in a link.
    if silent or state.src[state.pos] != "[":
        return False
    end = state.md.helpers.parseLinkLabel(state, state.pos)
    found = SPAN.match(state.src, end + 1) if end >= 0 else None
    if found is None:
        return False
    start, limit = state.pos, state.posMax
    language, mark = found.groups()
    token = state.push("span_open", "span", 1)
    token.meta = {"language": language} if language else {"mark": MARKS[mark]}
    state.pos, state.posMax = start + 1, end
    state.md.inline.tokenize(state)
    state.push("span_close", "span", -1)
    state.posMax = limit
    state.pos = found.end()
    return True


class Words:
    """Reads the tokens of a line of text: words, and the pictures that stand among them.

    `address` and `language` are asked what to make of a link's address and a phrase's tag; None
    leaves the words as they are.
    """

    def __init__(self, address, language):
        self.address, self.language = address, language

    def read(self, tokens):
        """Runs of words and picture tokens, in order: tuples of words, and tokens."""
        runs, current, open_spans = [], [], []
        for number, token in enumerate(tokens):
            if token.type == "image":
                spans = [span for span, _ in open_spans]
                for span, outer in reversed(open_spans):
                    outer.append(Span(*span, tuple(current)))
                    current = outer
                runs += [tuple(current), token]
                current, open_spans = reopened(spans)
            elif token.nesting == 1:
                open_spans.append((self.span(token), current))
                current = []
            elif token.nesting == -1:
                span, outer = open_spans.pop()
                outer += [Span(*span, tuple(current))] if span else current
                current = outer
            else:
                current.append(self.text(token, tokens, number))
        runs.append(tuple(current))
        return [run if not isinstance(run, tuple) else tidy(run) for run in runs]

    def span(self, token):
        if token.type == "strong_open":
            return "bold", ""
        if token.type == "em_open":
            return "italic", ""
        if token.type == "link_open":
            address = self.address(token.attrs["href"])
            return ("link", address) if address else None
        if language := token.meta.get("language"):
            tag = self.language(language)
            return ("language", tag) if tag else None
        return token.meta["mark"], ""

    def text(self, token, tokens, number):
        if token.type == "hardbreak":
            return BREAK
        if token.type == "softbreak":
            return between(tokens[number - 1] if number else None, tokens[number + 1 : number + 2])
        return token.content.replace("\n", " ")


def reopened(spans):
    """The same spans begun anew behind a picture."""
    current, opened = [], []
    for span in spans:
        opened.append((span, current))
        current = []
    return current, opened


def between(before, after):
    """What the end of a line in a paragraph means: a space, but nothing where a script has none."""
    last = before.content[-1:] if before else ""
    first = after[0].content[:1] if after else ""
    return "" if unspaced(last) and unspaced(first) else " "


def unspaced(character):
    """Whether the script is written without spaces between words: Chinese, Japanese."""
    return (
        bool(character)
        and unicodedata.east_asian_width(character) in "WF"
        and not ("\uac00" <= character <= "\ud7a3")
    )


def text_of(runs):
    """Runs of words as bare text."""
    return "".join(plain(run) for run in runs if isinstance(run, tuple))
