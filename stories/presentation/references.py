"""Everything that pages show beside their own words, fetched together: one query a kind, however many."""

from collections import defaultdict
from copy import copy

from django.conf import settings
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtailmedia.models import get_media_model

from stories.delivery import tags
from stories.delivery.door import public_files
from stories.library.shapes import image_shape, recording_shape
from stories.translation.locales import Languages

from . import rich_text
from .families import Families
from .vocabulary import Vocabulary, collection_objects_for, preference


class References:
    """What is wanted, then what was found of it, as a reader of `language` may see it.

    First `want` is told the ``(kind, primary key)`` pairs; then `load` fetches them; then the other
    methods answer from memory. Kinds: ``card`` and ``page`` (a page shown as a card, or only linked),
    ``image``, ``object``, ``recording``, ``document``. What may not be public is answered as if it
    did not exist.

    `base` is what addresses begin with: "" on our own pages, ``https://host`` for others.
    """

    def __init__(self, language=None, languages=None, fallback=None, base=""):
        self.language = language or settings.LANGUAGE_CODE
        self.base = base
        # The language that the words are in, where it is not the reader's.
        self.content_language = self.language
        self._wanted = defaultdict(dict)
        languages = languages or Languages({})
        self.families = Families(self.language, languages, fallback, base)
        self.vocabulary = Vocabulary(self.language, languages)
        self._objects, self._images, self._recordings, self._documents = {}, {}, {}, {}
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

    def want(self, pairs):
        for kind, key in pairs:
            if key:
                self._wanted[kind][int(key)] = True

    def want_links(self, raw):
        """Wants what stored rich text links to."""
        self.want(rich_text.page_references(raw))

    def load(self):
        cards, links = list(self._wanted["card"]), list(self._wanted["page"])
        if cards or links or self.families.has_wishes:
            self.families.load(cards=cards, links=links)
        card_rows = {
            row.pk: row
            for reader in self._readers.values()
            for key in cards
            if (row := reader.families.listed(key))
        }
        self.vocabulary.load(list(card_rows))
        self._objects |= collection_objects_for(self._wanted["object"])
        self.want(("image", row.lead_image_id) for row in card_rows.values())
        self.want(("image", each.image_id) for rows in self._objects.values() for each in rows)
        self._images |= self._pictures(self._wanted["image"])
        self._recordings |= self._files(get_media_model(), "recording")
        self._documents |= self._files(get_document_model(), "document")
        return self

    def _pictures(self, keys):
        """Images with their renditions, in one query; a second only for those that have none yet."""
        if not keys:
            return {}
        model = get_image_model()
        found = {}
        for rendition in (
            model.get_rendition_model()
            .objects.filter(image__in=public_files(model.objects.filter(pk__in=keys)))
            .select_related("image")
        ):
            if "|format-" in rendition.filter_spec:
                found.setdefault(rendition.image_id, (rendition.image, []))[1].append(rendition)
        if missing := [key for key in keys if key not in found]:
            for image in public_files(model.objects.filter(pk__in=missing)):
                found[image.pk] = (image, [])
        return found

    def _files(self, model, kind):
        keys = self._wanted[kind]
        return public_files(model.objects.filter(pk__in=keys)).in_bulk() if keys else {}

    def tags(self):
        """What was wanted, as the publication log names it, whether or not it may be shown: it may be
        one day."""
        return {
            *map(tags.page, self.families.keys()),
            *map(tags.word, self.vocabulary.keys()),
            *(tags.collection_object(each.translation_key)
              for rows in self._objects.values() for each in rows),
            *self._file_tags(),
        }  # fmt: skip

    def own_tags(self, page):
        """What a page shows beside its own words and other pages. Without having been loaded."""
        self.vocabulary.load([page.pk])
        objects = collection_objects_for(self._wanted["object"])
        return {
            *map(tags.word, self.vocabulary.keys()),
            *(
                tags.collection_object(row.translation_key)
                for rows in objects.values()
                for row in rows
            ),
            *self._file_tags(),
        }

    def _file_tags(self):
        yield from map(tags.image, self._wanted["image"])
        yield from map(tags.recording, self._wanted["recording"])
        yield from map(tags.document, self._wanted["document"])

    # Answers

    def image(self, key, alt="", decorative=False):
        """The contract's Image, or None."""
        found = self._images.get(key)
        return found and image_shape(*found, alt=alt, decorative=decorative, base=self.base)

    def image_block(self, raw):
        """The Image of a stored image block, with the alternative text that it has there."""
        if not raw:
            return None
        return self.image(raw.get("image"), raw.get("alt_text") or "", raw.get("decorative"))

    def recording(self, key):
        found = self._recordings.get(key)
        return found and recording_shape(found, self.base)

    def document_url(self, key):
        document = self._documents.get(key)
        if document is None:
            return None
        return self.base + reverse("wagtaildocs_serve", args=[document.pk, document.filename])

    def page_url(self, key):
        """The address of a page in the reader's language, or None where there is nothing to lead to."""
        row = self.families.shown(key)
        return row and self.families.url(row)

    def ref(self, key):
        """The contract's Ref of a page, or None."""
        row = self.families.shown(key)
        return row and self.families.ref(row)

    def collection_object(self, key):
        versions = [each for each in self._objects.get(key, ()) if each.is_shown]
        if not versions:
            return None
        chain = self.vocabulary.chain
        found = min(versions, key=lambda each: preference(each.locale.language_code, chain))
        return {
            "id": str(found.translation_key),
            "type": "collection_object",
            "museum_number": found.museum_number,
            "title": found.title,
            "maker": found.maker,
            "culture": found.culture,
            "date": found.date,
            "image": self.image(found.image_id, found.image_alt),
            "url": found.collection_url,
            "rights": found.rights,
            "language": found.locale.language_code,
        }

    def html(self, raw):
        return rich_text.readable(raw, self.page_url, self.document_url)

    def card(self, key):
        """The contract's Card of a page in the best language there is for the reader, or None."""
        row = self.families.listed(key)
        if row is None:
            return None
        terms = self.vocabulary.of_page(row.pk, self.stories_url)
        return self.families.card(row, self.lead_image(row), terms)

    def lead_image(self, row):
        return self.image(row.lead_image_id, row.lead_image_alt, row.lead_image_decorative)

    def cards(self, keys):
        return [card for key in dict.fromkeys(keys) if (card := self.card(key))]

    @property
    def stories_url(self):
        return f"{self.base}/{self.language}/stories/"
