"""Every address that is really in its language, for crawlers, in files that are small enough for them.

Whoever has addresses registers what lists them:

>>> @in_sitemap("words")
... def places(languages, start, stop):
...     yield Listed({"en": "/en/places/surma/", "bn": "/bn/places/surma/"}, "2024-03-09T10:00:00Z")
"""

from dataclasses import dataclass
from itertools import chain
from xml.sax.saxutils import escape, quoteattr

from stories.delivery.memory import memory
from stories.library.shapes import absolute_base

# The protocol allows ten times as much; smaller files are made, and made anew, with less.
MOST_ADDRESSES = 5_000
MOST_BYTES = 5_000_000

URLSET = (
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml">'
)
INDEX = '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


@dataclass(frozen=True)
class Listed:
    """One thing: its path in each language that it really is in, and when any of it changed last."""

    paths: dict
    changed_at: str | None = None


_sources = {}


def in_sitemap(*tags):
    """Registers ``function(languages, start, stop)``: the `Listed` of a kind from `start` on, up to
    before `stop` (None: to the end), always in the same order. `tags` tell when that changes.
    """

    def register(function):
        _sources[f"{function.__module__}.{function.__qualname__}"] = (function, frozenset(tags))
        return function

    return register


def tags_of_sitemap():
    return frozenset(chain.from_iterable(tags for _function, tags in _sources.values()))


def parts(languages):
    """Where each file begins and ends, ``[[(source, start, stop)…]…]``; always at least one file."""
    return memory.get(("sitemap", languages.empty, MOST_ADDRESSES, MOST_BYTES),
                      lambda: _cut(languages))  # fmt: skip


def _cut(languages):
    """Goes through all that is listed once, and keeps nothing of it but where the files end."""
    found, part, addresses, size = [], [], 0, 0
    for name, (source, _tags) in _sources.items():
        start, number = 0, 0
        for number, listed in enumerate(source(languages, 0, None)):
            more = len(listed.paths)
            length = sum(map(len, entries(listed)))
            is_full = addresses + more > MOST_ADDRESSES or size + length > MOST_BYTES
            if is_full and addresses:
                if number > start:
                    part.append((name, start, number))
                found.append(part)
                part, addresses, size, start = [], 0, 0, number
            addresses, size = addresses + more, size + length
        part.append((name, start, None))
    return [*found, part]


def written(part, languages):
    """A file of addresses, in pieces."""
    yield DECLARATION
    yield URLSET
    for name, start, stop in part:
        source, _tags = _sources[name]
        for listed in source(languages, start, stop):
            yield from entries(listed)
    yield "</urlset>\n"


def entries(listed):
    """The ``<url>`` of each language, with its alternates where there are others."""
    base = absolute_base()
    alternates = "".join(
        f'<xhtml:link rel="alternate" hreflang="{tag}" href={quoteattr(base + path)}/>'
        for tag, path in listed.paths.items()
        if len(listed.paths) > 1
    )
    moment = f"<lastmod>{listed.changed_at}</lastmod>" if listed.changed_at else ""
    for path in listed.paths.values():
        yield f"<url><loc>{escape(base + path)}</loc>{moment}{alternates}</url>\n"


def index(count):
    """The file that names so many others."""
    base = absolute_base()
    yield DECLARATION
    yield INDEX
    for number in range(1, count + 1):
        yield f"<sitemap><loc>{base}/sitemap-{number}.xml</loc></sitemap>\n"
    yield "</sitemapindex>\n"
