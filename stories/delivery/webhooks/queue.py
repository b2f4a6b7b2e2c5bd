"""What is to be sent: filled from the log, taken by workers, and put back until it has arrived."""

import random
from datetime import timedelta

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Subquery
from django.utils import timezone

from ..log import Change, Head
from .delivery import Attempt, Delivery
from .disabling import disable
from .endpoint import Endpoint

BATCH = 500
FIRST_WAIT, LONGEST_WAIT = 10, 86_400  # seconds
LEASE = timedelta(minutes=2)  # longer than any sending takes
GIVEN_UP_AFTER = timedelta(days=3)
KEPT = timedelta(days=30)
FRESH = {"delivered_at": None, "failures": 0}


def fill(up_to=None):
    """Reads the log on for each active endpoint, up to a number of it or to its end; returns whether
    there was anything to read.

    What is noted down and how far the log was read are one transaction: nothing is left out, whenever
    that may break off.
    """
    head = Head.objects.filter(pk=1).values("seq")
    behind = Endpoint.objects.filter(is_active=True, position__lt=Subquery(head))
    if up_to is not None:
        behind = behind.filter(position__lt=up_to)
    keys = list(behind.values_list("pk", flat=True))
    for key in keys:
        _fill(key, up_to)
    return bool(keys)


@transaction.atomic
def _fill(key, up_to):
    waiting = Endpoint.objects.select_for_update(skip_locked=True)
    endpoint = waiting.filter(pk=key, is_active=True).first()
    if endpoint is None:  # another worker is at it
        return
    new = Change.objects.filter(seq__gt=endpoint.position)
    if up_to is not None:
        new = new.filter(seq__lte=up_to)
    changes = list(new.order_by("seq")[:BATCH])
    if not changes:
        return
    now = timezone.now()
    Delivery.objects.bulk_create(
        (
            Delivery(
                endpoint=endpoint,
                change=change,
                subject=f"{change.type} {change.identity}",
                due_at=now,
                **FRESH,
            )
            for change in changes
            if endpoint.wants(change)
        ),
        # Sent before, and wanted again.
        update_conflicts=True,
        unique_fields=["endpoint", "change"],
        update_fields=["due_at", *FRESH],
    )
    endpoint.position = changes[-1].seq
    endpoint.save(update_fields=["position"])


def take(full=()):
    """A delivery that is due, for nobody else to send, or None; not of the endpoints in `full`.

    A change waits until the earlier ones of the same page have arrived.
    """
    earlier = Delivery.objects.filter(
        endpoint=OuterRef("endpoint"),
        subject=OuterRef("subject"),
        change_id__lt=OuterRef("change_id"),
        delivered_at=None,
    )
    while True:
        now = timezone.now()
        due = (
            Delivery.objects.filter(delivered_at=None, due_at__lte=now, endpoint__is_active=True)
            .exclude(endpoint__in=full)
            .exclude(Exists(earlier))
            .select_related("endpoint", "change")
            .order_by("due_at", "change_id")
            .first()
        )
        if due is None or _lease(due, now + LEASE):
            return due


def _lease(delivery, until):
    """Whether it was still free: of several workers that have found it, one moves `due_at`."""
    free = Delivery.objects.filter(pk=delivery.pk, delivered_at=None, due_at=delivery.due_at)
    delivery.due_at = until
    return free.update(due_at=until) == 1


@transaction.atomic
def note(delivery, outcome):
    """Writes down what came of a try, and what follows from it."""
    now = timezone.now()
    row = Delivery.objects.filter(pk=delivery.pk)
    if row.select_for_update().first() is None:
        return  # its endpoint has been deleted meanwhile
    Attempt.objects.create(
        delivery=delivery,
        at=now - timedelta(seconds=outcome.seconds),
        seconds=outcome.seconds,
        status=outcome.status,
        failure=outcome.failure,
        answer=outcome.answer,
    )
    endpoint = Endpoint.objects.filter(pk=delivery.endpoint_id)
    if outcome.is_delivered:
        row.filter(delivered_at=None).update(delivered_at=now)
        endpoint.exclude(failing_since=None).update(failing_since=None)
        return
    failures = delivery.failures + 1
    # Whoever asked for it again meanwhile, or took it over, decides when that is.
    row.filter(delivered_at=None, due_at=delivery.due_at).update(
        failures=F("failures") + 1, due_at=now + wait_after(failures)
    )
    endpoint.filter(failing_since=None).update(failing_since=now)
    if outcome.status == 410:
        disable(delivery.endpoint_id, Endpoint.Disabled.GONE)
    elif endpoint.filter(failing_since__lte=now - GIVEN_UP_AFTER).exists():
        disable(delivery.endpoint_id, Endpoint.Disabled.FAILING)


def wait_after(failures):
    """How long until the next try: twice as long each time, up to a day, and not all at once."""
    longest = min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(failures - 1, 20))
    return timedelta(seconds=random.uniform(longest / 2, longest))


def forget_old():
    """Drops what arrived long ago. It can still be sent again: the log keeps it."""
    Delivery.objects.filter(delivered_at__lt=timezone.now() - KEPT).delete()
