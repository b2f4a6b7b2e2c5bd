"""Rich text between its two forms: as Wagtail stores it, and as a tree that Markdown is written from.

A tree is a list of ``Paragraph`` and ``List``; words are a list of text, ``BREAK`` and ``Span``.
"""

from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser
from typing import NamedTuple

BREAK = "\n"
TAGS = {"bold": "b", "italic": "i", "superscript": "sup"}
MARKS = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "sup": "superscript"}
SCHEMES = ("http://", "https://", "mailto:", "tel:", "page:")


class Span(NamedTuple):
    """Words with something about them: bold, italic, superscript, link (to), language (tag)."""

    kind: str
    detail: str
    words: tuple


@dataclass(frozen=True)
class Paragraph:
    words: tuple


@dataclass(frozen=True)
class List:
    """`items` are pairs: the item's words, and the lists inside it."""

    ordered: bool
    items: tuple


# Tree to stored HTML


def stored(blocks):
    """The tree as Wagtail stores it. A link to one of our pages has ``page:…`` as its address."""
    return "".join(
        f"<p>{html_of(block.words)}</p>" if isinstance(block, Paragraph) else list_html(block)
        for block in blocks
    )


def list_html(block):
    tag = "ol" if block.ordered else "ul"
    items = "".join(
        f"<li>{html_of(words)}{''.join(list_html(each) for each in lists)}</li>"
        for words, lists in block.items
    )
    return f"<{tag}>{items}</{tag}>"


def html_of(words):
    return "".join(span_html(word) if isinstance(word, Span) else text_html(word) for word in words)


def text_html(text):
    return escape(text, quote=False).replace(BREAK, "<br/>")


def span_html(span):
    inner = html_of(span.words)
    if span.kind == "link":
        return f'<a href="{escape(span.detail)}">{inner}</a>'
    if span.kind == "language":
        return f'<a linktype="language" lang="{escape(span.detail)}">{inner}</a>'
    tag = TAGS[span.kind]
    return f"<{tag}>{inner}</{tag}>"


# Stored HTML to tree


def tree(html):
    """The tree of stored HTML: empty paragraphs and what Markdown cannot say fall away, words stay."""
    reader = TreeReader()
    reader.feed(html or "")
    reader.close()
    return reader.finish()


class TreeReader(HTMLParser):
    """Text outside of paragraphs and lists becomes a paragraph of its own."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.blocks = []
        self.words = []  # of the paragraph or item that is open
        self.spans = []  # open spans: (tag, kind, detail, words so far outside of it)
        self.lists = []  # open lists: (ordered, items)
        self.items = []  # open items of those lists: (words, lists inside)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag in ("ul", "ol"):
            self.end_words()
            self.lists.append((tag == "ol", []))
        elif tag == "li" and self.lists:
            self.end_words()
            self.items.append([None, []])
        elif tag == "br":
            self.words.append(BREAK)
        elif kind := self.kind(tag, attributes):
            self.spans.append((tag, *kind, self.words))
            self.words = []
        elif tag not in ("a", "span"):
            self.end_words()

    def kind(self, tag, attributes):
        if tag in MARKS:
            return MARKS[tag], ""
        if tag != "a":
            return None
        if attributes.get("linktype") == "language" and attributes.get("lang"):
            return "language", attributes["lang"]
        address = attributes.get("href") or ""
        return ("link", address) if address.startswith(SCHEMES) else None

    def handle_endtag(self, tag):
        if tag in ("ul", "ol") and self.lists:
            self.end_item()
            self.end_list()
        elif tag == "li":
            self.end_item()
        elif any(tag == span[0] for span in self.spans):
            while self.end_span() != tag:
                pass
        elif tag not in ("a", "span", "br", *MARKS):
            self.end_words()

    def handle_data(self, data):
        self.words.append(data.replace("\n", " ").replace("\r", " "))

    def end_span(self):
        tag, kind, detail, outer = self.spans.pop()
        outer.append(Span(kind, detail, tuple(self.words)))
        self.words = outer
        return tag

    def end_words(self):
        """Closes what is being written: the words of an item, or a paragraph."""
        while self.spans:
            self.end_span()
        words, self.words = tidy(self.words), []
        if not words:
            return
        if not self.items:
            self.blocks.append(Paragraph(words))
        elif self.items[-1][0] is None:
            self.items[-1][0] = words
        else:
            self.items[-1][0] = tidy((*self.items[-1][0], BREAK, *words))

    def end_item(self):
        self.end_words()
        if len(self.items) >= max(len(self.lists), 1):
            words, lists = self.items.pop()
            if words or lists:
                self.lists[-1][1].append((words or (), tuple(lists)))

    def end_list(self):
        ordered, items = self.lists.pop()
        if not items:
            return
        made = List(ordered, tuple(items))
        if self.items:
            self.items[-1][1].append(made)
        else:
            self.blocks.append(made)

    def finish(self):
        self.end_words()
        while self.lists:
            self.end_item()
            self.end_list()
        return self.blocks


# One form for the same words


def tidy(words):
    """The words in their one form: like joined with like, nothing empty, no break at either end."""
    words = joined(flattened(words))
    while words and words[0] == BREAK:
        words = words[1:]
    while words and words[-1] == BREAK:
        words = words[:-1]
    if not plain(words).strip(" \t\n"):
        return ()
    return words


def flattened(words, inside=frozenset()):
    """Spans without those that say again what they are in; links and languages never in one another."""
    for word in words:
        if not isinstance(word, Span):
            yield from pieces(word)
            continue
        group = "address" if word.kind in ("link", "language") else word.kind
        inner = tuple(flattened(word.words, inside | {group}))
        # A break is never marked, so that marks neither begin nor end with one.
        while inner and inner[0] == BREAK:
            yield BREAK
            inner = inner[1:]
        after = 0
        while inner and inner[-1] == BREAK:
            after, inner = after + 1, inner[:-1]
        if group in inside:
            yield from inner
        elif inner:
            yield Span(word.kind, word.detail, inner)
        yield from [BREAK] * after


def pieces(text):
    for number, part in enumerate(text.split(BREAK)):
        if number:
            yield BREAK
        if part:
            yield part


def joined(words):
    result = []
    for word in words:
        last = result[-1] if result else None
        if isinstance(word, Span) and isinstance(last, Span) and last[:2] == word[:2]:
            result[-1] = Span(word.kind, word.detail, (*last.words, *word.words))
        elif isinstance(word, str) and isinstance(last, str) and BREAK not in (word, last):
            result[-1] = last + word
        else:
            result.append(word)
    return tuple(
        Span(word.kind, word.detail, joined(word.words)) if isinstance(word, Span) else word
        for word in result
    )


def plain(words):
    """The words as bare text."""
    return "".join(plain(word.words) if isinstance(word, Span) else word for word in words)
