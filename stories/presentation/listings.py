"""An index page's list as templates get it: cards, page numbers, and filters as a reader picks them."""

import re
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import CharField, Value
from django.http import Http404
from django.utils.translation import gettext as _

from stories.delivery import tags
from stories.delivery.door import public_rows, published
from stories.delivery.memory import memory
from stories.lists import PAGE_FILTERS, TERM_FILTERS, Listing
from stories.models import (
    Community,
    Place,
    ProgrammeIndexPage,
    ProgrammePage,
    ProjectIndexPage,
    ProjectPage,
    StoryIndexPage,
    StoryPage,
    Theme,
)
from stories.translation.languages import native_name

from .details import PagePresenter, presents
from .subjects import gathered_by
from .vocabulary import preference

PER_PAGE = 20
LANGUAGE = "language"
NUMBER = re.compile(r"[1-9][0-9]{0,5}")
TERMS = {"theme": Theme, "community": Community, "place": Place}


# The first page of any of these in a language has that language offered on home pages and lists.
OFFERING = ("page", "programme", "project", "story")


class Numbered:
    """A `Listing` as a paginator takes it."""

    def __init__(self, listing):
        self.count, self._part = listing.count, listing.part

    def __getitem__(self, part):
        return self._part(part.start, part.stop - part.start)


class ListingPresenter(PagePresenter):
    """Adds ``listing``, ``gathered_by``, ``filters`` and ``active_filters``, for a reader who came with a
    query string.

    A filter value that nothing has gives an empty list; a page number beyond the last is a 404.
    """

    lists = None

    def want(self):
        super().want()
        self.reader.shows(*map(tags.listed, OFFERING))
        if self.reader.query is None:
            return
        self.names = [
            name for name in (*TERM_FILTERS, *PAGE_FILTERS[self.lists]) if name != "project"
        ]
        # The filters name programmes and words.
        listed = {self.lists.api_type, ProgrammePage.api_type}
        self.reader.shows(tags.WORDS, *map(tags.listed, listed))
        query = self.reader.query
        self.chosen = {name: query[name] for name in (*self.names, LANGUAGE) if query.get(name)}
        self.shown = numbered(
            Paginator(Numbered(self._pages(self.chosen)), PER_PAGE), query.get("page", "1")
        )
        self.keys = list(self.shown.object_list)
        self.references.want_pages(cards=self.keys)

    def _pages(self, chosen=None):
        reader, filters = self.reader, dict(chosen or {})
        served_in = filters.pop(LANGUAGE, "")
        return Listing(
            self.lists, reader.languages, reader.fallback, filters=filters, served_in=served_in
        )

    def more(self):
        if self.reader.query is None:
            return {}
        filters = self._filters()
        return {
            "listing": {
                "count": self.shown.paginator.count,
                "items": self.references.cards_of(self.keys),
                **numbers(self.shown, lambda number: self._url(page=number)),
            },
            "gathered_by": gathered_by(self.reader),
            "filters": [each for each in filters if each["options"]],
            "active_filters": [
                {
                    "label": each["label"],
                    **next(
                        (
                            {"title": option["title"], "language": option["language"]}
                            for option in each["options"]
                            if option["selected"]
                        ),
                        {"title": value, "language": ""},
                    ),
                    "remove_url": self._url(**{each["name"]: ""}),
                }
                for each in filters
                if (value := self.chosen.get(each["name"]))
            ],
        }

    def _url(self, **changes):
        query = {**self.chosen, **changes}
        return "?" + urlencode({name: value for name, value in query.items() if value})

    def _filters(self):
        labels = {
            "theme": _("Theme"),
            "community": _("Community"),
            "place": _("Place"),
            "programme": _("Programme"),
        }
        reader = self.reader
        asked = ("filters", self.lists.api_type, reader.language, reader.fallback)
        options = memory.get(asked, self._options)
        tag = self.reader.language
        only = {
            "value": tag,
            "title": native_name(tag),
            "language": tag,
            "selected": self.chosen.get(LANGUAGE) == tag,
        }
        return [
            {
                "name": name,
                "label": labels[name],
                "options": [
                    {
                        "value": slug,
                        "title": title,
                        "language": language,
                        "selected": self.chosen.get(name) in (slug, key),
                    }
                    for slug, title, key, language in sorted(
                        options[name], key=lambda option: option[1]
                    )
                ],
            }
            for name in self.names
        ] + [{"name": LANGUAGE, "label": _("Language"), "options": [only]}]

    def _options(self):
        """What may be picked, ``(slug, title, identity, language)`` by filter: words that some page in
        the list has, and the programmes. One query, and each word once, in the best language for the
        reader.
        """
        used = public_rows().filter(type=self.lists.api_type).values("page_id")
        columns = ("translation_key", "locale__language_code", "slug")
        parts = [
            published(TERMS[name].objects.order_by())
            .filter(
                translation_key__in=TERMS[name]
                .objects.filter(contentpage__in=used)
                .values("translation_key")
            )
            .values_list(Value(name, CharField()), *columns, "name")
            for name in self.names
            if name in TERMS
        ]
        if "programme" in self.names:
            reader = self.reader
            programmes = Listing(ProgrammePage, reader.languages, reader.fallback).pages()
            parts.append(
                programmes.order_by().values_list(
                    Value("programme", CharField()), "key", "locale", "slug", "title"
                )
            )
        best = {}
        for name, key, language, slug, title in parts[0].union(*parts[1:], all=True):
            rank = preference(language, self.references.vocabulary.chain)
            if (name, key) not in best or rank < best[name, key][0]:
                best[name, key] = (rank, (slug, title, str(key), language))
        options = {name: [] for name in self.names}
        for (name, _key), (_rank, option) in best.items():
            options[name].append(option)
        return options


def numbered(paginator, number):
    """The page of a list that a query string's ``page`` names; 404 where there is none."""
    if not NUMBER.fullmatch(number) or int(number) > paginator.num_pages:
        raise Http404(_("This list has no such page."))
    return paginator.page(int(number))


def numbers(page, url):
    """The page numbers of a list as templates get them; `url` gives the address of one."""
    paginator = page.paginator
    return {
        "page": page.number,
        "pages": paginator.num_pages,
        "previous_url": url(page.number - 1) if page.has_previous() else None,
        "next_url": url(page.number + 1) if page.has_next() else None,
        "page_urls": [
            {"number": number, "url": url(number), "current": number == page.number}
            if isinstance(number, int)
            else {"number": None, "url": None, "current": False}
            for number in paginator.get_elided_page_range(page.number, on_each_side=1)
        ],
    }


@presents(StoryIndexPage)
class StoryIndexPresenter(ListingPresenter):
    lists = StoryPage


@presents(ProjectIndexPage)
class ProjectIndexPresenter(ListingPresenter):
    lists = ProjectPage


@presents(ProgrammeIndexPage)
class ProgrammeIndexPresenter(ListingPresenter):
    lists = ProgrammePage
