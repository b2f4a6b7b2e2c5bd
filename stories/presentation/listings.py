"""An index page's list as templates get it: cards, page numbers, and filters as a reader picks them."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import override

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
from stories.queries import PAGE_FILTERS, TERM_FILTERS, Listing

from .details import cards
from .vocabulary import preference

PER_PAGE = 20
LISTED = {
    StoryIndexPage: StoryPage,
    ProjectIndexPage: ProjectPage,
    ProgrammeIndexPage: ProgrammePage,
}
TERMS = {"theme": Theme, "community": Community, "place": Place}


def listing_context(index_page, request, reader):
    """``{"listing", "filters", "active_filters"}`` of an index page for this request's query string.

    A filter value that nothing has gives an empty list; a page number beyond the last is a 404.
    """
    model = LISTED[type(index_page)]
    names = [name for name in (*TERM_FILTERS, *PAGE_FILTERS[model]) if name != "project"]
    chosen = {name: request.GET[name] for name in names if request.GET.get(name)}
    listing = Listing(model, reader.languages, reader.fallback, filters=chosen)
    paginator = Paginator(listing.pages().values_list("pk", flat=True), PER_PAGE)
    number = request.GET.get("page", "1")
    if not number.isdigit() or not 1 <= int(number) <= paginator.num_pages:
        raise Http404(_("There is no such page of this list."))
    page = paginator.page(int(number))
    with override(reader.language):
        filters = [_filter(name, model, chosen.get(name), reader) for name in names]

    def url(**changes):
        query = {**chosen, **changes}
        return "?" + urlencode({name: value for name, value in query.items() if value})

    return {
        "listing": {
            "count": paginator.count,
            "items": cards(list(page.object_list), reader),
            "page": page.number,
            "pages": paginator.num_pages,
            "previous_url": url(page=page.number - 1) if page.has_previous() else None,
            "next_url": url(page=page.number + 1) if page.has_next() else None,
            "page_urls": [
                {"number": n, "url": url(page=n) if n else None, "current": n == page.number}
                for n in (
                    None if each == paginator.ELLIPSIS else each
                    for each in paginator.get_elided_page_range(page.number, on_each_side=1)
                )
            ],
        },
        "filters": [each for each in filters if each["options"]],
        "active_filters": [
            {
                "label": each["label"],
                "title": next((o["title"] for o in each["options"] if o["selected"]), value),
                "remove_url": url(**{each["name"]: ""}),
            }
            for each in filters
            if (value := chosen.get(each["name"]))
        ],
    }


def _filter(name, model, chosen, reader):
    labels = {
        "theme": _("Theme"),
        "community": _("Community"),
        "place": _("Place"),
        "programme": _("Programme"),
    }
    options = _programmes(reader) if name == "programme" else _terms(name, model, reader)
    return {
        "name": name,
        "label": labels[name],
        "options": [
            {"value": slug, "title": title, "selected": chosen in (slug, str(key))}
            for slug, title, key in sorted(options, key=lambda option: option[1])
        ],
    }


def _terms(name, model, reader):
    """The words that some public page of the type has, each in the best language for the reader."""
    used = Listing(model, reader.languages, reader.fallback).pages()
    keys = TERMS[name].objects.filter(contentpage__in=used.values("pk")).values("translation_key")
    return _one_each(
        TERMS[name]
        .objects.filter(translation_key__in=keys)
        .values_list("translation_key", "locale__language_code", "slug", "name"),
        reader,
    )


def _programmes(reader):
    pages = Listing(ProgrammePage, reader.languages, reader.fallback).pages()
    return pages.values_list("slug", "title", "translation_key")


def _one_each(rows, reader):
    best = {}
    for key, language, slug, title in rows:
        rank = preference(language, reader.language)
        if key not in best or rank < best[key][0]:
            best[key] = (rank, (slug, title, key))
    return [option for _rank, option in best.values()]
