"""The one door: what may be public, here and now. Everything that leaves the site asks here."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, F, OuterRef, Q
from django.db.models.functions import Cast, Length, Substr
from django.utils import timezone
from wagtail.models import CollectionViewRestriction, Page, PageViewRestriction, ReferenceIndex


def published_pages(pages):
    """Those of a queryset of pages that are live and not expired, whoever may see them.

    Aliases are left out, because they show one language's words under another language's name.
    """
    return pages.filter(
        Q(expire_at__isnull=True) | Q(expire_at__gt=timezone.now()),
        live=True,
        alias_of__isnull=True,
        depth__gt=1,
    )


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


def shown_files(files):
    """Those of `public_files` that something public shows: a public page, or a word of the vocabulary.

    A picture that only a draft uses is nobody's business yet, whatever its collection.
    """
    file_type = ContentType.objects.get_for_model(files.model)
    page_type = ContentType.objects.get_for_model(Page)
    public = public_pages(Page.objects.all()).annotate(key=Cast("pk", CharField())).values("key")
    uses = ReferenceIndex.objects.filter(
        to_content_type=file_type, to_object_id=Cast(OuterRef("pk"), CharField())
    ).filter(~Q(base_content_type=page_type) | Q(object_id__in=public))
    return public_files(files).filter(Exists(uses))
