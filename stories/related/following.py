"""Which pages are near a page follows the publication log, in the transaction of what is written there."""

from django.db import transaction
from django.db.models import Case, Sum, Value, When

from stories.delivery import register, tags
from stories.delivery.bonds import Bond, Near, keep_bonds, keep_near
from stories.delivery.log import Entry, Kind, append, hold
from stories.delivery.register import PublicPage
from stories.presentation.rows import rows

from .contributors import keep_contributors
from .weights import KEPT, LED, SAME_LANGUAGE, WEIGHTS, nearest, order


def pages_changed(keys):
    """Finds anew what the pages have to do with and lead to; the tags of others that lead elsewhere now."""
    return set(map(tags.near, renewed(keep_bonds_of(keys))))


@transaction.atomic
def keep_bonds_of(keys):
    """Keeps what the pages have to do with; the identities of those that have other bonds than before."""
    bonds = bonds_now(keys)
    keep_contributors(bonds)
    return keep_bonds(bonds)


def bonds_now(keys):
    """What pages have to do with, as `keep_bonds` takes it."""
    found = {key: ("", "", set()) for key in keys}
    for row in rows(PublicPage.objects.filter(key__in=keys).order_by("path")):
        found[row.key] = (row.type, row.source_language, found[row.key][2] | row.bonds)
    return found


def renewed(changed):
    """Renews the lists of pages whose bonds have changed, and of those that are, or were, near them.

    The identities of the pages that have another list now are returned.
    """
    if not changed:
        return set()
    near_them = Near.objects.filter(other__in=changed).values_list("key", flat=True)
    shared = {key: scores(key) for key in {*changed, *near_them}}
    lists = {key: nearest(key, found) for key, found in shared.items()}
    entered = {}
    for key in changed:
        for other, score in _entered(key, shared[key], lists):
            entered.setdefault(other, {})[key] = score
    stored = {other: {} for other in entered}
    for key, other, score in Near.objects.filter(key__in=stored).values_list(
        "key", "other", "score"
    ):
        stored[key][other] = score
    lists |= {key: nearest(key, stored[key] | entered[key]) for key in entered}
    return keep_near(lists)


def scores(key):
    """What other pages have in common with a page, weighed: ``{identity: score}``. Two queries.

    Not what it belongs to, or what belongs to it: that is on the page anyway.
    """
    mine = Bond.objects.filter(key=key)
    known = mine.values_list("type", "language").first()
    if known is None or known[0] not in LED:
        return {}
    weight = Case(*(When(kind=kind, then=Value(each)) for kind, each in WEIGHTS.items()), default=0)
    found = (
        Bond.objects.filter(identity__in=mine.values("identity"), type__in=LED)
        .exclude(key=key)
        .exclude(key__in=mine.values("identity"))
        .exclude(key__in=Bond.objects.filter(identity=key).values("key"))
        .values("key", "language")
        .annotate(score=Sum(weight))
    )
    return {
        row["key"]: row["score"] + SAME_LANGUAGE * (row["language"] == known[1])
        for row in found
        if row["score"]
    }


def _entered(key, found, known):
    """Of the pages that have something in common with a page, those whose list it has come into, and its
    score there; those that are `known` already are left out.
    """
    sharing = Bond.objects.filter(
        identity__in=Bond.objects.filter(key=key).values("identity")
    ).values("key")
    last = {
        row.key: order(row.key, row.other, row.score)
        for row in Near.objects.filter(place=KEPT - 1, key__in=sharing)
    }
    for other, score in found.items():
        if other not in known and (other not in last or order(other, key, score) < last[other]):
            yield other, score


@transaction.atomic
def rebuild(keys):
    """Puts together anew which pages are near those, whatever was kept of them."""
    hold()
    if changed := keep_near({key: nearest(key, scores(key)) for key in keys}):
        append([Entry(Kind.UPDATED, "site", tags=frozenset(map(tags.near, changed)))])


def connect():
    register.touches(pages_changed)
