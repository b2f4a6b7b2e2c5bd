"""What crawlers, feed readers and other sites ask for."""

import json

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from stories.delivery import tags
from stories.delivery.answers import deliver
from stories.delivery.door import public_rows
from stories.delivery.register import next_expiry
from stories.library.shapes import absolute_base
from stories.presentation.reader import Reader
from stories.translation.locales import Languages
from stories.weave_picture import OWN, weave_png

from . import sitemap
from .atom import atom
from .feeds import Feed
from .json_feed import json_feed

XML = "application/xml; charset=utf-8"


@require_safe
def sitemap_xml(request):
    """Every address, or where there are too many for one file the files that have them."""
    languages = Languages.load()
    parts = sitemap.parts(languages)
    if len(parts) == 1:
        return _sitemap(sitemap.written(parts[0], languages))
    return _sitemap(sitemap.index(len(parts)))


@require_safe
def sitemap_part(request, number):
    languages = Languages.load()
    parts = sitemap.parts(languages)
    if not 1 <= number <= len(parts) or len(parts) == 1:
        raise Http404
    return _sitemap(sitemap.written(parts[number - 1], languages))


def _sitemap(pieces):
    response = HttpResponse(pieces, content_type=XML)
    # Large, and asked for by few: not worth a place among the answers that are kept.
    return deliver(response, tags=sitemap.tags_of_sitemap(), until=next_expiry(), is_kept=False)


@require_safe
def atom_feed(request):
    return _feed(request, atom, "application/atom+xml; charset=utf-8")


@require_safe
def json_feed_of_stories(request):
    def write(feed):
        return json.dumps(json_feed(feed), ensure_ascii=False)

    return _feed(request, write, "application/feed+json; charset=utf-8")


def _feed(request, write, content_type):
    languages = Languages.load()
    if request.LANGUAGE_CODE not in languages:
        raise Http404
    reader = Reader(request.LANGUAGE_CODE, languages, base=absolute_base(), alone=False)
    feed = Feed.of(reader)
    response = HttpResponse(write(feed), content_type=content_type)
    return deliver(response, reader, changed_at=feed.changed_at)


@require_safe
def weave(request, slug):
    """The cloth of a public page, or of the site itself, as a picture."""
    page = public_rows().filter(slug=slug).only("key", "expire_at").first()
    if page is None and slug != OWN:
        raise Http404
    response = HttpResponse(weave_png(slug), content_type="image/png")
    shown = {"tags": [tags.page(page.key)], "until": page.expire_at} if page else {}
    return deliver(response, is_kept=False, **shown)
