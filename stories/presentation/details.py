"""A whole page as readers and clients get it: the contract's Detail, made in a fixed number of queries."""

from django.db.models import Q
from django.utils import translation

from stories.delivery import tags
from stories.library.shapes import absolute_base
from stories.queries import Listing
from stories.translation.interface import interface_language
from stories.translation.versions import names

from .anchors import name_anchors
from .families import address
from .notices import notices
from .reader import Reader
from .references import References

PRESENTERS = {}


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
    """The Details of many pages by primary key, each in its own language; so many queries for all.

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


def presenter_of(page):
    return PRESENTERS.get(type(page), PagePresenter)


def cards(keys, reader):
    """Cards of the pages with those primary keys, in that order, as the reader may see them."""
    references = reader.references()
    references.want(("card", key) for key in keys)
    with translation.override(interface_language(reader.language)):
        return references.load().cards(keys)


class PagePresenter:
    """What every page has. Subclasses add what their type has, in `want` and `more`."""

    def __init__(self, page, reader, references):
        self.page, self.reader, self.references = page, reader, references
        self.references.content_language = page.locale.language_code
        self.body = list(page.body.raw_data)
        self.related = [block["value"] for block in page.related_pages.raw_data]

    def present(self):
        references = self.references
        families = references.families
        row = self._row()
        credits = self._credits()
        return {
            **families.card(row, references.lead_image(row), self._terms()),
            "body": name_anchors(self._presented(self.body)),
            "translations": families.translations(row),
            "breadcrumbs": self._breadcrumbs(),
            "related": references.cards(self.related),
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
        references.want([("card", page.pk)])
        steplen = page.steplen
        ancestors = [page.path[:end] for end in range(2 * steplen, len(page.path), steplen)]
        if ancestors:
            references.families.want(Q(path__in=ancestors))
            self.reader.shows(*map(tags.place, ancestors))
        self.ancestors = ancestors

    def _want_body(self, body):
        for block in body:
            self.references.want(self._child(block).references(block["value"]))

    def more(self):
        """What the page's type adds to the Detail."""
        return {}

    def _row(self):
        """The page as its family knows it; a page that is not public yet stands for itself."""
        row = next(
            (m for m in self.references.families.members(self.page.translation_key)
             if m.pk == self.page.pk),
            None,
        )  # fmt: skip
        page = self.page
        if row is None:
            row = page
            row.project_ref = getattr(page, "project_id", None)
            row.programme_ref = getattr(page, "programme_id", None)
            self.references.families.members(page.translation_key).append(row)
        elif self.reader.preview:
            for name in (
                "title",
                "summary",
                "lead_image_id",
                "lead_image_alt",
                "lead_image_decorative",
            ):
                setattr(row, name, getattr(page, name))
        return row

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

    def _terms(self):
        return self.references.vocabulary.of_page(self.page.pk, self.references.stories_url)

    def _breadcrumbs(self):
        families = self.references.families
        rows = (families.shown_at(path) for path in self.ancestors)
        return [families.ref(row) for row in rows if row]

    def _credits(self):
        """Who made this language's version, as names to be shown; of an original, nobody."""
        page = self.page
        return {
            field: [] if page.is_original else names(getattr(page, field))
            for field in ("translated_by", "reviewed_by")
        }

    def _seo(self, row):
        page, families = self.page, self.references.families
        return {
            "title": page.seo_title or page.title,
            "description": page.search_description or page.summary,
            "canonical": address(row, row.locale.language_code, absolute_base()),
            "alternates": [
                {
                    "hreflang": member.locale.language_code,
                    "href": address(member, member.locale.language_code, absolute_base()),
                }
                for member in families.offered(row)
            ],
            "image": self._social_image(row),
        }

    def _social_image(self, row):
        """The address, for other sites, of the picture that stands for the page, or ""."""
        image = self.references.image(self.page.social_image_id) or self.references.lead_image(row)
        src = image["src"] if image else ""
        return f"{absolute_base()}{src}" if src.startswith("/") else src

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

    def _want_listed(self, model, **filters):
        """Primary keys of the pages of a type that belong to this one, wanted as cards."""
        if not self.reader.alone:
            return []
        self.reader.shows(tags.below(self.page.translation_key))
        listing = Listing(model, self.reader.languages, self.reader.fallback, filters=filters)
        keys = list(listing.pages().values_list("pk", flat=True)[:50])
        self.references.want(("card", key) for key in keys)
        return keys


def specific(row):
    """The whole page behind a light row, in one query, its locale known."""
    model = row.specific_class
    page = model.objects.get(pk=row.pk)
    page.locale = row.locale
    return page
