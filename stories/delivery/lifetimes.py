"""For how long others may keep an answer."""

from datetime import timedelta

from django.db.models import Min
from django.utils import timezone
from wagtail.models import Page

SHARED = 60
STALE = 300


def cache_control():
    """The Cache-Control of what is public.

    A browser asks again each time; a shared cache may answer for a minute by itself, and for five
    more while it asks, but never beyond the moment at which the next page of the site expires.
    """
    left = seconds_to_next_expiry()
    shared = SHARED if left is None else min(SHARED, left)
    stale = STALE if left is None else min(STALE, left - shared)
    return f"public, max-age=0, s-maxage={shared}, stale-while-revalidate={stale}"


def seconds_to_next_expiry():
    """Whole seconds until a public page expires, or None where none does soon."""
    now = timezone.now()
    soon = Page.objects.filter(
        live=True, expire_at__gt=now, expire_at__lt=now + timedelta(seconds=SHARED + STALE)
    )
    nearest = soon.aggregate(nearest=Min("expire_at"))["nearest"]
    return None if nearest is None else int((nearest - now).total_seconds())
