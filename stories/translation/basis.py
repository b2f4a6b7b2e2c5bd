"""What a version was made from: kept with every page that has been published."""

from django.db import models
from wagtail.models import Page

from .passages import passages_of, restored, stored


class Basis(models.Model):
    """The passages that a page was published with, and for a translation those that it is made from.

    A translation is as many passages behind as these differ from what its original is published with.
    Those that it leaves out by a publisher's decision are kept apart: they did not change.
    They are kept here, not looked up in old revisions, which may be purged.
    """

    page = models.OneToOneField(
        Page, on_delete=models.CASCADE, primary_key=True, related_name="basis"
    )
    published_rows = models.JSONField(default=list)
    source_rows = models.JSONField(null=True)
    left_out_rows = models.JSONField(default=list)

    class Meta:
        verbose_name = "basis of a translation"
        verbose_name_plural = "bases of translations"

    def __str__(self):
        return f"What page {self.page_id} was made from"

    @classmethod
    def of(cls, page):
        """The page's, or a new one that is not saved yet and knows nothing."""
        return cls.objects.filter(page_id=page.pk).first() or cls(page_id=page.pk)

    @property
    def is_known(self):
        """Whether the page has been published since these are kept."""
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
