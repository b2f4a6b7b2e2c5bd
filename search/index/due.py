"""Pages that are read anew later, because so many show what has changed. Until then nothing of their texts is
shown from the index, where something may stand that is not to be seen any more.
"""

from django.db import transaction

from search.models import Entry
from stories.delivery.later import does_later
from stories.delivery.log import Entry as Said
from stories.delivery.log import Kind, append, hold
from stories.models import ContentPage

from .writing import index

AT_ONCE = 20  # pages, which are read anew in the transaction of the change
TURN = 50  # pages, read anew while the log is held: publishing waits for them, some half a second
DUE = ""  # instead of a digest


def index_soon(pages):
    """Makes the entries of a queryset of pages anew: of few at once, of many by whoever follows the log."""
    few = list(pages.order_by("pk").values_list("pk", flat=True)[: AT_ONCE + 1])
    if len(few) <= AT_ONCE:
        index(few)
    else:
        Entry.objects.filter(page_id__in=pages.order_by().values("pk")).update(digest=DUE)


def due():
    """The entries that are to be made anew."""
    return Entry.objects.filter(digest=DUE)


@does_later
def index_some():
    """Makes some of what is due; how many. After the last, answers that were kept are doubted."""
    if not due().exists():
        return 0
    with transaction.atomic():
        hold()
        pages = list(due().order_by("page_id").values_list("page_id", flat=True)[:TURN])
        there = set(ContentPage.objects.filter(pk__in=pages).values_list("pk", flat=True))
        index(pages)
        due().filter(page_id__in=set(pages) - there).delete()
        if not due().exists():
            append([Said(Kind.UPDATED, "site")])
    return len(pages)
