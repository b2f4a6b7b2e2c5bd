"""One path names one page, in whatever language: what that asks of a page's slug."""

from django.db.models import Q
from wagtail.models import Page

from stories.subjects import FOLDERS

# For what is no page of the tree: below home pages, and below a list of them.
RESERVED = {"search", "offline", "timeline", *FOLDERS.values()}
RESERVED_IN = {"stories": {"feed"}}


def is_taken(slug, parent, page):
    """Whether another page than `page` and its translations has that slug there, in any language."""
    if parent.depth == 2 and slug in RESERVED:
        return True
    if parent.depth == 3 and slug in RESERVED_IN.get(parent.slug, ()):
        return True
    below = Q(pk=None)
    for path in Page.objects.filter(translation_key=parent.translation_key).values_list(
        "path", flat=True
    ):
        below |= Q(path__startswith=path)
    others = Page.objects.filter(below, slug=slug, depth=parent.depth + 1)
    return others.exclude(translation_key=page.translation_key).exists()
