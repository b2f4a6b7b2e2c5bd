"""The site's pages, as the sitemap lists them."""

from itertools import groupby
from operator import itemgetter

from stories.delivery import tags
from stories.delivery.door import public_rows

from .sitemap import Listed, in_sitemap

AT_ONCE = 2_000
TYPES = (
    "home", "page", "accessibility_statement", "programme_index", "programme", "project_index",
    "project", "story_index", "story",
)  # fmt: skip


@in_sitemap(*map(tags.listed, TYPES))
def pages(languages, start, stop):
    """Each page in the languages that it has been published in, and that are offered."""
    offered = public_rows().exclude(locale__in=languages.empty)
    if (start, stop) != (0, None):
        keys = offered.order_by("key").values("key").distinct()[start:stop]
        offered = offered.filter(key__in=keys)
    columns = offered.order_by("key", "locale").values_list(
        "key", "locale", "below", "card__updated_at"
    )
    for _key, versions in groupby(columns.iterator(AT_ONCE), key=itemgetter(0)):
        versions = list(versions)
        yield Listed(
            {tag: f"/{tag}/{below}" for _key, tag, below, _at in versions},
            max((at for *_others, at in versions if at), default=None),
        )
