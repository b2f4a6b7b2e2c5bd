"""How each text stands in each language, out of a fixed number of queries."""

from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Count, F, IntegerField, Value
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, WorkflowState
from wagtail_localize.models import StringSegment, Translation


class State(models.TextChoices):
    MISSING = "missing", _("Missing")
    PROGRESS = "progress", _("In progress")
    OUTDATED = "outdated", _("Outdated")
    INCOMPLETE = "incomplete", _("Live in part")
    REVIEW = "review", _("Waiting for review")
    LIVE = "live", _("Live")
    ORIGINAL = "original", _("Original")


@dataclass(slots=True)
class Version:
    """A text's version in one language.

    `behind`: the original's passages that changed since; `left_out`: those that readers do not get.
    """

    pk: int
    key: object
    locale: int
    title: str
    live: bool
    behind: int
    left_out: int
    is_original: bool
    content_type: int
    published: datetime | None
    state: State = State.LIVE


COLUMNS = [
    "pk", "translation_key", "locale_id", "draft_title", "live", "outdated_segments",
    "left_out_segments", "source_language", "locale__language_code", "content_type_id",
]  # fmt: skip


def versions(rows, words=(), dated=False):
    """``{key: {locale: Version}}`` of a queryset of pages, and of words: three queries.

    `words` is ``[(kind, queryset)]``.

    `dated` adds when each was published last, which takes a while to read on SQLite.
    """
    waiting = waiting_for_review()
    found = {}
    columns = [*COLUMNS, "last_published_at"] if dated else COLUMNS
    page = ContentType.objects.get_for_model(Page).pk
    of_words = {ContentType.objects.get_for_model(kind.model).pk for kind, _rows in words}
    for row in chain(rows.order_by().values_list(*columns), _rows_of(words)):
        pk, key, locale, title, live, behind, left_out, source, tag, kind = row[:10]
        published = row[10] if len(row) > 10 else None
        version = Version(
            pk, key, locale, title, live, behind, left_out, source == tag, kind, published
        )
        base = kind if kind in of_words else page
        version.state = _state(version, (base, pk) in waiting)
        found.setdefault(key, {})[locale] = version
    return found


def _rows_of(words):
    """What `COLUMNS` are of pages, and when it was published, of words of every kind: one query."""
    parts = []
    for kind, rows in words:
        columns = [F(kind.title) if name == "draft_title" else name for name in COLUMNS[:-1]]
        type_of = Value(ContentType.objects.get_for_model(kind.model).pk, IntegerField())
        parts.append(rows.order_by().values_list(*columns, type_of, "last_published_at"))
    return parts[0].union(*parts[1:], all=True) if parts else []


def _state(version, is_waiting):
    if version.is_original:
        return State.ORIGINAL
    if is_waiting:
        return State.REVIEW
    if not version.live:
        return State.PROGRESS
    if version.behind:
        return State.OUTDATED
    return State.INCOMPLETE if version.left_out else State.LIVE


def waiting_for_review():
    """``{(content type, primary key)}`` of what a workflow is in progress on; of pages `Page`'s type."""
    found = WorkflowState.objects.filter(status=WorkflowState.STATUS_IN_PROGRESS)
    rows = found.values_list("base_content_type_id", "object_id")
    return {(kind, int(key)) for kind, key in rows}


def original_of(found):
    """The version that a text was first written in, or, where that is gone, its oldest."""
    originals = [version for version in found.values() if version.is_original]
    return originals[0] if originals else min(found.values(), key=lambda version: version.pk)


def progress(keys, locales):
    """``{(key, locale): (translated, texts)}`` of wagtail-localize's translations: two queries."""
    started = list(
        Translation.objects.filter(
            source__object_id__in=list(keys), target_locale_id__in=list(locales), enabled=True
        )
        .annotate(texts=Count("source__stringsegment"))
        .values_list("source__object_id", "target_locale_id", "source_id", "texts")
    )
    done = {
        (source, locale): number
        for source, locale, number in StringSegment.objects.filter(
            source_id__in={source for _key, _locale, source, _texts in started},
            string__translations__context_id=F("context_id"),
            string__translations__has_error=False,
            string__translations__locale_id__in=list(locales),
        )
        .values_list("source_id", "string__translations__locale_id")
        .annotate(number=Count("pk"))
    }
    return {
        (key, locale): (done.get((source, locale), 0), texts)
        for key, locale, source, texts in started
    }
