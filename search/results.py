"""What was found, as visitors and clients get it: cards, each with the passage that was found."""

from typing import NamedTuple
from urllib.parse import urlencode
from uuid import UUID

from stories.delivery import tags
from stories.translation.languages import native_name

from .asking.highlights import Highlight, highlights
from .models import Entry
from .words import WORDS, named


def items(found, reader):
    """The contract's items: Cards with ``highlight`` and ``score``; and ``recording``, where the words
    are said in one: ``{"block", "start", "url"}``, the address at which it starts there.

    In the words of the reader's language, but for what is in another one: each card is that of the
    entry that was found.
    """
    reader.shows(tags.EVERYTHING)
    entries = {row.pk: row for row in _entries(found)}
    references = reader.references()
    readers = {}
    for entry in entries.values():
        if entry.locale != reader.language:
            readers[entry.locale] = references.read_in(entry.locale)
    references.want_pages(cards=[entry.key for entry in entries.values()])
    references.load()
    said = highlights(entries.values(), found.wishes)
    shown = []
    for hit in found.hits:
        entry = entries.get(hit.entry)
        row = entry and readers.get(entry.locale, references).families.listed(entry.key)
        # What has gone through the one door since it was indexed.
        if row and row.language == entry.locale:
            card = _card(row, references)
            passage = _passage(said.get(entry.pk, Highlight()), card, row)
            shown.append({**card, **passage, "score": hit.score})
    return shown


class Row(NamedTuple):
    """What is read of an entry that is shown."""

    pk: int
    key: UUID
    locale: str
    pieces: list
    stems: bytes
    stands: bytes


def _entries(found):
    rows = Entry.objects.filter(pk__in=[hit.entry for hit in found.hits])
    return [Row(*row) for row in rows.values_list(*Row._fields)]


def _card(row, references):
    families = references.families
    more = references.terms(row) | references.times(row)
    card = families.card(row, references.lead_image(row), more)
    if families.shown(row.key) is not row:
        # At the reader's own address is another version.
        card["url"] = families.url(row, row.language)
    return card


def _passage(passage, card, row):
    recording = None
    if passage.start is not None:
        query = urlencode({"play": passage.block, "t": int(passage.start)})
        # A browser would open a warned story at the recording: its warning comes first.
        place = "" if row.words.get("content_warning") else f"#recording-{passage.block}"
        recording = {
            "block": passage.block,
            "start": passage.start,
            "url": f"{card['url']}?{query}{place}",
        }
    return {"highlight": passage.html, "recording": recording}


def facets(found, reader, names):
    """The contract's facets, ``{dimension: [{"id", "name", "count"}…]}``, most frequent first, each with
    the ``slug`` to ask for it by and the ``language`` of its name. `names` are those of types and formats.
    """
    chain = reader.languages.fallback(reader.language).tags
    return {
        dimension: sorted(
            (
                {"id": value, **name, "count": count}
                for value, count in counts.items()
                if (name := _name(dimension, value, names, chain))
            ),
            key=lambda each: (-each["count"], each["name"], each["id"]),
        )
        for dimension, counts in found.facets.items()
    }


def _name(dimension, value, names, chain):
    if dimension in WORDS:
        return named(dimension, value, chain)
    if dimension == "language":
        return {"name": native_name(value), "slug": value, "language": value}
    return {"name": str(names[dimension].get(value, value)), "slug": value, "language": None}
