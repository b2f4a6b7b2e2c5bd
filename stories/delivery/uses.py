"""What pages show beside their own words: pictures, recordings, documents, words, collection objects.

Noted when a page is saved, so that it is known in the same transaction, and found by one index.
"""

from django.db import models, transaction
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage

from . import tags


class Use(models.Model):
    """Something that a page shows, whether or not the page is public; or that a collection object shows,
    whose tag is then `owner`.
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


@transaction.atomic
def note_uses(used, page_id=None, owner=""):
    """Notes the tags of what a page, or a collection object, shows now."""
    owned, now = {"page_id": page_id, "owner": owner}, set(used)
    before = set(Use.objects.filter(**owned).values_list("tag", flat=True))
    if gone := before - now:
        Use.objects.filter(**owned, tag__in=gone).delete()
    Use.objects.bulk_create(Use(**owned, tag=tag) for tag in now - before)


def forget_uses(pages):
    """Forgets those of pages that are no more."""
    Use.objects.filter(page_id__in=pages).delete()


def file_tag(model, key):
    """The tag of a picture, a document or a recording."""
    if issubclass(model, AbstractImage):
        return tags.image(key)
    return tags.document(key) if issubclass(model, AbstractDocument) else tags.recording(key)
