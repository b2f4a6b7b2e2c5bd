"""The publication log, for clients that keep a copy."""

import base64
import binascii
from typing import Annotated

from django.conf import settings
from django.utils import timezone
from ninja import Query, Router
from pydantic import BaseModel, Field

from stories.delivery import tags
from stories.delivery.log import Change, Head
from stories.delivery.problems import BadParameters
from stories.delivery.register import record_expired
from stories.delivery.telling import addresses, change_shape
from stories.translation.locales import Languages

from .answers import answer
from .parameters import Given, check_language, check_names
from .schemas.changes import Changes, ChangeType

router = Router(tags=["changes"])
LATEST = "latest"


class ChangesParameters(BaseModel):
    since: Annotated[
        Given,
        Field(
            description="The `cursor` of an earlier answer. Left out: from the beginning; `latest`: "
            "nothing of what has been, only the `cursor` to go on from."
        ),
    ] = None
    limit: Annotated[int, Field(ge=1, le=100, description="How many.")] = 100
    type: Annotated[ChangeType, Field(description="Only of this type.")] = None
    locale: Annotated[Given, Field(description="Only in this language.")] = None


@router.get("/", response=Changes, operation_id="list_changes", summary="Follow what changes")
def list_changes(request, parameters: Query[ChangesParameters]):
    """What was published, updated, moved, unpublished, withdrawn or deleted, oldest first.

    Keep `cursor`, and ask again with it as `since`: nothing is ever missed or told twice.
    """
    check_names(request, parameters)
    if parameters.locale is not None:
        check_language("locale", parameters.locale, Languages.load())
    record_expired()
    # Before the changes are read: what is appended meanwhile is for the next request.
    head = Head.objects.filter(pk=1).values_list("seq", flat=True).first() or 0
    since = position(parameters.since, head)
    found = Change.objects.filter(seq__gt=since, seq__lte=head)
    if parameters.type is not None:
        found = found.filter(type=parameters.type)
    if parameters.locale is not None:
        found = found.filter(locale=parameters.locale)
    rows = list(found.order_by("seq")[: parameters.limit + 1])
    has_more = len(rows) > parameters.limit
    rows = rows[: parameters.limit]
    urls = addresses(row.identity for row in rows)
    shape = {
        "items": [change_shape(row, urls.get((row.identity, row.locale))) for row in rows],
        "cursor": cursor(rows[-1].seq if has_more else head),
        "has_more": has_more,
    }
    # A follower wants to hear of a change at once: every cache on the way is to ask.
    return answer(
        Changes, shape, settings.LANGUAGE_CODE, tags=[tags.EVERYTHING], until=timezone.now()
    )


def cursor(seq):
    return base64.urlsafe_b64encode(f"1:{seq}".encode()).decode().rstrip("=")


def position(given, head):
    """How far a client has read; refuses what is no cursor of ours."""
    if given is None:
        return 0
    if given == LATEST:
        return head
    try:
        padded = given + "=" * (-len(given) % 4)
        version, _, seq = base64.b64decode(padded, b"-_", True).decode().partition(":")
    except (binascii.Error, ValueError):
        version, seq = "", ""
    if version != "1" or not (seq.isascii() and seq.isdecimal()) or len(seq) > 18:
        raise BadParameters({"since": "This is no cursor. Take the `cursor` of an earlier answer."})
    if int(seq) > head:
        raise BadParameters(
            {"since": "The log does not go that far: fetch everything again, without `since`."}
        )
    return int(seq)
