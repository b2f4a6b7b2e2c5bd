"""The one door: what may be public, here and now. Everything that leaves the site asks here."""

from functools import cache

from django.db.models import (
    CharField,
    DateTimeField,
    Exists,
    F,
    FilteredRelation,
    OuterRef,
    Q,
    Subquery,
    Value,
)
from django.db.models.functions import Cast, Concat, Length, Substr
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from .log import Head
from .memory import memory
from .register import PublicPage
from .statements import Bound, Statement
from .uses import Use, file_tag, uses_of
from .withdrawal.record import was_withdrawn

# The columns that make a text of a row that is `with_text`.
TEXT = ("text__body", "text__tags", "text__until", "text__changed_at")


def is_published(now=None):
    """The condition on pages, and on words, objects and partners: live, and not expired.

    `now` may be a `Bound`, here and in what asks for this, of a statement that is run at other times.
    """
    return Q(Q(expire_at__isnull=True) | Q(expire_at__gt=now or timezone.now()), live=True)


def published(rows, now=None):
    """Those of a queryset for which it holds."""
    return rows.filter(is_published(now))


def published_pages(pages, now=None):
    """Published pages that were not withdrawn, whoever may see them.

    Aliases are left out, because they show one language's words under another language's name.
    """
    return published(pages, now).filter(~was_withdrawn(), alias_of__isnull=True, depth__gt=1)


def public_pages(pages, now=None):
    """Those that anybody may see: published, and nowhere under a restriction."""
    restriction = PageViewRestriction.objects.alias(
        beginning=Substr(OuterRef("path"), 1, Length("page__path"))
    ).filter(page__path=F("beginning"))
    return published_pages(pages, now).filter(~Exists(restriction))


def public_rows(now=None):
    """The pages that anybody may see, as the register put them together; none that is over since."""
    over = Q(expire_at__isnull=False, expire_at__lte=now or timezone.now())
    return PublicPage.objects.exclude(over)


def with_text(rows):
    """Public rows, each with its finished text of the part that is bound, if that is true: in `TEXT`."""
    now = Bound("now", DateTimeField())
    is_true = Q(
        Q(finished__until__isnull=True) | Q(finished__until__gt=now),
        finished__part=Bound("part", CharField()),
        finished__release=Bound("release", CharField()),
        finished__seq__gte=Subquery(Head.objects.filter(pk=1).values("site")),
    )
    return rows.annotate(text=FilteredRelation("finished", condition=is_true))


def is_over(expire_at):
    """Whether what was public until that moment, or for ever, is public no more."""
    return expire_at is not None and expire_at <= timezone.now()


def private_collections():
    """The primary keys of the collections whose files not everybody may see."""
    return memory.get("private collections", _private_collections)


def _private_collections():
    beginnings = CollectionViewRestriction.objects.values_list("collection__path", flat=True)
    below = Q(*(Q(path__startswith=path) for path in beginnings), _connector=Q.OR)
    return (
        frozenset(Collection.objects.filter(below).values_list("pk", flat=True))
        if below
        else frozenset()
    )


def public_files(files):
    """Those of a queryset of images, recordings or documents that lie in no private collection."""
    restriction = CollectionViewRestriction.objects.alias(
        beginning=Substr(OuterRef("collection__path"), 1, Length("collection__path"))
    ).filter(collection__path=F("beginning"))
    return files.filter(~Exists(restriction))


def shown_files(files, now=None):
    """Those of `public_files` that something public shows: a public page, or an object shown on one.

    A picture that only a draft uses is nobody's business yet, whatever its collection.
    """
    tag = Concat(Value(file_tag(files.model, "")), Cast("pk", CharField()))
    uses = Use.objects.filter(tag=OuterRef("tag"))
    on_pages = Use.objects.filter(tag=OuterRef("owner")).filter(_on_public_page(now))
    shown = Exists(uses.filter(_on_public_page(now))) | Exists(
        uses.exclude(owner="").filter(Exists(on_pages))
    )
    return public_files(files).alias(tag=tag).filter(shown)


def _on_public_page(now):
    """The condition on uses that they are those of a public page."""
    return Exists(public_pages(Page.objects.filter(pk=OuterRef("page_id")), now))


def is_shown(tag):
    """Whether a public page shows what has that tag, or shows a collection object that does."""
    return bool(_shown().rows(tag=tag, now=timezone.now()))


@cache
def _shown():
    uses = uses_of(Bound("tag", CharField())).filter(_on_public_page(Bound("now", DateTimeField())))
    return Statement(uses.values_list("pk")[:1])
