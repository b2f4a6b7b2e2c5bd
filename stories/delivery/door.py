"""The one door: what may be public, here and now. Everything that leaves the site asks here."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, CharField, Exists, F, OuterRef, Q
from django.db.models.functions import Cast, Length, Substr
from django.utils import timezone
from wagtail.models import CollectionViewRestriction, Page, PageViewRestriction, ReferenceIndex


def is_published():
    """The condition on pages, and on words, objects and partners: live, and not expired."""
    return Q(Q(expire_at__isnull=True) | Q(expire_at__gt=timezone.now()), live=True)


def published(rows):
    """Those of a queryset for which it holds."""
    return rows.filter(is_published())


def published_pages(pages):
    """Published pages, whoever may see them.

    Aliases are left out, because they show one language's words under another language's name.
    """
    return published(pages).filter(alias_of__isnull=True, depth__gt=1)


def public_pages(pages):
    """Those that anybody may see: published, and nowhere under a restriction."""
    restriction = PageViewRestriction.objects.alias(
        beginning=Substr(OuterRef("path"), 1, Length("page__path"))
    ).filter(page__path=F("beginning"))
    return published_pages(pages).filter(~Exists(restriction))


def public_files(files):
    """Those of a queryset of images, recordings or documents that lie in no private collection."""
    restriction = CollectionViewRestriction.objects.alias(
        beginning=Substr(OuterRef("collection__path"), 1, Length("collection__path"))
    ).filter(collection__path=F("beginning"))
    return files.filter(~Exists(restriction))


def opens_for(model):
    """Pictures of this model's rows are shown where public pages show the row, in any language."""
    SHOWN_ON_PAGES.append(model)


def shown_files(files):
    """Those of `public_files` that something public shows: a public page, or a thing shown on one.

    A picture that only a draft uses is nobody's business yet, whatever its collection.
    """
    users = Q(base_content_type=type_of(Page), object_id__in=text_keys(_public()))
    for model in SHOWN_ON_PAGES:
        users |= Q(base_content_type=type_of(model), object_id__in=text_keys(_on_pages(model)))
    uses = ReferenceIndex.objects.filter(users, to_content_type=type_of(files.model))
    # Asked once for all files, not once for each: PostgreSQL would go through every use every time.
    used = uses.annotate(file_key=Cast("to_object_id", BigIntegerField())).values("file_key")
    return public_files(files).filter(pk__in=used)


SHOWN_ON_PAGES = []


def _public():
    return public_pages(Page.objects.order_by())


def _on_pages(model):
    """The rows of a translatable model that a public page uses, and their translations."""
    used = ReferenceIndex.objects.filter(
        base_content_type=type_of(Page),
        object_id__in=text_keys(_public()),
        to_content_type=type_of(model),
    )
    rows = model.objects.order_by().alias(key=Cast("pk", CharField()))
    chosen = rows.filter(key__in=used.values("to_object_id"))
    return published(rows).filter(translation_key__in=chosen.values("translation_key"))


def type_of(model):
    return ContentType.objects.get_for_model(model)


def text_keys(rows):
    """Primary keys as the reference index stores them."""
    return rows.annotate(text_key=Cast("pk", CharField())).values("text_key")
