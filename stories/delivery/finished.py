"""What is served of a page, finished: made when it is published, and given out as it is.

Whatever makes a text untrue takes it away in the same transaction; then answers are put together as they
are asked for, until `finishing` has made the text again.
docs/decisions/0022-what-is-served-is-finished-when-it-is-published.md says why.
"""

import zlib
from dataclasses import dataclass
from datetime import datetime

from django.db import connection, models

from .tags import SITE

LEVEL = 6  # of compression
SMALL = 8_000  # bytes; lists read twenty such texts, and would have to unpack each
PACKED = zlib.compress(b"")[:1]  # how what is packed begins: neither JSON nor markup does


class Finished(models.Model):
    """One part of what is served of a public page, for readers of its own language.

    Which parts there are says `stories.presentation.finished`. `until` is when something in it stops
    being public, `tags` what takes it away. What touches every page (`tags.SITE`) takes nothing away, but
    nothing counts that was made when the log was shorter (`seq`), or by another release.
    """

    page = models.ForeignKey(
        "delivery.PublicPage",
        on_delete=models.DO_NOTHING,
        related_name="finished",
        db_constraint=False,
        db_index=False,
    )
    part = models.CharField(max_length=16)
    release = models.CharField(max_length=12)
    seq = models.BigIntegerField(db_index=True)
    until = models.DateTimeField(null=True)
    changed_at = models.DateTimeField(null=True)
    tags = models.TextField()
    body = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page", "part"], name="one_text_of_a_part")]

    def __str__(self):
        return f"{self.page_id}: {self.part}"


class Unfinished(models.Model):
    """A public page whose parts are to be made."""

    page_id = models.BigIntegerField(primary_key=True)

    def __str__(self):
        return f"{self.page_id}"


@dataclass(slots=True)
class Text:
    """A finished text, and what an answer says of it."""

    body: bytes
    tags: frozenset
    until: datetime | None
    changed_at: datetime | None

    def said(self):
        """What an answer of it says of itself, as `deliver` takes it."""
        return {"tags": self.tags, "until": self.until, "changed_at": self.changed_at}


def text_of(body, tags, until, changed_at):
    """The Text of a row's columns, or None where there is none."""
    if body is None:
        return None
    body = zlib.decompress(body) if body.startswith(PACKED) else body
    return Text(body, frozenset((SITE, *tags.split())), until, changed_at)


def packed(body):
    """The text as it is stored."""
    return zlib.compress(body, LEVEL) if len(body) > SMALL else body


def take_away(touched):
    """Takes away whatever says something that has been touched; the pages that are to be made again."""
    touched = sorted(touched)
    if not touched:
        return []
    if connection.vendor == "postgresql":
        pages = _with_tags_in_postgresql(touched)
    else:
        wanted = set(touched)
        rows = Finished.objects.values_list("page_id", "tags")
        pages = list({page for page, found in rows if not wanted.isdisjoint(found.split())})
    make_again(pages)
    return pages


def _with_tags_in_postgresql(touched):
    """By its index on ``string_to_array(tags, ' ')``, which the migration makes."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT DISTINCT page_id FROM {Finished._meta.db_table}"
            " WHERE string_to_array(tags, ' ') && %s::text[]",
            [touched],
        )
        return [page for (page,) in cursor.fetchall()]


def make_again(pages):
    """Takes away all parts of those pages, which are to be made again."""
    take_from(pages)
    due = (Unfinished(page) for page in pages)
    Unfinished.objects.bulk_create(due, ignore_conflicts=True, batch_size=5_000)


def take_from(pages):
    """Takes away all parts of those pages."""
    rows = Finished.objects.filter(page_id__in=pages)
    rows._raw_delete(rows.db)
