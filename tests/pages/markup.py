"""A page's HTML, asked as a reader would ask it."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = set("area base br col embed hr img input link meta source track wbr".split())


@dataclass
class Element:
    tag: str
    attrs: dict
    parent: "Element | None" = None
    words: list = field(default_factory=list)
    children: list = field(default_factory=list)

    @property
    def text(self):
        """All the words in it, one space between them."""
        return " ".join(" ".join(self._words()).split())

    def _words(self):
        for each in self.words:
            if isinstance(each, Element):
                yield from each._words()
            else:
                yield each

    @property
    def language(self):
        """The ``(lang, dir)`` that the words in it are in."""
        found = self
        while "lang" not in found.attrs and found.parent:
            found = found.parent
        return found.attrs.get("lang"), found.attrs.get("dir")

    def all(self, tag=None, **attrs):
        """The elements in it with that tag and those attributes; ``class_`` is one class."""
        found = []
        for child in self.children:
            if (tag is None or child.tag == tag) and all(
                value in child.attrs.get("class", "").split()
                if name == "class_"
                else child.attrs.get(name.replace("_", "-")) == value
                for name, value in attrs.items()
            ):
                found.append(child)
            found += child.all(tag, **attrs)
        return found

    def one(self, tag=None, **attrs):
        found = self.all(tag, **attrs)
        assert len(found) == 1, f"{len(found)} of {tag} {attrs}"
        return found[0]


class Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.top = self.open = Element("", {})

    def handle_starttag(self, tag, attrs):
        element = Element(tag, {name: value or "" for name, value in attrs}, self.open)
        self.open.children.append(element)
        self.open.words.append(element)
        if tag not in VOID:
            self.open = element

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        element = self.open
        while element.parent and element.tag != tag:
            element = element.parent
        if element.parent:
            self.open = element.parent

    def handle_data(self, data):
        self.open.words.append(data)


def read(response):
    """The page that a response brings, as an Element."""
    reader = Reader()
    reader.feed(response.content.decode())
    return reader.top


def links(element):
    """The addresses that an element leads to."""
    return [each.attrs["href"] for each in element.all("a")]
