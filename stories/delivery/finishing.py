"""Makes what is served of public pages, and makes it again when it was taken away."""

from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings
from django.db import transaction
from django.db.models import Subquery

from . import register
from .finished import Finished, Unfinished, make_again, take_away, take_from
from .log import Head, hears, hold
from .memory import memory

AT_ONCE = 20  # so many pages are made right after the change; more, by whoever follows the log
BATCH = 5  # while which are made nobody publishes

_make = []
_put_off = ContextVar("put_off", default=None)  # the pages that are not made at once, if none are


def makes(function):
    """Registers who makes texts: ``function(pages)`` gives `Finished` of public pages by primary key."""
    _make.append(function)
    return function


@hears
def touched(tags):
    """Takes away what is true no longer; what is little is made again when the transaction has ended."""
    finish_later(take_away(tags))


@register.follows
def recorded(pages, touched):
    put_off = _put_off.get()
    if put_off is None:
        finish_later(pages)
    else:  # also of many that were written down in one go
        put_off.update(pages)


def finish_later(pages):
    if not 0 < len(pages) <= AT_ONCE:
        return
    put_off = _put_off.get()
    if put_off is None:
        transaction.on_commit(lambda: finish_due(pages), robust=True)
    else:
        put_off.update(pages)


@contextmanager
def left_to_others():
    """What is changed meanwhile is made by whoever follows the log, however little it is."""
    token = _put_off.set(set())
    try:
        yield
    finally:
        _put_off.reset(token)


@contextmanager
def made_at_the_end():
    """What is changed meanwhile, page after page, is made when all is done, so each page only once."""
    outer = _put_off.get()
    with left_to_others():
        yield
        pages = _put_off.get()
    if outer is None:
        finish_due(sorted(pages))
    else:
        outer.update(pages)


def finish_due(pages):
    """Makes all parts of those of the pages that are to be made."""
    for start in range(0, len(pages), BATCH):
        due = Unfinished.objects.filter(page_id__in=pages[start : start + BATCH])
        if due.exists():
            _finish(due.values_list("page_id", flat=True))


def finish(pages):
    """Makes all parts of those public pages anew."""
    for start in range(0, len(pages), BATCH):
        _finish(pages[start : start + BATCH])


def finish_some():
    """Makes some of what is to be made; how many pages that were."""
    found = Unfinished.objects.order_by("page_id")
    if not found.exists():
        site = Head.objects.filter(pk=1).values("site")
        found = Finished.objects.filter(seq__lt=Subquery(site)).order_by("seq")
        if not found.exists():
            return 0
    return _finish(found.values_list("page_id", flat=True)[:BATCH])


@transaction.atomic
def _finish(pages):
    """The log is held meanwhile, so that what is said cannot change, and nobody makes the same."""
    seq = hold().seq
    pages = set(pages)
    with memory.reading():
        made = [each for make in _make for each in make(pages)]
    for each in made:
        each.seq, each.release = seq, settings.RELEASE
    take_from(pages)
    Finished.objects.bulk_create(made)
    Unfinished.objects.filter(page_id__in=pages).delete()
    return len(pages)


def doubt_other_releases():
    """Has made again whatever another release has made."""
    others = Finished.objects.exclude(release=settings.RELEASE).order_by("page_id")
    make_again(list(others.values_list("page_id", flat=True).distinct()))
