"""A whole page as readers and clients get it: the contract's Detail, made in a fixed number of queries."""

import json

from django.utils import translation

from stories.delivery import tags
from stories.delivery.bonds import Near
from stories.delivery.door import public_rows
from stories.library.shapes import absolute_base
from stories.lists import Listing
from stories.queries import texts_of
from stories.related.reasons import reason_shape
from stories.related.weights import LED, SHOWN, ranked
from stories.translation.interface import interface_language
from stories.translation.versions import names

from .anchors import name_anchors
from .notices import notices
from .reader import Reader
from .references import References
from .rows import rows

PRESENTERS = {}
# The parts of a page that lists are made of: for our own pages, and for clients of the API.
CARD, ITEM = "card", "item"
# Of a project or a programme; lists show the rest.
MOST_BELOW = 50


def presents(model):
    """Registers a presenter for a page type; other apps register theirs when they are ready."""

    def register(presenter):
        PRESENTERS[model] = presenter
        return presenter

    return register


def detail(page, reader):
    """The Detail of a page for a `reader`, a dict. The page may be a draft that is being previewed.

    `page` is the specific instance in the version to show.
    """
    presenter = presenter_of(page)(page, reader, reader.references())
    with translation.override(interface_language(reader.language)):
        presenter.want()
        presenter.references.load()
        return presenter.present()


def details(pages, languages, base=""):
    """The Details of many pages that have their rows, by primary key, each in its own language; so many
    queries for all.

    What takes a query a page (the stories of a project, what a home page features) is left empty.
    """
    references = References(languages=languages, base=base)
    presenters = []
    for page in pages:
        tag = page.locale.language_code
        reader = Reader(tag, languages, base=base, alone=False)
        presenters.append(presenter_of(page)(page, reader, references.read_in(tag)))
    for presenter in presenters:
        presenter.want()
    references.load()
    presented = {}
    for presenter in presenters:
        with translation.override(interface_language(presenter.reader.language)):
            presented[presenter.page.pk] = presenter.present()
    return presented


def with_rows(pages):
    """Those of the pages that are public, which then know themselves as lists know them. One query."""
    pages = list(pages)
    found = {row.pk: row for row in rows(public_rows().filter(pk__in=[page.pk for page in pages]))}
    for page in pages:
        page.row = found.get(page.pk)
    return [page for page in pages if page.row]


def presenter_of(page):
    return PRESENTERS.get(type(page), PagePresenter)


def cards(keys, reader):
    """Cards of the pages with those identities, in that order, as the reader may see them.

    Those that are finished are taken as they are. For clients of the API they have what a Card has there,
    for our own pages also what these need.
    """
    texts = texts_of(keys, reader, ITEM if reader.base else CARD)
    for text in texts.values():
        reader.shows_text(text)
    found = {key: json.loads(text.body) for key, text in texts.items()}
    if others := [key for key in keys if key not in found]:
        found |= composed(others, reader)
    return [found[key] for key in dict.fromkeys(keys) if key in found]


def composed(keys, reader):
    """The same, put together: ``{identity: Card}``."""
    references = reader.references()
    references.want_pages(cards=keys)
    with translation.override(interface_language(reader.language)):
        references.load()
        made = ((key, references.card(key)) for key in keys)
        return {key: card for key, card in made if card}


def card(row, reader):
    """A page's Card for our own pages, as it is finished when the page is published."""
    shape = composed([row.key], reader)[row.key]
    return json.dumps(shape, ensure_ascii=False).encode(), shape


