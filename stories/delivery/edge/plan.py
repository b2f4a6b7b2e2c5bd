"""What is to be purged: the log from a position on, and in which order."""

from dataclasses import dataclass

from .. import tags
from ..log import GONE, Change, Kind

# With more that is new, forgetting everything is less work for all.
MOST = 1_000
# In every answer is one of them.
EVERYTHING = (tags.SITE, tags.EVERYTHING)


@dataclass(frozen=True)
class Purge:
    """`tags` in the order in which they matter; a cache that knows no tags forgets everything.

    Then the log has been purged up to `up_to`; `is_again` says that it was done once more for what had
    been purged before.
    """

    tags: tuple
    up_to: int
    is_urgent: bool
    is_again: bool = False


def everything(up_to, is_again=False):
    return Purge(EVERYTHING, up_to, is_urgent=True, is_again=is_again)


def purge_of(position, up_to, is_again=False):
    """What the changes after a position have touched."""
    new = Change.objects.filter(seq__gt=position, seq__lte=up_to).order_by("seq")
    changes = list(new.values_list("kind", "tags")[: MOST + 1])
    if len(changes) > MOST:
        return everything(up_to, is_again)
    changes.sort(key=lambda change: _rank(change[0]))
    found = [tag for _kind, touched in changes for tag in touched.split()]
    # An answer that names nothing is touched by whatever happens.
    ordered = dict.fromkeys([tags.EVERYTHING, *found])
    is_urgent = any(kind in GONE for kind, _tags in changes)
    return Purge(tuple(ordered), up_to, is_urgent, is_again)


def _rank(kind):
    """What somebody took back goes first, then what else is gone, then what is only older."""
    if kind == Kind.WITHDRAWN:
        return 0
    return 1 if kind in GONE else 2
