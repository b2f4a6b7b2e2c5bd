"""Pages that gather what has to do with a theme, a community, a place, a partner, an object, a person."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from stories.delivery.answers import deliver
from stories.delivery.validators import latest_change
from stories.library.shapes import absolute_base
from stories.presentation.listings import NUMBER, PER_PAGE, numbers
from stories.presentation.place_map import place_map
from stories.presentation.reader import Reader
from stories.presentation.subjects import (
    directory,
    gathered,
    gathered_by,
    identity_at,
    listed,
)
from stories.serving import switcher
from stories.subjects import TITLES, index_url, subject_url
from stories.translation.languages import direction
from stories.translation.locales import Languages

PLACES_ON_A_MAP = 100  # and in the list under it, which has the same


@require_safe
def subjects(request, kind):
    """All of a kind that something public has to do with, by name, in parts; places on a map as well."""
    reader = reader_at(request)
    found = directory(kind, reader)
    part, listing = part_of(request, len(found), PLACES_ON_A_MAP if kind == "place" else PER_PAGE)
    entries = found[part]
    offered = set(reader.languages) - reader.languages.empty
    shape = {"title": str(TITLES[kind]), "language": reader.language, "available": offered}
    listing["items"] = [_here(each) for each in listed(kind, entries, reader)] if entries else []
    page = page_shape(kind, shape, reader, lambda tag, base="": index_url(kind, tag, base), listing)
    page["gathered_by"] = gathered_by(reader)
    context = {"listing": listing, **around(page, reader)}
    if kind == "place":
        context["map"] = place_map(listing["items"])
    return deliver(render(request, "stories/subject_index_page.html", context), reader)


@require_safe
def subject(request, kind, slug):
    """One of them, and the pages that have to do with it."""
    reader = reader_at(request)
    key = identity_at(kind, slug)
    number = request.GET.get("page", "1")
    if key is None or not NUMBER.fullmatch(number):
        raise Http404
    shape = gathered(kind, key, reader, (int(number) - 1) * PER_PAGE, PER_PAGE)
    if shape is None:
        raise Http404
    _all, listing = part_of(request, shape["count"])
    page = page_shape(
        kind, shape, reader, lambda tag, base="": subject_url(kind, slug, tag, base), listing
    )
    page["breadcrumbs"] = [
        {"title": TITLES[kind], "url": index_url(kind, reader.language), "language": ""}
    ]
    context = {"listing": listing, "sections": sections(shape["items"]), **around(page, reader)}
    response = render(request, "stories/subject_page.html", context)
    return deliver(response, reader, changed_at=latest_change(shape))


def reader_at(request):
    """Who reads at that address; 404 where the site has not got the language."""
    languages = Languages.load()
    if request.LANGUAGE_CODE not in languages:
        raise Http404
    request.reader = Reader(request.LANGUAGE_CODE, languages)
    return request.reader


def sections(cards):
    """Cards as they come, type by type, ``[{"type", "title", "cards"}]``."""
    titles = {"programme": _("Programmes"), "project": _("Projects"), "story": _("Stories")}
    found = {}
    for card in cards:
        kind = card["type"] if card["type"] in titles else "page"
        found.setdefault(kind, []).append(card)
    return [
        {"type": kind, "title": titles.get(kind, _("Pages")), "cards": each}
        for kind, each in found.items()
    ]


def part_of(request, count, per_page=PER_PAGE):
    """Which part of a list is asked for, as a slice, and its page numbers; 404 beyond the last."""
    number, paginator = request.GET.get("page", "1"), Paginator(range(count), per_page)
    if not NUMBER.fullmatch(number) or int(number) > paginator.num_pages:
        raise Http404(_("This list has no such page."))
    page = paginator.page(int(number))
    start = page.start_index() - 1 if count else 0
    return slice(start, start + per_page), {
        "count": count,
        **numbers(page, lambda each: f"?page={each}"),
    }


def page_shape(kind, shape, reader, url, listing):
    """What every page has, as templates get it. Its real address is in a language that something of it
    is in.
    """
    offered, base = shape["available"], absolute_base()
    chain = [reader.language, *reader.fallback.tags, *sorted(offered)]
    canonical = next((tag for tag in chain if tag in offered), reader.language)
    query = f"?page={listing['page']}" if listing["page"] > 1 else ""
    image = shape.get("shared_image")
    tag = shape["language"]
    return {
        **_here(shape),
        "type": kind,
        "language": {"served": tag, "dir": direction(tag)},
        "record_url": shape.get("url", ""),
        "url": url(reader.language),
        "weave": shape.get("slug") or kind,
        "translations": [{"locale": each, "url": url(each)} for each in sorted(offered)],
        "seo": {
            "title": shape["title"],
            "description": shape.get("text", ""),
            "canonical": url(canonical, base) + query,
            "alternates": [
                {"hreflang": each, "href": url(each, base) + query} for each in sorted(offered)
            ],
            "image": image["url"] if image else "",
            "shared_image": image,
        },
    }


def _here(shape):
    """With its page's address as `url_here`: the `url` of an object is the museum's."""
    return {**shape, "url_here": shape.get("page") or shape.get("url")}


def around(page, reader):
    return {
        "page": page,
        "locale": reader.languages.shape(reader.language),
        "languages": switcher(reader.language, page),
    }
