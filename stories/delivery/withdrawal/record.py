"""What has been withdrawn, and where it was."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Withdrawal(models.Model):
    """A page that is public in no language any more, whatever is published of it, until this is lifted.

    It outlives its page. What that was called is not kept: it may be what was taken back.
    """

    key = models.UUIDField(unique=True)
    type = models.CharField(max_length=32)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    reason = models.TextField()

    class Meta:
        verbose_name = _("withdrawal")
        verbose_name_plural = _("withdrawals")
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.type} {self.key}"


class WithdrawnAddress(models.Model):
    """Where a withdrawn page once was, without the language: ``stories/river-song/``."""

    withdrawal = models.ForeignKey(Withdrawal, models.CASCADE, related_name="addresses")
    below = models.CharField(max_length=2000, db_index=True)

    def __str__(self):
        return self.below


def note_addresses(withdrawal, changes):
    """Every address that its page ever had, as the log has them: its changes there."""
    belows = {change.url.split("/", 2)[2] for change in changes if change.url}
    WithdrawnAddress.objects.bulk_create(
        WithdrawnAddress(withdrawal=withdrawal, below=below) for below in sorted(belows)
    )


def is_withdrawn(key, types=()):
    """Whether a page with that identity, of one of those types if any are given, was withdrawn."""
    found = Withdrawal.objects.filter(key=key)
    return (found.filter(type__in=types) if types else found).exists()


def withdrawn_among(keys):
    """Those of several identities whose pages were."""
    return set(Withdrawal.objects.filter(key__in=keys).values_list("key", flat=True))


def was_withdrawn():
    """The condition on pages that they were."""
    return Exists(Withdrawal.objects.filter(key=OuterRef("translation_key")))
