"""What an answer that is public because something shows it is to be found again by."""

from functools import cache

from django.db.models import CharField, DateTimeField
from django.utils import timezone
from wagtail.models import Page

from . import tags
from .answers import MOST_TAGS
from .door import public_pages
from .statements import Bound, Statement
from .uses import Use, uses_of


def tags_of_shown(tag):
    """The tags of what has `tag` itself: whatever takes it back touches one of them, be it itself, a
    collection object or a page that shows it.
    """
    owners = {owner for (owner,) in _owners().rows(tag=tag)}
    keys = {key for (key,) in _pages().rows(tag=tag, now=timezone.now())}
    found = {tags.SITE, tag, *owners, *map(tags.page, keys)}
    return found if len(found) <= MOST_TAGS else {tags.EVERYTHING}


@cache
def _owners():
    """The collection objects that show it."""
    uses = Use.objects.filter(tag=Bound("tag", CharField()))
    return Statement(uses.exclude(owner="").values_list("owner").distinct())


@cache
def _pages():
    """The public pages that show it, or one of those objects."""
    pages = Page.objects.filter(pk__in=uses_of(Bound("tag", CharField())).values("page_id"))
    shown = public_pages(pages, Bound("now", DateTimeField()))
    return Statement(shown.order_by().values_list("translation_key").distinct())
