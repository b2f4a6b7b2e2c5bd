"""Hears of whatever may change what is public, and has it written down in the same transaction."""

from contextlib import contextmanager
from contextvars import ContextVar

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Locale,
    Page,
    PageViewRestriction,
    Site,
)
from wagtail.signals import post_page_move

from . import tags
from .log import Entry, Kind, append
from .register import PublicPage, record, record_below

# What saving a draft, locking a page or asking for a review writes into its row.
BOOKKEEPING = frozenset(
    {
        "draft_title", "has_unpublished_changes", "latest_revision", "latest_revision_created_at",
        "locked", "locked_at", "locked_by", "wagtail_admin_comments",
    }
)  # fmt: skip

# The pages that are written down at the end, if any are.
_together = ContextVar("together", default=None)


def is_bookkeeping(update_fields):
    """Whether a row is saved without anything that readers see."""
    return update_fields is not None and BOOKKEEPING.issuperset(update_fields)


def page_saved(sender, instance, raw=False, update_fields=None, **kwargs):
    """A page that `is_heard_of_later` is not yet saved with all that belongs to it."""
    if not isinstance(instance, Page) or raw or is_bookkeeping(update_fields):
        return
    if not getattr(instance, "is_heard_of_later", False):
        hear(instance)


def hear(page):
    """Has it written down that a page was saved."""
    together = _together.get()
    if together is not None:
        together.append(page.pk)
    elif page.live or PublicPage.objects.filter(pk=page.pk).exists():
        record([page.pk], {page.pk})


@contextmanager
def heard_together():
    """Pages that are saved meanwhile are written down at the end, in one go, in the same transaction."""
    if _together.get() is not None:
        yield
        return
    with transaction.atomic():
        token = _together.set([])
        try:
            yield
            pages = list(dict.fromkeys(_together.get()))
        finally:
            _together.reset(token)
        record(pages, set(pages))


def page_moved(sender, instance, **kwargs):
    record_below(instance.path)


def page_deleted(sender, instance, **kwargs):
    record([instance.pk])


def restricted(sender, instance, raw=False, **kwargs):
    if not raw:
        record_below(instance.page.path)


def site_changed(sender, instance, raw=False, **kwargs):
    """Something changed that every answer is made with, or that decides which files may be seen."""
    if not raw:
        append([Entry(Kind.UPDATED, "site", tags=frozenset({tags.SITE}))])


SITE_WIDE = [Locale, Site, Collection, CollectionViewRestriction]


def connect(*site_wide):
    """Listens; `site_wide` are further models that every answer is made with."""
    post_save.connect(page_saved, dispatch_uid="page_saved")
    post_page_move.connect(page_moved, dispatch_uid="page_moved")
    post_delete.connect(page_deleted, sender=Page, dispatch_uid="page_deleted")
    for signal in (post_save, post_delete):
        signal.connect(restricted, sender=PageViewRestriction, dispatch_uid="restricted")
        for model in [*SITE_WIDE, *site_wide]:
            signal.connect(site_changed, sender=model, dispatch_uid=f"site_changed {model}")
