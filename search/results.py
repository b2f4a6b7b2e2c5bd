"""What was found, as visitors and clients get it: cards, each with the passage that was found."""

from dataclasses import dataclass
from urllib.parse import urlencode

from stories.delivery.memory import memory
from stories.translation.languages import native_name

from .asking.highlights import Highlight, highlights
from .entries import entries
from .filters import DIMENSIONS, names
from .index.due import DUE
from .index.facets import bitmaps
from .words import WORDS, ended, named

NOTHING = Highlight()


@dataclass(slots=True)
class Result:
    """A page that was found: its finished `text`, or else its `card`; and the passage that was found.

    `more` is what the contract's items have beside a Card: ``highlight``, ``score``, and ``recording``
    where the words are said in one: ``{"block", "start", "url"}``, the address at which it starts there.
    """

    text: object
    card: dict | None
    more: dict

    @property
    def item(self):
        """The contract's item, of one that is not finished."""
        return {**self.card, **self.more}


def results(found, reader, part=""):
    """`Result`s in order, with the finished texts of a `part`, as far as there are.

    In the words of the reader's language, but for what is in another one: each card is that of the
    entry that was found. What is no longer public is left out, whatever the index says.
    """
    if not found.hits:
        return []
    known = entries([hit.entry for hit in found.hits], part)
    passages = highlights((row for row in known.values() if row.digest != DUE), found.wishes)
    others = {}
    for number, row in known.items():
        is_own = row.locale == reader.language and row.text
        if not is_own or passages.get(number, NOTHING).start is not None:
            others[number] = row
    cards = _cards(others, reader) if others else {}
    shown = []
    for hit in found.hits:
        row, card = known.get(hit.entry), cards.get(hit.entry)
        if row and (card or hit.entry not in others):
            passage = passages.get(hit.entry, NOTHING)
            shown.append(Result(None if card else row.text, card, _more(hit, passage, card)))
    return shown


def _cards(found, reader):
    """Cards of entries by their numbers, of what has gone through the one door since."""
    references = reader.references()
    readers = {
        row.locale: references.read_in(row.locale)
        for row in found.values()
        if row.locale != reader.language
    }
    references.want_pages(cards=[row.key for row in found.values()])
    references.load()
    cards = {}
    for number, entry in found.items():
        row = readers.get(entry.locale, references).families.listed(entry.key)
        if row and row.language == entry.locale:
            cards[number] = _card(row, references)
    return cards


def _card(row, references):
    families = references.families
    card = families.card(
        row, references.lead_image(row), references.terms(row) | references.times(row)
    )
    if families.shown(row.key) is not row:
        # At the reader's own address is another version.
        card["url"] = families.url(row, row.language)
    return card


def _more(hit, passage, card):
    recording = None
    if passage.start is not None:
        query = urlencode({"play": passage.block, "t": int(passage.start)})
        recording = {
            "block": passage.block,
            "start": passage.start,
            "url": f"{card['url']}?{query}#recording-{passage.block}",
        }
    return {"highlight": passage.html, "score": hit.score, "recording": recording}


def ends(found, results, reader):
    """When something that was found stops being public, or None."""
    texts = (result.text.until for result in results if result.text)
    moments = [found.until, reader.nearest_expiry(), *texts]
    return min((moment for moment in moments if moment), default=None)


def facets(found, reader):
    """The contract's facets, ``{dimension: [{"id", "name", "count"}…]}``, most frequent first, each with
    the ``slug`` to ask for it by and the ``language`` of its name.
    """
    shown = {}
    for dimension, known in _names(reader).items():
        counts = found.facets.get(dimension, {})
        values = [
            {"id": value, "name": name["name"], "count": counts[value], **name}
            for value, name in known.items()
            if value in counts
        ]
        shown[dimension] = sorted(values, key=lambda each: -each["count"])
    return shown


def _names(reader):
    """What all values of all dimensions are called, ``{dimension: {value: name}}``, by name. Remembered."""
    chain = reader.languages.fallback(reader.language).tags
    return memory.get(("facets", reader.language, chain, ended()), lambda: _named(chain))


def _named(chain):
    known, there, found = names(), bitmaps(), {}
    for dimension in DIMENSIONS:
        named_values = (
            (value, _name(dimension, value, known, chain)) for value in there.get(dimension, ())
        )
        by_name = sorted((name["name"], value, name) for value, name in named_values if name)
        found[dimension] = {value: name for _said, value, name in by_name}
    return found


def _name(dimension, value, known, chain):
    if dimension in WORDS:
        return named(dimension, value, chain)
    if dimension == "language":
        return {"name": native_name(value), "slug": value, "language": value}
    return {"name": str(known[dimension].get(value, value)), "slug": value, "language": None}
