"""Old addresses, and where they lead now."""

from urllib.parse import quote

from django.conf import settings
from django.db.models import F, Q
from django.http import HttpResponsePermanentRedirect, HttpResponseRedirect
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from stories.delivery.door import public_pages
from stories.presentation.families import address
from stories.translation.languages import is_known


def redirect_at(path, base=""):
    """``(address, is permanent)`` where an editor or a moved page left a redirect, else None.

    `path` may end with a slash or not. A redirect to a page leads to it as a reader of that page's
    language gets it; to one that is not public in any language it leads nowhere. What a page that was
    renamed left in one language holds in all, also where the page is only read in another's stead.
    """
    path = Redirect.normalise_path(path)
    if "\0" in path:
        return None
    site = Site.objects.filter(is_default_site=True).first()
    here = [path, f"{path}/", quote(path)]
    language, elsewhere = _elsewhere(path)
    found = Redirect.get_for_site(site).filter(
        Q(old_path__in=here) | Q(old_path__in=elsewhere, automatically_created=True)
    )
    in_order = sorted(
        found.order_by(F("site_id").desc(nulls_last=True)),
        key=lambda redirect: redirect.old_path not in here,
    )
    for each in in_order:
        asked = None if each.old_path in here else language
        if location := _location(each, base, asked):
            return location, each.is_permanent
    return None


def _elsewhere(path):
    """A path's language, and the same path in every other; where it has none, ``(None, [])``."""
    language, _, below = path.strip("/").partition("/")
    if not below or not is_known(language):
        return None, []
    return language, [f"/{tag}/{below}" for tag, _name in settings.LANGUAGES]


def _location(found, base, language=None):
    if found.redirect_page_id is None:
        link = found.redirect_link
        return f"{base}{link}" if link.startswith("/") else link
    target = Page.objects.filter(pk=found.redirect_page_id)
    versions = public_pages(
        Page.objects.filter(translation_key__in=target.values("translation_key"))
    )
    page = versions.first()
    if page is None:
        return None
    language = language or target.values_list("locale__language_code", flat=True).get()
    return address(page, language, base).rstrip("/") + (found.redirect_page_route_path or "/")


class RedirectMiddleware:
    """Leads visitors on from where there is nothing any more; clients of an API it leaves alone."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code != 404 or request.path_info.startswith("/api/"):
            return response
        paths = dict.fromkeys((request.get_full_path(), request.path_info))
        found = next(filter(None, map(redirect_at, paths)), None)
        if not found:
            return response
        location, is_permanent = found
        answer = HttpResponsePermanentRedirect if is_permanent else HttpResponseRedirect
        return answer(location)
