"""The entries that a search shows, read with the finished texts of their pages: one statement."""

from functools import cache
from typing import NamedTuple
from uuid import UUID

from django.conf import settings
from django.db.models import BigIntegerField, DateTimeField
from django.utils import timezone

from stories.delivery.door import TEXT, public_rows, with_text
from stories.delivery.finished import text_of
from stories.delivery.statements import Bound, Several, Statement

# What is read of an entry, of its page, and of that page's text.
COLUMNS = ("pk", "concordance", "digest")


class Found(NamedTuple):
    """What is read of an entry; `text` is the finished one of its page, or None where there is none."""

    id: int
    concordance: bytes
    digest: str
    key: UUID
    locale: str
    text: object


def entries(numbers, part):
    """``{number: Found}`` of those whose pages are public, with the texts of a `part`, if it is one."""
    rows = _statement().rows(
        now=timezone.now(), part=part, release=settings.RELEASE, numbers=numbers
    )
    ends = len(Found._fields) - 1
    return {row[0]: Found(*row[:ends], text_of(*row[ends:])) for row in rows}


@cache
def _statement():
    rows = with_text(public_rows(Bound("now", DateTimeField())))
    rows = rows.filter(entry__pk__among=Several("numbers", BigIntegerField()))
    entry = (f"entry__{column}" for column in COLUMNS)
    return Statement(rows.values_list(*entry, "key", "locale", *TEXT), is_binary=True)
