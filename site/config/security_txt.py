"""Whom to tell of a weakness in the site, as RFC 9116 wants it said."""

from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

ADDRESS = "/.well-known/security.txt"
# The RFC wants less than a year; what an installation's settings say is said anew each day.
LASTS = timedelta(days=180)
SCHEMES = ("mailto", "https", "tel")


def is_contact(text):
    """Whether it is an address that the RFC takes as a contact: ``mailto:``, ``https://`` or ``tel:``."""
    parts = urlsplit(text)
    reached = parts.netloc if parts.scheme == "https" else parts.path
    return parts.scheme in SCHEMES and bool(reached) and text.isprintable() and " " not in text


@require_safe
@cache_control(public=True, max_age=3600)
def security_txt(request):
    """The contacts of SECURITY_CONTACT; 404 where nobody has been named, for none is made up."""
    if not settings.SECURITY_CONTACT:
        raise Http404
    midnight = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    lines = [
        *(f"Contact: {contact}" for contact in settings.SECURITY_CONTACT),
        f"Expires: {midnight + LASTS:%Y-%m-%dT%H:%M:%SZ}",
        f"Preferred-Languages: {', '.join(settings.SECURITY_LANGUAGES)}",
        f"Canonical: {settings.BASE_URL}{ADDRESS}",
    ]
    if settings.SECURITY_POLICY:
        lines.append(f"Policy: {settings.SECURITY_POLICY}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
