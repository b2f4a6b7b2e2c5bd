"""What an endpoint is sent: the contract's Change, signed as Standard Webhooks says."""

import json

from django.utils import timezone
from standardwebhooks import Webhook

from ..telling import addresses, change_shape, timestamp
from .page_types import page_types


def event_type(change):
    """``page.published`` for a page of any type, ``theme.updated`` for what is none."""
    return f"{'page' if change.type in page_types() else change.type}.{change.kind}"


def message(delivery):
    """``(body, headers)``. The page's address is that of now: what was taken back is not told."""
    change = delivery.change
    url = addresses([change.identity]).get((change.identity, change.locale))
    body = json.dumps(
        {
            "type": event_type(change),
            "timestamp": timestamp(change.at),
            "data": change_shape(change, url),
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )
    now = timezone.now()
    signatures = [
        Webhook(secret).sign(delivery.message_id, now, body)
        for secret in delivery.endpoint.secrets()
    ]
    headers = {
        "Content-Type": "application/json; charset=utf-8",
        "User-Agent": "MeetingPlace-Webhooks/1",
        "Connection": "close",
        "webhook-id": delivery.message_id,
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": " ".join(signatures),
    }
    return body.encode(), headers
