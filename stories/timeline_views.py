"""The timeline: stories by the time that they tell of."""

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from stories.delivery import tags
from stories.delivery.answers import deliver
from stories.presentation.listings import PER_PAGE
from stories.presentation.subjects import LISTED, TIMELINE, gathered_by
from stories.presentation.timeline import by_decade, decades, languages_told_in, told
from stories.subject_views import around, page_shape, part_of, reader_at
from stories.subjects import timeline_url


@require_safe
def timeline(request):
    """Every story that tells of a time, from the earliest, decade by decade, twenty at a time."""
    reader = reader_at(request)
    listed = told(reader)
    part, listing = part_of(request, listed.count())
    shape = {
        "title": _("Timeline"),
        "summary": _("Stories by the time that they tell of, from the earliest."),
        "language": reader.language,
        "available": languages_told_in() - reader.languages.empty,
    }
    shape["text"] = shape["summary"]
    page = page_shape(
        TIMELINE, shape, reader, lambda tag, base="": timeline_url(tag, base), listing
    )
    page["gathered_by"] = gathered_by(reader)
    reader.shows(*map(tags.listed, LISTED))

    def url(number):
        of_list = number // PER_PAGE + 1
        return "" if of_list == listing["page"] else f"?page={of_list}"

    context = {
        "listing": listing,
        "decades": decades(listed, reader, url),
        "sections": by_decade(listed.part(part.start, PER_PAGE), reader),
        **around(page, reader),
    }
    return deliver(render(request, "stories/timeline_page.html", context), reader)
