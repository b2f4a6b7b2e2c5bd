"""What was found, as visitors and clients get it: cards, each with the passage that was found."""

from typing import NamedTuple
from urllib.parse import urlencode
from uuid import UUID

from stories.delivery import tags
from stories.delivery.door import published
from stories.presentation.vocabulary import preference
from stories.translation.languages import native_name

from .asking.highlights import Highlight, highlights
from .filters import WORDS
from .models import Entry


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
            passage = _passage(said.get(entry.pk, Highlight()), card)
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


def _passage(passage, card):
    recording = None
    if passage.start is not None:
        query = urlencode({"play": passage.block, "t": int(passage.start)})
        recording = {
            "block": passage.block,
            "start": passage.start,
            "url": f"{card['url']}?{query}#recording-{passage.block}",
        }
    return {"highlight": passage.html, "recording": recording}


def facets(found, reader, names):
    """The contract's facets, ``{dimension: [{"id", "name", "count"}…]}``, most frequent first, each with
    the ``slug`` to ask for it by and the ``language`` of its name. `names` are those of types and formats.
    """
    words = _words(found, reader)
    return {
        dimension: sorted(
            (
                {"id": value, **named, "count": count}
                for value, count in counts.items()
                if (named := _named(dimension, value, words, names, reader))
            ),
            key=lambda each: (-each["count"], each["name"], each["id"]),
        )
        for dimension, counts in found.facets.items()
    }


def _named(dimension, value, words, names, reader):
    if dimension in WORDS:
        return words.get((dimension, value))
    if dimension == "language":
        return {"name": native_name(value), "slug": value, "language": value}
    return {"name": str(names[dimension].get(value, value)), "slug": value, "language": None}


def _words(found, reader):
    """Names of words of the vocabulary in the best language for the reader; one query."""
    parts = [
        published(model.objects.order_by())
        .filter(translation_key__in=list(found.facets[dimension]))
        .values_list("translation_key", "locale__language_code", "name", "slug")
        for dimension, model in WORDS.items()
        if found.facets.get(dimension)
    ]
    if not parts:
        return {}
    chain = reader.languages.fallback(reader.language).tags
    best = {}
    for key, language, name, slug in parts[0].union(*parts[1:], all=True):
        rank = preference(language, chain)
        if str(key) not in best or rank < best[str(key)][0]:
            best[str(key)] = rank, {"name": name, "slug": slug, "language": language}
    return {
        (dimension, key): named
        for dimension in WORDS
        for key in found.facets.get(dimension, ())
        if key in best
        for _, named in [best[key]]
    }
