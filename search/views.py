"""The page that visitors search on."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from stories.delivery import tags
from stories.delivery.answers import deliver
from stories.presentation.listings import NUMBER
from stories.presentation.reader import Reader
from stories.serving import switcher
from stories.translation.locales import Languages

from . import filters, markup
from .finished import RESULT
from .results import ends, results
from .results import facets as facets_of
from .search import Found, search

PER_PAGE = 20
LONGEST = 255


@require_safe
def search_page(request):
    """What was found, twenty at a time, with what it can be narrowed by; without words, only the form."""
    languages = Languages.load()
    if request.LANGUAGE_CODE not in languages:
        raise Http404
    request.reader = reader = Reader(request.LANGUAGE_CODE, languages)
    text = request.GET.get("q", "").replace("\0", " ").strip()[:LONGEST]
    chosen = {name: value for name in filters.DIMENSIONS if (value := request.GET.get(name))}
    number = request.GET.get("page", "1")
    if not NUMBER.fullmatch(number):
        raise Http404
    found = _found(text, chosen, reader, int(number))
    shown = results(found, reader, RESULT)
    facets = _facets(facets_of(found, reader), chosen)
    active = _active(facets, text, chosen)
    own = [each for each in shown if _is_own(each, reader)]
    others = [each for each in shown if not _is_own(each, reader)]
    what = ""
    if text or active:
        what = markup.found(
            found,
            own=markup.items(own, reader),
            others=markup.items(others, reader, is_other=True),
            filters=markup.filters(facets, active, text, reader),
            suggestion_url=found.suggestion and _address(found.suggestion, chosen),
            pagination=_pagination(found, int(number), _address(text, chosen), reader),
            reader=reader,
            is_filtered=bool(active),
        )
    response = HttpResponse(markup.page(request, text, what, _languages(reader, text, chosen)))
    until = ends(found, shown, reader)
    return deliver(response, tags=[tags.SITE, tags.EVERYTHING], until=until)


def _found(text, chosen, reader, number):
    try:
        known = filters.resolved(chosen, reader.languages)
    except filters.UnknownFilter:
        return Found(facets={name: {} for name in filters.DIMENSIONS})
    found = search(text, reader, known, PER_PAGE, (number - 1) * PER_PAGE)
    if number > 1 and number > -(-found.count // PER_PAGE):
        raise Http404(_("This list has no such page."))
    return found


def _is_own(result, reader):
    return result.card is None or result.card["language"]["served"] == reader.language


def _address(text, chosen):
    query = {"q": text, **chosen}
    return "?" + urlencode({name: value for name, value in query.items() if value})


def _facets(found, chosen):
    """The facets as fields of a form; a chosen value stays in it, also where it gives nothing."""
    shown = []
    for name in filters.DIMENSIONS:
        options = [
            {
                "value": each["slug"],
                "title": each["name"],
                "language": each["language"],
                "count": each["count"],
                "selected": chosen.get(name) in (each["id"], each["slug"]),
            }
            for each in found.get(name, ())
        ]
        value = chosen.get(name)
        if value and not any(each["selected"] for each in options):
            options.append({"value": value, "title": value, "language": "", "count": 0,
                            "selected": True})  # fmt: skip
        if options:
            shown.append({"name": name, "label": filters.LABELS[name], "options": options})
    return shown


def _active(facets, text, chosen):
    return [
        {
            "label": facet["label"],
            "title": option["title"],
            "language": option["language"],
            "remove_url": _address(text, {**chosen, facet["name"]: ""}),
        }
        for facet in facets
        for option in facet["options"]
        if option["selected"]
    ]


def _pagination(found, number, address, reader):
    pages = Paginator(range(found.count), PER_PAGE)
    is_long = pages.num_pages > 1
    return markup.pagination(pages.get_page(number), address, reader) if is_long else ""


def _languages(reader, text, chosen):
    offered = set(reader.languages) - reader.languages.empty | {reader.language}
    pages = [{"locale": tag, "url": f"/{tag}/search/"} for tag in offered]
    return switcher(reader.language, {"translations": pages}, {"q": text, **chosen} if text else {})
