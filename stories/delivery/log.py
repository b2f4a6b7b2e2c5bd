"""The publication log: everything that changes what readers see, in the order in which it came true."""

from dataclasses import dataclass

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .tags import SITE

_hear = []


def hears(function):
    """Registers who is told in the same transaction: ``function(tags)``, of all that was touched."""
    _hear.append(function)
    return function


class Kind(models.TextChoices):
    PUBLISHED = "published", _("Published")
    UPDATED = "updated", _("Updated")
    MOVED = "moved", _("Moved")
    UNPUBLISHED = "unpublished", _("Unpublished")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    DELETED = "deleted", _("Deleted")


# Of these nothing is left to be read.
GONE = frozenset({Kind.UNPUBLISHED, Kind.WITHDRAWN, Kind.DELETED})


class Head(models.Model):
    """How far the log goes: one row, which whoever appends holds until their transaction ends.

    So changes are numbered in the order in which they become visible, and a number that was given to
    a transaction which failed is given again. `site` is the number of the last that touched every page.
    """

    seq = models.BigIntegerField(default=0)
    site = models.BigIntegerField(default=0)


class Change(models.Model):
    """One change. `tags` are those of the answers that it makes stale, with spaces between them."""

    seq = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    kind = models.CharField(max_length=16, choices=Kind.choices)
    type = models.CharField(max_length=32)
    identity = models.CharField(max_length=36, blank=True)
    locale = models.CharField(max_length=20, blank=True)
    url = models.CharField(max_length=2000, blank=True)
    tags = models.TextField(blank=True)

    class Meta:
        ordering = ["seq"]

    def __str__(self):
        return f"{self.seq} {self.kind} {self.type} {self.url or self.identity}"


@dataclass(frozen=True)
class Entry:
    """A change that is to be written down. `url` is a path of this site, or empty."""

    kind: str
    type: str
    identity: str = ""
    locale: str = ""
    url: str = ""
    tags: frozenset = frozenset()


def hold():
    """Waits for whoever is appending, and lets nobody else append until this transaction ends."""
    head = Head.objects.select_for_update().filter(pk=1).first()
    if head is None:
        Head.objects.get_or_create(pk=1)
        head = Head.objects.select_for_update().get(pk=1)
    return head


@transaction.atomic
def append(entries):
    """Writes changes down, in that order, in the transaction of what made them."""
    if not entries:
        return
    head = hold()
    now = timezone.now()
    Change.objects.bulk_create(
        (
            Change(
                seq=number,
                at=now,
                kind=entry.kind,
                type=entry.type,
                identity=entry.identity,
                locale=entry.locale,
                url=entry.url,
                tags=" ".join(sorted(entry.tags)),
            )
            for number, entry in enumerate(entries, head.seq + 1)
        ),
        batch_size=500,
    )
    head.seq += len(entries)
    touched = frozenset().union(*(entry.tags for entry in entries))
    if SITE in touched:
        head.site = head.seq
    head.save(update_fields=["seq", "site"])
    for hear in _hear:
        hear(touched)