class PagePresenter:
    """What every page has. Subclasses add what their type has, in `want` and `more`."""

    def __init__(self, page, reader, references):
        self.page, self.reader, self.references = page, reader, references
        self.references.content_language = page.locale.language_code
        self.references.know(getattr(page, "known_keys", {}))
        self.body = list(page.body.raw_data)
        self.related = [block["value"] for block in page.related_pages.raw_data]

    def present(self):
        references = self.references
        families = references.families
        if self.reader.preview:
            families.stand_in(self.row)
        row = families.member(self.row.key, self.row.pk) or self.row
        credits = self._credits()
        return {
            **families.card(
                row, references.head_image(row), references.terms(row) | references.times(row)
            ),
            "body": name_anchors(self._presented(self.body)),
            "translations": families.translations(row),
            "breadcrumbs": self._breadcrumbs(),
            "related": self._related(),
            "seo": self._seo(row),
            "licence": None,
            "credit_line": "",
            "notices": notices(row, families, credits),
            **credits,
            "content_warnings": [],
            **self.more(),
        }

    def want(self):
        page, references = self.page, self.references
        references.want([("image", page.lead_image_id), ("image", page.social_image_id)])
        self._want_body(self.body)
        references.want(("card", key) for key in self.related)
        self.row = self._row()
        self._want_near()
        references.want_row(self.row)

    def _want_near(self):
        """Wants the pages that have most in common with this one, as cards."""
        if self.reader.alone and self.row.type in LED:
            key = self.row.key
            self.reader.shows(tags.near(key))
            near = Near.objects.filter(key=key).values("other")
            self.references.want_list(public_rows().filter(key__in=near), ("near", key))

    def _related(self):
        """Cards of what the editors chose, then of what has most in common with the page, each with its
        ``reason``.
        """
        references = self.references
        found = {
            card["id"]: {**card, "reason": reason_shape("chosen")}
            for card in references.cards(self.related)
        }
        for key, bond in self._near():
            if len(found) >= SHOWN:
                break
            if str(key) not in found and (card := references.card(key)):
                shared = references.subject(*bond, self.row)
                found[str(key)] = {**card, "reason": reason_shape(bond[0], shared)}
        return list(found.values())

    def _near(self):
        if not self.reader.alone or self.row.type not in LED:
            return []
        row, subject = self.row, self.references.subject
        own = {bond for bond in row.bonds if subject(*bond, row)}
        near = self.references.families.others(row, LED)
        return ranked(row.key, (row.source_language, own), near)

    def _want_body(self, body):
        for block in body:
            self.references.want(self._child(block).references(block["value"]))

    def more(self):
        """What the page's type adds to the Detail."""
        return {}

    def _row(self):
        """The page as lists know it; a draft as if it were public."""
        if row := getattr(self.page, "row", None):
            return row
        # Here, because what is published is put together by presenters.
        from .documents import draft_row

        return draft_row(self.page)

    def _child(self, block):
        return self.page.body.stream_block.child_blocks[block["type"]]

    def _presented(self, body):
        """The blocks of a body, as stored, as readers get them."""
        presented = (
            (block, self._child(block).present(block["value"], self.references)) for block in body
        )
        return [
            {"type": block["type"], "id": block.get("id") or "", "value": value}
            for block, value in presented
            if value is not None
        ]

    def _breadcrumbs(self):
        """The pages above, as far as they are public where this page lies."""
        families = self.references.families
        public = (key for key in self.row.above if families.is_above(key, self.row))
        return [families.ref(families.shown(key)) for key in public]

    def _credits(self):
        """Who made this language's version, as names to be shown; of an original, nobody."""
        page = self.page
        return {
            field: [] if page.is_original else names(getattr(page, field))
            for field in ("translated_by", "reviewed_by")
        }

    def _seo(self, row):
        page, families = self.page, self.references.families
        shared = self._shared_image(row)
        return {
            "title": page.seo_title or page.title,
            "description": page.search_description or page.summary,
            "canonical": row.address(row.language, absolute_base()),
            "alternates": [
                {
                    "hreflang": member.language,
                    "href": member.address(member.language, absolute_base()),
                }
                for member in families.offered(row)
            ],
            "image": shared["url"] if shared else "",
            "shared_image": shared,
        }

    def _shared_image(self, row):
        """What stands for the page on other sites, ``{"url", "width", "height", "alt"}``, or None.

        What a content warning covers is shown there only where editors have chosen a picture for that.
        """
        references, card = self.references, row.card
        own = references.shared_image(self.page.social_image_id)
        if own or references.warns(row):
            return own
        return references.shared_image(card["lead_image"], card["lead_image_alt"])

    def _objects(self):
        """The page's collection objects, each with what was done with it."""
        found = (
            (self.references.collection_object(item["value"]["object"]), item["value"])
            for item in self.page.collection_objects.raw_data
        )
        return [{**shape, "use": value.get("use") or ""} for shape, value in found if shape]

    def _want_objects(self):
        self.references.want(
            ("object", item["value"]["object"]) for item in self.page.collection_objects.raw_data
        )

    def _want_below(self, model, owner):
        """Wants the newest pages of a type whose `owner` (``project``, say) is this page, as cards."""
        if not self.reader.alone:
            return
        key = self.page.translation_key
        self.reader.shows(tags.below(key))
        reader = self.reader
        listing = Listing(model, reader.languages, reader.fallback, filters={owner: str(key)})
        self.references.want_list(listing.pages()[:MOST_BELOW])

    def _below(self, model, owner):
        """Cards of what `_want_below` wanted."""
        if not self.reader.alone:
            return []
        key = self.page.translation_key
        found = self.references.families.newest(model.api_type, **{owner: key})
        return self.references.cards_of(found[:MOST_BELOW])
