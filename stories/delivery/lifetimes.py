"""For how long others may keep an answer."""

from django.utils import timezone

SHARED = 60
STALE = 300
# For a cache that is purged. Not for ever, so that a purge which never came is made up for.
PURGED = 3_600


def cache_control(until=None):
    """The Cache-Control of what is public, `until` a moment or, if None, for ever.

    A browser asks again each time; a shared cache may answer for a minute by itself, and for five
    more while it asks, but never beyond that moment.
    """
    shared, stale = _within(until, SHARED, STALE)
    return f"public, max-age=0, s-maxage={shared}, stale-while-revalidate={stale}"


def edge_control(until=None):
    """The same for a cache that the site purges, in the header that it alone heeds."""
    fresh, stale = _within(until, PURGED, STALE)
    return f"max-age={fresh}, stale-while-revalidate={stale}"


def _within(until, fresh, stale):
    """Both lifetimes, in seconds, cut off at a moment."""
    left = fresh + stale
    if until is not None:
        left = max(0, min(left, int((until - timezone.now()).total_seconds())))
    fresh = min(fresh, left)
    return fresh, min(stale, left - fresh)
