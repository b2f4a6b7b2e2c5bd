"""What pages show beside their own words: pictures, recordings, documents, words, collection objects.

Noted with what is public of a page, in the same transaction, and found by one index.
"""

from collections import defaultdict

from django.db import models
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage

from . import tags


class Use(models.Model):
    """Something that a page shows that was last said to be public; or that a collection object shows, whose
    tag is then `owner`.
    """

    page_id = models.BigIntegerField(null=True, db_index=True)
    owner = models.CharField(max_length=48, blank=True, db_index=True)
    tag = models.CharField(max_length=48, db_index=True)

    def __str__(self):
        return f"{self.page_id or self.owner}: {self.tag}"


def uses_of(tag):
    """The uses of what has that tag, and of the collection objects that show it."""
    owners = Use.objects.filter(tag=tag).exclude(owner="").values("owner")
    return Use.objects.filter(models.Q(tag=tag) | models.Q(tag__in=owners))


def note_uses(by, now):
    """Notes the tags of what pages (`by` ``"page_id"``), or collection objects (``"owner"``), show now:
    ``{page or object: {tag…}}``.
    """
    before = defaultdict(set)
    for key, tag in Use.objects.filter(**{f"{by}__in": now}).values_list(by, "tag"):
        before[key].add(tag)
    for key, tags_before in before.items():
        if gone := tags_before - now[key]:
            Use.objects.filter(**{by: key}, tag__in=gone).delete()
    Use.objects.bulk_create(
        Use(**{by: key}, tag=tag) for key, used in now.items() for tag in sorted(used - before[key])
    )


def forget_uses(pages):
    """Forgets those of pages that are no more."""
    Use.objects.filter(page_id__in=pages).delete()


def file_tag(model, key):
    """The tag of a picture, a document or a recording."""
    if issubclass(model, AbstractImage):
        return tags.image(key)
    return tags.document(key) if issubclass(model, AbstractDocument) else tags.recording(key)
