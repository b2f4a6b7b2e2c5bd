"""How far the log has been read for each cache in front of the site."""

from django.db import models
from django.utils import timezone


class Edge(models.Model):
    """A cache in front. All changes up to `position` have been purged there, as it has confirmed.

    What the site had begun to answer before a purge can get into the cache after it. So changes up to
    `again_to`, from `settled` on, are purged once more at `again_at`.

    Whoever purges moves `due_at` on first, so that two workers do not do it at once; if they do, no harm
    is done.
    """

    name = models.CharField(max_length=200, unique=True)
    position = models.BigIntegerField(null=True)
    settled = models.BigIntegerField(default=0)
    again_to = models.BigIntegerField(default=0)
    again_at = models.DateTimeField(null=True)
    purged_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(default=timezone.now)
    failures = models.PositiveIntegerField(default=0)
    failing_since = models.DateTimeField(null=True)

    def __str__(self):
        return self.name
