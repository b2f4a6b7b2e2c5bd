"""For how long others may keep an answer."""

from django.utils import timezone

SHARED = 60
STALE = 300


def cache_control(until=None):
    """The Cache-Control of what is public, `until` a moment or, if None, for ever.

    A browser asks again each time; a shared cache may answer for a minute by itself, and for five
    more while it asks, but never beyond that moment.
    """
    left = SHARED + STALE
    if until is not None:
        left = max(0, min(left, int((until - timezone.now()).total_seconds())))
    shared = min(SHARED, left)
    stale = min(STALE, left - shared)
    return f"public, max-age=0, s-maxage={shared}, stale-while-revalidate={stale}"
