"""Old addresses, and where they lead now."""

from urllib.parse import quote

from django.db.models import F
from django.http import HttpResponsePermanentRedirect, HttpResponseRedirect
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from stories.delivery.door import public_pages
from stories.presentation.families import address


def redirect_at(path, base=""):
    """``(address, is permanent)`` where an editor or a moved page left a redirect, else None.

    `path` may end with a slash or not. A redirect to a page that is not public leads nowhere.
    """
    path = Redirect.normalise_path(path)
    if "\0" in path:
        return None
    site = Site.objects.filter(is_default_site=True).first()
    for found in (
        Redirect.get_for_site(site)
        .filter(old_path__in=[path, f"{path}/", quote(path)])
        .order_by(F("site_id").desc(nulls_last=True))
    ):
        if location := _location(found, base):
            return location, found.is_permanent
    return None


def _location(found, base):
    if found.redirect_page_id is None:
        link = found.redirect_link
        return f"{base}{link}" if link.startswith("/") else link
    page = (
        public_pages(Page.objects.filter(pk=found.redirect_page_id))
        .select_related("locale")
        .first()
    )
    if page is None:
        return None
    return address(page, page.locale.language_code, base).rstrip("/") + (
        found.redirect_page_route_path or "/"
    )


class RedirectMiddleware:
    """Leads visitors on from where there is nothing any more; clients of an API it leaves alone."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code != 404 or request.path_info.startswith("/api/"):
            return response
        found = redirect_at(request.get_full_path()) or redirect_at(request.path_info)
        if not found:
            return response
        location, is_permanent = found
        answer = HttpResponsePermanentRedirect if is_permanent else HttpResponseRedirect
        return answer(location)
