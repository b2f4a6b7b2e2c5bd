"""What crawlers may read."""

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

LINES = [
    "User-agent: *",
    "Disallow: /admin/",
    "Disallow: /documents/",
    "Disallow: /api/",
]


@require_safe
@cache_control(public=True, max_age=3600)
def robots(request):
    lines = [*LINES, "", f"Sitemap: {settings.BASE_URL}{reverse('sitemap')}"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
