"""Sending again what has been sent, and at once what is waiting."""

from django.db import transaction
from django.utils import timezone

from ..log import Change
from .delivery import Delivery
from .endpoint import Endpoint


def send_again(delivery):
    """Has one change sent again, whether or not it has arrived."""
    Delivery.objects.filter(pk=delivery.pk).update(
        delivered_at=None, failures=0, due_at=timezone.now()
    )


@transaction.atomic
def send_again_since(key, moment):
    """Has everything sent again that has happened since then; returns how many changes are read anew.

    The log is gone back to, so this also sends what the endpoint did not ask for at the time.
    """
    endpoint = Endpoint.objects.select_for_update().get(pk=key)
    since = Change.objects.filter(at__gte=moment, seq__lte=endpoint.position)
    first = since.order_by("seq").values_list("seq", flat=True).first()
    if first is None:
        return 0
    again = endpoint.position - first + 1
    endpoint.position = first - 1
    endpoint.save(update_fields=["position"])
    return again


def retry_now(key):
    """What is waiting is sent at once, to an endpoint that has been put right."""
    Delivery.objects.filter(endpoint=key, delivered_at=None).update(
        due_at=timezone.now(), failures=0
    )
    Endpoint.objects.filter(pk=key).update(failing_since=None, disabled_because="")
