"""What an answer that is public because something shows it is to be found again by."""

from django.db.models import Q
from wagtail.models import Page

from . import tags
from .answers import MOST_TAGS
from .door import public_pages
from .uses import Use


def tags_of_shown(tag):
    """The tags of what has `tag` itself: whatever takes it back touches one of them, be it itself, a
    collection object or a page that shows it.
    """
    owners = set(Use.objects.filter(tag=tag).exclude(owner="").values_list("owner", flat=True))
    uses = Use.objects.filter(Q(tag=tag) | Q(tag__in=owners), page_id__isnull=False)
    pages = public_pages(Page.objects.filter(pk__in=uses.values("page_id")))
    keys = set(pages.values_list("translation_key", flat=True))
    found = {tags.SITE, tag, *owners, *map(tags.page, keys)}
    return found if len(found) <= MOST_TAGS else {tags.EVERYTHING}
