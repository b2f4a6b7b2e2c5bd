"""The site as an app that can be installed, and read without a network."""

from django.conf import settings
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from stories.delivery.answers import deliver
from stories.translation.languages import direction

from .chrome import page_of_no_kind, reader_of
from .navigation import navigation_for

# As in the service worker.
MOST = 20
PAPER = "#f6f3ec"
ICONS = {"any": (192, 512), "maskable": (512,)}


@require_safe
@cache_control(no_cache=True)
def service_worker(request):
    """The worker that keeps stories; where OFFLINE_READING is off, one that removes what was kept.

    Browsers ask for it again as somebody opens a page, so a switch takes effect with the next visit.
    """
    name = "service_worker" if settings.OFFLINE_READING else "no_service_worker"
    return HttpResponse(render_to_string(f"home/{name}.js"), content_type="text/javascript")


@require_safe
def offline_page(request):
    """What stands in for pages that cannot be reached, and lists the stories that can."""
    reader = _reader(request)
    if not settings.OFFLINE_READING:
        raise Http404
    context = {**page_of_no_kind(request), "most": MOST}
    return deliver(render(request, "home/offline_page.html", context), reader)


@require_safe
def manifest(request):
    """What a browser needs to install the site, in the language of the address."""
    reader = _reader(request)
    language, organisation = reader.language, navigation_for(reader).organisation
    name = settings.WAGTAIL_SITE_NAME
    shape = {
        "id": "/",
        "name": f"{name} · {organisation}" if organisation else name,
        "short_name": name,
        "description": _("Community stories"),
        "lang": language,
        "dir": direction(language),
        "start_url": f"/{language}/",
        "scope": "/",
        # With a way back, and a way to load again.
        "display": "minimal-ui",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": [
            {"src": static("icons/favicon.svg"), "sizes": "any", "type": "image/svg+xml"},
            *(
                {
                    "src": static(f"icons/{purpose}-{size}.png"),
                    "sizes": f"{size}x{size}",
                    "type": "image/png",
                    "purpose": purpose,
                }
                for purpose, sizes in ICONS.items()
                for size in sizes
            ),
        ],
    }
    answer = JsonResponse(
        shape,
        json_dumps_params={"ensure_ascii": False},
        content_type="application/manifest+json; charset=utf-8",
    )
    return deliver(answer, reader)


def _reader(request):
    """The reader of an address; 404 where it begins with a language that the site is not in."""
    reader = reader_of(request)
    if reader.language != request.LANGUAGE_CODE:
        raise Http404
    return reader
