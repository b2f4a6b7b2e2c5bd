"""How a page is withdrawn, and how that is lifted."""

from django.db import transaction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.log_actions import log
from wagtail.models import Page

from .. import tags
from ..log import GONE, Change, Entry, Kind, append, hold
from ..register import record
from .record import Withdrawal, note_addresses

WITHDRAW, LIFT = "meeting_place.withdraw", "meeting_place.lift_withdrawal"


class NeverPublic(Exception):
    """Raised for a page that nobody could ever read: there is nothing to take back."""


@transaction.atomic
def withdraw(key, user=None, reason=""):
    """Takes a page back, by the identity that all its languages share; the `Withdrawal`.

    The log says `withdrawn` of every language in which it was ever public: who kept it from a time before
    it was unpublished hears of it too. A page that is withdrawn already stays as it is.
    """
    hold()
    if there := Withdrawal.objects.filter(key=key).first():
        return there
    said = list(Change.objects.filter(identity=str(key)).order_by("seq"))
    if not said:
        raise NeverPublic
    withdrawal = Withdrawal.objects.create(key=key, type=said[-1].type, by=user, reason=reason)
    note_addresses(withdrawal, said)
    versions = list(Page.objects.filter(translation_key=key).specific())
    record([page.pk for page in versions])
    append(_taken_down_before(said))
    for page in versions:
        page.revisions.update(approved_go_live_at=None)
        if page.workflow_in_progress:
            page.current_workflow_state.cancel(user=user)
        UnpublishPageAction(page, user=user, log_action=False).execute(skip_permission_checks=True)
        log(page, WITHDRAW, user=user, data={"reason": reason})
    return withdrawal


def _taken_down_before(said):
    last = {change.locale: change for change in said}
    return [
        Entry(
            Kind.WITHDRAWN,
            each.type,
            each.identity,
            each.locale,
            each.url,
            frozenset({tags.page(each.identity), tags.link(each.identity)}),
        )
        for each in last.values()
        if each.kind in GONE
    ]


@transaction.atomic
def lift(withdrawal, user=None):
    """Lets a page be published again. By itself it stays unpublished."""
    hold()
    withdrawal.delete()
    versions = list(Page.objects.filter(translation_key=withdrawal.key))
    record([page.pk for page in versions])
    for page in versions:
        log(page, LIFT, user=user, data={"reason": withdrawal.reason})
