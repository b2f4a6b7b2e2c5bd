"""The whole index made anew while the site runs: page by page, so that nothing is ever missing."""

from django.db import transaction

from search.models import Entry
from stories.delivery.log import Entry as Said
from stories.delivery.log import Kind, append, hold
from stories.models import ContentPage

from .due import DUE, TURN
from .writing import forget, index


def rebuild(anew=False):
    """Brings every entry up to date; yields how many pages have been looked at, batch by batch.

    Each batch is a transaction of its own, in turn with whoever publishes. Entries that say already
    what they are to say are left as they are, but `anew`.
    """
    done, last = 0, 0
    while pages := _next(ContentPage.objects.order_by("pk"), last):
        with transaction.atomic():
            hold()
            if anew:
                Entry.objects.filter(page_id__in=pages).update(digest=DUE)
            index(pages)
        done, last = done + len(pages), pages[-1]
        yield done
    _forget_what_is_gone()
    # What was kept, and what processes remember, was made of what the index said before.
    append([Said(Kind.UPDATED, "site")])


def _next(rows, last, name="pk"):
    return list(rows.filter(**{f"{name}__gt": last}).values_list(name, flat=True)[:TURN])


def _forget_what_is_gone():
    last = 0
    entries = Entry.objects.order_by("page_id")
    while pages := _next(entries, last, "page_id"):
        with transaction.atomic():
            hold()
            left = set(ContentPage.objects.filter(pk__in=pages).values_list("pk", flat=True))
            forget(pk for pk in pages if pk not in left)
        last = pages[-1]
