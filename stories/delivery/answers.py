"""What a view says of a public answer, for the caches between it and its reader."""

from dataclasses import dataclass, field
from datetime import datetime

from . import tags

# As many names as fit into the 8 kB that proxies take a header to be.
MOST_TAGS = 400


@dataclass
class Delivered:
    """`tags` are what it shows, `until` when something in it stops being public, `changed_at` when it
    changed last as far as it says itself. One that is not `is_kept` is made anew for everybody.

    `shown` is asked when the answer has been made, for pages whose templates fetch more.
    """

    tags: frozenset = frozenset()
    until: datetime | None = None
    changed_at: datetime | None = None
    is_kept: bool = True
    shown: object = field(default=None, repr=False)

    def all_tags(self):
        found = self.tags | (self.shown.tags() if self.shown else {tags.SITE})
        return frozenset(found) if len(found) <= MOST_TAGS else frozenset({tags.EVERYTHING})

    def ends(self):
        moments = [self.until, self.shown.nearest_expiry() if self.shown else None]
        return min((moment for moment in moments if moment), default=None)


def deliver(response, shown=None, tags=(), **said):
    """The response, marked as public; `shown` has ``tags()`` and ``nearest_expiry()``."""
    response.delivered = Delivered(frozenset(tags), shown=shown, **said)
    return response
