"""What public pages have to do with, and which of them are near each other for it."""

from django.db import models


class Bond(models.Model):
    """Something that a public page is about, comes from, shows or credits, in whatever language it does.

    `identity` is that thing's own, `key` the page's; `type` and `language` (in which it was first told)
    are the page's too.
    """

    key = models.UUIDField(db_index=True)
    type = models.CharField(max_length=32)
    language = models.CharField(max_length=20)
    kind = models.CharField(max_length=16)
    identity = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["identity", "key"], name="one_bond_of_two"),
        ]
        indexes = [models.Index(fields=["kind", "identity"])]

    def __str__(self):
        return f"{self.key}: {self.kind} {self.identity}"


class Near(models.Model):
    """One of the pages that have most in common with a page; `place` 0 is the nearest."""

    key = models.UUIDField()
    other = models.UUIDField(db_index=True)
    place = models.PositiveSmallIntegerField()
    score = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "place"], name="one_near_page_a_place"),
        ]

    def __str__(self):
        return f"{self.key}: {self.place} {self.other}"


def keep_bonds(now):
    """Keeps the bonds of pages, ``{identity: (type, language, {(kind, identity)…})}``.

    The identities of pages that have others than before are returned.
    """
    before = {key: set() for key in now}
    for bond in Bond.objects.filter(key__in=now):
        before[bond.key].add((bond.type, bond.language, bond.kind, bond.identity))
    wanted = {
        key: {(kind, language, *bond) for bond in bonds}
        for key, (kind, language, bonds) in now.items()
    }
    changed = {key for key in now if before[key] != wanted[key]}
    if changed:
        Bond.objects.filter(key__in=changed).delete()
        Bond.objects.bulk_create(
            Bond(key=key, type=kind, language=language, kind=bond, identity=identity)
            for key in changed
            for kind, language, bond, identity in sorted(wanted[key], key=str)
        )
    return changed


def bonds_of(keys):
    """The bonds that are kept of pages, as ``{(kind, identity)}``."""
    return set(Bond.objects.filter(key__in=keys).values_list("kind", "identity"))


def keep_near(lists):
    """Keeps which pages are near pages, ``{identity: [(identity, score)…]}``, the nearest first.

    The identities of those that had another list are returned.
    """
    before = {key: [] for key in lists}
    rows = Near.objects.filter(key__in=lists).order_by("place")
    for key, other, score in rows.values_list("key", "other", "score"):
        before[key].append((other, score))
    changed = {key for key in lists if before[key] != lists[key]}
    if changed:
        Near.objects.filter(key__in=changed).delete()
        Near.objects.bulk_create(
            Near(key=key, other=other, place=place, score=score)
            for key in changed
            for place, (other, score) in enumerate(lists[key])
        )
    return changed
