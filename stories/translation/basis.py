"""What a version was made from: kept with every page and every word that has been published."""

from django.contrib.contenttypes.models import ContentType
from django.db import models

from .passages import passages_of, restored, stored


class Basis(models.Model):
    """The passages that a page or word was published with, and for a translation those that it is made from.

    A translation is as many passages behind as these differ from what its original is published with.
    Those that it leaves out by a publisher's decision are kept apart: they did not change.
    They are kept here, not looked up in old revisions, which may be purged.
    """

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    published_rows = models.JSONField(default=list)
    source_rows = models.JSONField(null=True)
    left_out_rows = models.JSONField(default=list)

    class Meta:
        verbose_name = "basis of a translation"
        verbose_name_plural = "bases of translations"
        constraints = [
            models.UniqueConstraint(fields=["content_type", "object_id"], name="one_basis_each")
        ]

    def __str__(self):
        return f"What {self.content_type.name} {self.object_id} was made from"

    @classmethod
    def of(cls, page):
        """The page's, or a new one that is not saved yet and knows nothing."""
        whose = {"content_type": page.get_base_content_type(), "object_id": page.pk}
        return cls.objects.filter(**whose).first() or cls(**whose)

    @classmethod
    def forget(cls, instance, **kwargs):
        """On the signal that something was deleted."""
        if hasattr(instance, "get_base_content_type"):
            cls.objects.filter(
                content_type=instance.get_base_content_type(), object_id=instance.pk
            ).delete()

    @property
    def is_known(self):
        """Whether it has been published since these are kept."""
        return not self._state.adding

    @property
    def published(self):
        return restored(self.published_rows)

    @published.setter
    def published(self, passages):
        self.published_rows = stored(passages)

    @property
    def source(self):
        return None if self.source_rows is None else restored(self.source_rows)

    @source.setter
    def source(self, passages):
        self.source_rows = stored(passages)

    @property
    def left_out(self):
        return restored(self.left_out_rows)

    @left_out.setter
    def left_out(self, passages):
        self.left_out_rows = stored(passages)


def shown_passages(page):
    """The passages that readers have of a page; of one that was never published, its newest draft's."""
    known = Basis.of(page)
    if known.is_known:
        return known.published
    if not page.live and page.latest_revision_id:
        page = page.get_latest_revision_as_object()
    return passages_of(page)
