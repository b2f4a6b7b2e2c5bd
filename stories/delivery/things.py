"""The log's entries about what pages show beside their own words: pictures, recordings, the vocabulary."""

from .log import GONE, Change, Entry, Kind, append

_follow = []


def follows(function):
    """Registers who is told in the same transaction: ``function(tags)``, of what readers may have seen."""
    _follow.append(function)
    return function


def announce(kind, identity, tags, is_public, locale="", is_used=False, is_gone=False):
    """Appends that a thing was changed, or came or went. One that was never public is not spoken of.

    `kind` is the thing's type as the API has it, `identity` its id there. One that `is_used` by something
    public may have been seen though it was never spoken of: that it is to be seen no more is said.
    """
    known = Change.objects.filter(type=kind, identity=identity, locale=locale)
    last = known.order_by("-seq").values_list("kind", flat=True).first()
    was_public = last is not None and last not in GONE
    if is_public and not is_gone:
        what = Kind.UPDATED if was_public else Kind.PUBLISHED
    elif was_public or (last is None and (is_used or is_public)):
        what = Kind.DELETED if is_gone else Kind.UNPUBLISHED
    else:
        return
    append([Entry(what, kind, identity, locale, tags=frozenset(tags))])
    for follow in _follow:
        follow(frozenset(tags))
