"""The parts of a public page that are finished when it is published: what is served of it, word for word.

Whoever serves a part says how it is made: ``maker(row, reader)`` gives its bytes, and the shape that they
were made of. A part of which no one change can be said to touch it, a list of the newest, is not kept.
"""

import logging

from django.conf import settings
from django.utils.module_loading import import_string

from stories.delivery import tags
from stories.delivery.door import public_rows
from stories.delivery.finished import Finished, packed
from stories.delivery.finishing import makes
from stories.delivery.reading import reading_once
from stories.delivery.validators import latest_change
from stories.translation.locales import Languages

from .details import CARD, ITEM
from .reader import Reader
from .rows import rows

logger = logging.getLogger(__name__)

DETAIL, MARKUP, ENTRY = "detail", "markup", "entry"

_makers = {}


def finishes(part, maker, base=None, kind=""):
    """Registers the dotted name of a part's maker, whose addresses begin with `base`: with the site's own
    address, if it is not given. Of pages of one `kind`, if it is.
    """
    _makers[part] = (maker, base, kind)


@makes
def finished(pages):
    """All parts of those public pages, by primary key."""
    languages = Languages.load()
    found = rows(public_rows().filter(pk__in=pages), "document")
    with reading_once():
        return [part for row in found for part in _parts(row, languages)]


def _parts(row, languages):
    for part, (maker, base, kind) in _makers.items():
        if kind not in ("", row.type):
            continue
        base = settings.BASE_URL if base is None else base
        reader = Reader(row.language, languages, base=base)
        try:
            body, shape = import_string(maker)(row, reader)
        except Exception:
            # Its readers are told so too; others are to have their pages.
            logger.exception("%s of %s cannot be made", part, row.address(row.language))
            continue
        shown = reader.tags() - {tags.SITE}
        if not any(map(tags.is_broad, shown)):
            yield Finished(
                page_id=row.pk,
                part=part,
                until=reader.nearest_expiry(),
                changed_at=latest_change(shape),
                tags=" ".join(sorted(shown)),
                body=packed(body),
            )


finishes(CARD, "stories.presentation.details.card", base="")
finishes(ITEM, "stories.api.delivery.finished.item")
finishes(DETAIL, "stories.api.delivery.finished.whole")
finishes(ENTRY, "stories.discovery.finished.finished_entry", kind="story")
