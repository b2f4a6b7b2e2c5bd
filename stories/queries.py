"""Which pages there are for a reader, by address and by identity, in one language each; what names them."""

import uuid
from functools import cache, lru_cache

from django.conf import settings
from django.db.models import (
    Case,
    CharField,
    DateTimeField,
    F,
    IntegerField,
    JSONField,
    Q,
    UUIDField,
    Value,
    When,
)
from django.utils import timezone

from stories.delivery.door import TEXT, public_rows, published, with_text
from stories.delivery.finished import text_of
from stories.delivery.register import PublicPage
from stories.delivery.statements import Bound, Several, Statement
from stories.delivery.withdrawal.record import WithdrawnAddress
from stories.models import ContentPage
from stories.presentation.rows import COLUMNS, Row, rows


def having_word(name, value):
    """The primary keys of pages with that word, in whatever language, if readers may know of it."""
    relation = ContentPage._meta.get_field(name).remote_field
    words = published(relation.model.objects.filter(identified("", value)))
    word = f"{relation.model._meta.model_name}__translation_key__in"
    return relation.through.objects.filter(**{word: words.values("translation_key")}).values(
        "contentpage_id"
    )


def identities(kind, value):
    """The query for the identities of the public pages of a kind with that identity or slug."""
    column, value = named(value)
    pages = public_rows().filter(type=kind, **{column: value}).order_by()
    return pages.values("key")


KEY, SLUG = "key", "slug"


def named(value):
    """What a filter's value names, and with what: an identity or a slug."""
    try:
        return KEY, uuid.UUID(value)
    except ValueError:
        # PostgreSQL takes offence at a NUL, which no slug has.
        return SLUG, value.replace("\0", "-")


def identified(path, value):
    """A condition: what `path` leads to ("" is the row itself) has that identity, or that slug."""
    column, value = named(value)
    prefix = f"{path}__" if path else ""
    return Q(**{f"{prefix}{'translation_key' if column == KEY else column}": value})


def version_of(key, reader, part=""):
    """The version of a page that a reader is shown, a Row, or None. One query.

    It has its document, or instead its finished text of a `part`: only for who reads it in its own language,
    with what usually stands in for that.
    """
    return _shown("key", key, reader, part)


def version_at(path, reader, part=""):
    """The same of the page at a path without its language: ``stories/river-song``.

    "" is the home page. Slugs are the same in all languages, so that the path names one page; the
    address of every home page is tried.
    """
    below = _below(path)
    return None if below is None else _shown("below", below, reader, part)


def versions_at(path):
    """Every public version of the page at a path without its language, by language: Rows. One query."""
    below = _below(path)
    return rows(public_rows().filter(below=below).order_by("locale")) if below else []


def is_gone_at(path):
    """Whether a page was withdrawn that once was at a path without its language, and no other is there."""
    below = _below(path)
    if below is None or not WithdrawnAddress.objects.filter(below=below).exists():
        return False
    return not public_rows().filter(below=below).exists()


def _below(path):
    """A path as the register has it, or None where no page can be."""
    if "\0" in path:  # which PostgreSQL takes offence at
        return None
    return "".join(f"{each}/" for each in path.split("/") if each)


def _shown(name, value, reader, part):
    is_usual = reader.fallback == reader.languages.fallback(reader.language)
    found = _version(name, reader.fallback).rows(
        value=value,
        now=timezone.now(),
        language=reader.language,
        part=part if is_usual else "",
        release=settings.RELEASE,
    )
    if not found:
        return None
    *columns, document = found[0]
    ends = len(columns) - len(TEXT)
    return Row(*columns[:ends], document, text_of(*columns[ends:]))


@lru_cache(500)
def _version(name, fallback):
    """The statement for the best of all versions of a page."""
    now, language = Bound("now", DateTimeField()), Bound("language", CharField())
    versions = public_rows(now).filter(**{name: Bound("value", PublicPage._meta.get_field(name))})
    versions = with_text(allowed(versions, fallback)).annotate(
        rank=rank(fallback),
        own_text=Case(When(locale=language, then="text__body"), default=None),
        own_document=Case(
            When(locale=language, text__pk__isnull=False, then=None),
            default="document",
            output_field=JSONField(),
        ),
    )
    columns = (*COLUMNS, "own_text", *TEXT[1:], "own_document")
    return Statement(versions.order_by("rank", "path").values_list(*columns)[:1])


def texts_of(keys, reader, part):
    """Finished texts of a part, by identity, of pages that there are in a reader's language. One query."""
    if not keys:
        return {}
    found = _texts().rows(
        now=timezone.now(),
        language=reader.language,
        part=part,
        release=settings.RELEASE,
        keys=keys,
    )
    return {key: text_of(*columns) for key, *columns in found}


@cache
def _texts():
    rows = public_rows(Bound("now", DateTimeField())).filter(
        key__among=Several("keys", UUIDField()), locale=Bound("language", CharField())
    )
    rows = with_text(rows).exclude(text__pk=None).values_list("key", *TEXT)
    return Statement(rows, is_binary=True)


def allowed(versions, fallback):
    """Without those in languages that may not stand in."""
    return versions if fallback.any_other else versions.filter(locale__in=fallback.tags)


def rank(fallback):
    """The place of a version among those of its page, for a reader with that fallback: 0 is the best."""
    ranks = [When(locale=tag, then=Value(place)) for place, tag in enumerate(fallback.tags)]
    if fallback.any_other:
        ranks.append(When(source_language=F("locale"), then=Value(50)))
    return Case(*ranks, default=Value(99), output_field=IntegerField())


def pages_at(path):
    """Every page at a path without its language, public or not, as a queryset."""
    if "\0" in path:  # which PostgreSQL takes offence at
        return ContentPage.objects.none()
    parts = [part for part in path.split("/") if part]
    if not parts:
        return ContentPage.objects.filter(depth=2)
    below = "/".join(parts)
    return ContentPage.objects.filter(
        slug=parts[-1], depth=2 + len(parts), url_path__endswith=f"/{below}/"
    )
