"""One path names one page, in whatever language: what that asks of a page's slug."""

from django.db.models import Q
from wagtail.models import Page

from stories.subjects import FOLDERS

RESERVED = {
    "search",
    "offline",
    *FOLDERS.values(),
}  # below home pages, for what is no page of the tree


def is_taken(slug, parent, page):
    """Whether another page than `page` and its translations has that slug there, in any language."""
    if parent.depth == 2 and slug in RESERVED:
        return True
    below = Q(pk=None)
    for path in Page.objects.filter(translation_key=parent.translation_key).values_list(
        "path", flat=True
    ):
        below |= Q(path__startswith=path)
    others = Page.objects.filter(below, slug=slug, depth=parent.depth + 1)
    return others.exclude(translation_key=page.translation_key).exists()
