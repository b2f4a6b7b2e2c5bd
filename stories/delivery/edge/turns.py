"""Whose turn it is to be purged, and what came of it."""

import logging
from datetime import timedelta

from django.db.models import F, Min
from django.utils import timezone

from ..log import Head
from .plan import everything, purge_of
from .position import Edge

logger = logging.getLogger(__name__)

LEASE = timedelta(seconds=20)
# Longer than the site may take for an answer: the VCL's first_byte_timeout.
SETTLING = timedelta(seconds=30)
LONGEST_WAIT = 60  # seconds: what was taken back must not wait


def length_of_log():
    return Head.objects.filter(pk=1).values_list("seq", flat=True).first() or 0


def take(name, cache):
    """``(edge, purge)``, for nobody else to do meanwhile, or None where nothing is to be purged."""
    edge = Edge.objects.get_or_create(name=name)[0]
    now = timezone.now()
    purge = _due(edge, cache, now) if edge.due_at <= now else None
    if purge is None:
        return None
    free = Edge.objects.filter(pk=edge.pk, due_at=edge.due_at)
    edge.due_at = now + LEASE
    return (edge, purge) if free.update(due_at=edge.due_at) else None


def _due(edge, cache, now):
    head = length_of_log()
    if edge.position is None or head < edge.position:
        # What is in it nobody knows; or the database was put back from a backup.
        return everything(head)
    is_again = edge.again_at is not None and edge.again_at <= now
    if not is_again and head == edge.position:
        return None
    purge = purge_of(edge.settled if is_again else edge.position, head, is_again)
    is_early = edge.purged_at and now < edge.purged_at + timedelta(seconds=cache.pace)
    return None if is_early and not purge.is_urgent else purge


def note_purged(edge, purge, cache):
    now = timezone.now()
    values = {"position": purge.up_to, "due_at": now, "purged_at": now}
    if cache.settles:
        values |= _settling(edge, purge, now)
    mine = Edge.objects.filter(pk=edge.pk, due_at=edge.due_at)
    mine.update(failures=0, failing_since=None, **values)
    if edge.failures:
        logger.warning("%s is purged again", edge.name)


def _settling(edge, purge, now):
    """What is to be purged once more, and when."""
    if edge.position is None or purge.up_to < edge.position:
        return {"settled": purge.up_to, "again_to": purge.up_to, "again_at": None}
    if edge.again_at is not None and not purge.is_again:
        return {}
    settled = edge.again_to if purge.is_again else edge.settled
    again_at = now + SETTLING if purge.up_to > settled else None
    return {"settled": settled, "again_to": purge.up_to, "again_at": again_at}


def note_failure(edge, error):
    """Tries again soon, and then less often."""
    wait = min(LONGEST_WAIT, 2 ** min(edge.failures, 10))
    now = timezone.now()
    mine = Edge.objects.filter(pk=edge.pk, due_at=edge.due_at)
    mine.update(failures=F("failures") + 1, due_at=now + timedelta(seconds=wait))
    Edge.objects.filter(pk=edge.pk, failing_since=None).update(failing_since=now)
    # Addresses of requests can hold secrets; what kind of error it was says enough.
    logger.warning("%s was not purged, next try in %s s: %s", edge.name, wait, error)


def purged_up_to(names):
    """How far the log has been purged wherever that is possible now, or None where there is nothing to
    wait for.
    """
    working = Edge.objects.filter(name__in=names, failures=0, position__isnull=False)
    return working.aggregate(least=Min("position"))["least"]
