"""Everything that pages show beside their own words, fetched together: one query a kind, however many."""

from collections import defaultdict
from copy import copy
from datetime import datetime
from itertools import chain
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from wagtail.models import Page

from stories.delivery import tags
from stories.delivery.door import is_over, private_collections
from stories.delivery.shapes import shapes_of
from stories.library.shapes import absolute_base, image_shape, recording_shape, shared_shape
from stories.models import CollectionObject, Partner
from stories.related.contributors import identity_of
from stories.subjects import subject_ref, subject_url
from stories.translation.locales import Languages

from . import rich_text
from .families import Families
from .reading import listening_minutes
from .times import time_shape
from .vocabulary import Vocabulary

# What is told apart by an identity that all its languages share.
TRANSLATED = {"page": Page, "object": CollectionObject, "partner": Partner}
OBJECT = ("museum_number", "title", "maker", "culture", "date")
FILES = {"image": tags.image, "recording": tags.recording, "document": tags.document}


class References:
    """What is wanted, then what was found of it, as a reader of `language` may see it.

    First `want` is told the ``(kind, primary key)`` pairs, and `want_rows` of the pages that are shown;
    then `load` fetches everything; then the other methods answer from memory. Kinds: ``card`` and ``page``
    (a page shown as a card, or only linked), ``image``, ``object``, ``partner``, ``recording``,
    ``document``. What may not be public is answered as if it did not exist.

    `base` is what addresses begin with: "" on our own pages, ``https://host`` for others.
    """

    def __init__(self, language=None, languages=None, fallback=None, base=""):
        self.language = language or settings.LANGUAGE_CODE
        self.base = base
        # The language that the words are in, where it is not the reader's.
        self.content_language = self.language
        self._wanted = defaultdict(dict)
        self._keys = {kind: {} for kind in TRANSLATED}
        self._card_keys, self._link_keys, self._rows, self._lists = set(), set(), [], {}
        self._subjects = set()
        self._found, self._private = {}, set()
        languages = languages or Languages({})
        self.families = Families(self.language, languages, fallback, base)
        self.vocabulary = Vocabulary(self.language, languages, self._found)
        self._readers = {self.language: self}

    def read_in(self, language):
        """The same wishes and findings, for a reader of another language.

        Asked for before `load`, which then fetches what all of these readers need in one go.
        """
        if language not in self._readers:
            other = self._readers[language] = copy(self)
            other.language = other.content_language = language
            other.families = self.families.read_in(language)
            other.vocabulary = self.vocabulary.read_in(language)
        return self._readers[language]

    def know(self, keys):
        """Takes identities by kind and primary key, so that they need not be asked for."""
        for kind, known in keys.items():
            self._keys[kind] |= {int(pk): UUID(key) for pk, key in known.items()}

    def want(self, pairs):
        for kind, key in pairs:
            if key:
                self._wanted[kind][int(key)] = True

    def want_links(self, raw):
        """Wants what stored rich text links to."""
        self.want(rich_text.page_references(raw))

    def want_pages(self, cards=(), links=()):
        """The same of pages by their identities."""
        self._card_keys |= set(cards)
        self._link_keys |= set(links)

    def want_subjects(self, kind, keys):
        """Wants words, partners, objects or contributors by their identities."""
        self._subjects |= {f"{kind}:{key}" for key in keys}

    def want_list(self, pages, name=None):
        """The same of a list of public pages, as cards. A `name` says all that the list depends on."""
        self._lists[name or object()] = pages

    def want_row(self, row):
        """Wants what stands beside a page's own words, of the page that is shown itself."""
        self._rows.append(row)
        self.want_pages(
            cards=[row.key], links=[*row.above, *filter(None, [row.project, row.programme])]
        )

    def resolve(self):
        """The identities of what was wanted, ``{"page": {primary key: identity}…}``: no query for those
        that are known, one a kind for others."""
        resolve_all([self])
        return {
            kind: {pk: known[pk] for pk in self.wanted(kind) if pk in known}
            for kind, known in self._keys.items()
        }

    def wanted(self, kind):
        """The primary keys that were wanted of a kind that has identities."""
        keys = self._wanted[kind].keys()
        return keys | self._wanted["card"].keys() if kind == "page" else keys

    def load(self):
        resolve_all([self])
        cards = self._card_keys | self._keys_of("page", "card")
        links = self._link_keys | self._keys_of("page", "page")
        self.families.load(cards, links, self._lists)
        if self._lists:
            cards = self.families.keys()
        shown = [
            row
            for reader in self._readers.values()
            for key in cards
            if (row := reader.families.listed(key))
        ]
        shown += self._rows
        self.want(("image", row.card["lead_image"]) for row in shown)
        self.want(("recording", key) for row in shown for key in row.card.get("recordings", ()))
        self._found |= shapes_of(self._names(shown) - self._found.keys())
        self._private |= private_collections() if self._found else set()
        return self

    def _keys_of(self, kind, wanted):
        known = self._keys[kind]
        return {known[pk] for pk in self._wanted[wanted] if pk in known}

    def _names(self, shown):
        """What is stored of all that was wanted, by name."""
        return {
            *self._subjects,
            *self._word_names(shown),
            *(f"object:{key}" for key in self._keys_of("object", "object")),
            *(f"{kind}:{pk}" for kind in FILES for pk in self._wanted[kind]),
        }

    def _word_names(self, shown):
        for row in shown:
            for kind, keys in row.words.items():
                yield from (f"{kind}:{key}" for key in keys)
        yield from (f"partner:{key}" for key in self._keys_of("partner", "partner"))

    def tags(self):
        """What was wanted, as the publication log names it, whether or not it may be shown: it may be
        one day."""
        pictures = (
            map(tags.image, stored["pictures"])
            for name, stored in self._found.items()
            if name.startswith("object:")
        )
        pages = self.families.keys()
        linked = pages - self._card_keys - self._keys_of("page", "card")
        if self._lists:
            linked = set(filter(self.families.is_above_lists, linked))
        return {
            *map(tags.page, pages - linked),
            *map(tags.link, linked),
            *self._own_tags(self._all_words()),
            *chain.from_iterable(pictures),
        }

    def nearest_expiry(self):
        """When the first of what was found stops being public, or None."""
        versions = (
            version for stored in self._found.values() for version in stored.get("versions", ())
        )
        words = (
            moment
            for version in versions
            if version["expire_at"]
            and not is_over(moment := datetime.fromisoformat(version["expire_at"]))
        )
        pages = self.families.nearest_expiry()
        return min((moment for moment in (*words, pages) if moment), default=None)

    def _all_words(self):
        rows = [*self._rows]
        for reader in self._readers.values():
            asked = self._card_keys | self._keys_of("page", "card")
            for key in self.families.keys() if self._lists else asked:
                if row := reader.families.listed(key):
                    rows.append(row)
        return self._word_names(rows)

    def own_tags(self, row):
        """What a page shows beside its own words and other pages. Without having been loaded."""
        resolve_all([self])
        return set(self._own_tags(self._word_names([row])))

    def _own_tags(self, words):
        for name in words:
            yield tags.word(name.partition(":")[2])
        for key in self._keys_of("object", "object"):
            yield tags.collection_object(key)
        for kind, tag in FILES.items():
            yield from map(tag, self._wanted[kind])

    # Answers

    def _file(self, kind, key):
        """What is stored of a file, if it lies in no private collection."""
        stored = self._found.get(f"{kind}:{key}")
        return stored if stored and stored["collection"] not in self._private else None

    def image(self, key, alt="", decorative=False):
        """The contract's Image, or None."""
        stored = self._file("image", key)
        return stored and image_shape(stored, alt=alt, decorative=decorative, base=self.base)

    def shared_image(self, key, alt=""):
        """What other sites show of a picture, `shared_shape` at a whole address with its ``alt``, or None."""
        return _shared(self._file("image", key), alt)

    def image_block(self, raw):
        """The Image of a stored image block, with the alternative text that it has there."""
        if not raw:
            return None
        return self.image(raw.get("image"), raw.get("alt_text") or "", raw.get("decorative"))

    def recording(self, key):
        stored = self._file("recording", key)
        return stored and recording_shape(stored, self.base)

    def document_url(self, key):
        stored = self._file("document", key)
        if stored is None:
            return None
        return self.base + reverse("wagtaildocs_serve", args=[key, stored["filename"]])

    def cues(self, key):
        """What captions say and when: ``[{"start", "end", "speaker", "text"}…]``, times in seconds."""
        stored = self._file("document", key)
        return stored.get("cues", []) if stored else []

    def _key(self, kind, pk):
        return self._keys[kind].get(int(pk)) if pk else None

    def page_url(self, pk):
        """The address of a page in the reader's language, or None where there is nothing to lead to."""
        row = self.families.shown(self._key("page", pk))
        return row and self.families.url(row)

    def ref(self, pk):
        """The contract's Ref of a page, or None."""
        row = self.families.shown(self._key("page", pk))
        return row and self.families.ref(row)

    def partner(self, pk):
        """A partner in the words of the reader's language, or None."""
        return self.vocabulary.word("partner", self._key("partner", pk))

    def collection_object(self, pk):
        return self.object_of(self._key("object", pk))

    def _object_picture(self, stored, version):
        """What is stored of a version's picture, if it lies in no private collection."""
        picture = stored["pictures"].get(str(version["image"]))
        return picture if picture and picture["collection"] not in self._private else None

    def shared_object(self, key):
        """What other sites show of a collection object, as `shared_image`, or None."""
        stored = self._found.get(f"object:{key}")
        version = self.vocabulary.best(stored)
        return version and _shared(self._object_picture(stored, version), version["image_alt"])

    def object_of(self, key):
        """The contract's collection object by its identity, or None."""
        stored = self._found.get(f"object:{key}")
        version = self.vocabulary.best(stored)
        if version is None:
            return None
        picture = self._object_picture(stored, version)
        return {
            "id": str(key),
            "type": "collection_object",
            **{name: version[name] for name in OBJECT},
            "image": picture and image_shape(picture, alt=version["image_alt"], base=self.base),
            "url": version["collection_url"],
            "page": subject_url("object", version["slug"], self.language, self.base),
            "rights": version["rights"],
            "language": version["language"],
        }

    def subject(self, kind, key, row):
        """The Ref of what a page, `row`, has to do with, or None. Without having been wanted."""
        if kind in ("project", "programme"):
            owner = self.families.shown(key)
            return owner and self.families.ref(owner)
        if kind == "contributor":
            found = self._contributor(key, row)
        elif kind == "object":
            found = self.vocabulary.object(key)
        else:
            found = self.vocabulary.word(kind, key)
        return subject_ref(kind, found, self.language, self.base)

    @staticmethod
    def _contributor(key, row):
        """As the page credits them."""
        for each in row.card.get("people", ()):
            if identity_of(each["slug"]) == key:
                return {
                    "id": str(key),
                    "title": each["name"],
                    "slug": each["slug"],
                    "language": row.language,
                }
        return None

    def html(self, raw):
        return rich_text.readable(raw, self.page_url, self.document_url)

    def card(self, key):
        """The contract's Card of a page, by its identity, in the best language there is, or None."""
        row = self.families.listed(key)
        if row is None:
            return None
        return self.families.card(row, self.lead_image(row), self.terms(row) | self.times(row))

    def terms(self, row):
        return self.vocabulary.terms_of(row, self.base)

    def times(self, row):
        """How long a page takes to read and to hear, and the time that it tells of, as cards say it."""
        recordings = filter(None, map(self.recording, row.card.get("recordings", ())))
        return {
            "reading_minutes": row.card.get("reading_minutes"),
            "listening_minutes": listening_minutes(recordings),
            "tells_of": time_shape(row.card.get("time")),
        }

    def warns(self, row):
        """Whether a content warning stands before a page."""
        return bool(self.vocabulary.words_of(row, "content_warning"))

    def lead_image(self, row):
        """The picture of a page that is listed, or None; lists show nothing that a warning covers."""
        return None if self.warns(row) else self.head_image(row)

    def head_image(self, row):
        """The picture of a page on itself, where its warnings are, or None."""
        card = row.card
        return self.image(card["lead_image"], card["lead_image_alt"], card["lead_image_decorative"])

    def cards(self, pages):
        """Cards of the pages with those primary keys, in that order, without those that there are not."""
        return self.cards_of(key for pk in pages if (key := self._key("page", pk)))

    def cards_of(self, keys):
        """The same by identity."""
        return [card for key in dict.fromkeys(keys) if (card := self.card(key))]


def resolve_all(several):
    """Lets several `References` know the identities of what they want; at most one query a kind."""
    for kind, model in TRANSLATED.items():
        unknown = {pk for each in several for pk in each.wanted(kind) - each._keys[kind].keys()}
        if unknown:
            rows = model._base_manager.filter(pk__in=unknown)
            found = dict(rows.values_list("pk", "translation_key"))
            for each in several:
                each._keys[kind] |= found


def _shared(stored, alt):
    return stored and {**shared_shape(stored, absolute_base()), "alt": alt}
