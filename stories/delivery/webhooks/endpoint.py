"""Who is told of what changes."""

import base64
import secrets
from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..log import Head

# How long the old secret still signs beside the new one, so that a receiver misses nothing meanwhile.
OVERLAP = timedelta(days=1)


def new_secret():
    """A secret as Standard Webhooks writes it."""
    return "whsec_" + base64.b64encode(secrets.token_bytes(32)).decode()


def length_of_log():
    return Head.objects.filter(pk=1).values_list("seq", flat=True).first() or 0


class Endpoint(models.Model):
    """An address that changes are sent to. `position` is how far the log has been read for it.

    Empty lists of `kinds`, `types` or `locales` mean all.
    """

    class Disabled(models.TextChoices):
        GONE = "gone", _("Disabled: the receiver said that it is gone for good")
        FAILING = "failing", _("Disabled: the receiver failed for too long")

    name = models.CharField(_("name"), max_length=100)
    address = models.URLField(_("address"), max_length=500)
    kinds = models.JSONField(_("events"), default=list, blank=True)
    types = models.JSONField(_("page types"), default=list, blank=True)
    locales = models.JSONField(_("languages"), default=list, blank=True)
    is_active = models.BooleanField(_("active"), default=True)

    secret = models.CharField(max_length=100, default=new_secret, editable=False)
    former_secret = models.CharField(max_length=100, blank=True, editable=False)
    former_until = models.DateTimeField(null=True, editable=False)
    position = models.BigIntegerField(default=length_of_log, editable=False)
    failing_since = models.DateTimeField(null=True, editable=False)
    disabled_because = models.CharField(
        max_length=16, choices=Disabled.choices, blank=True, editable=False
    )

    # The rest belongs to the worker, which may be at it while somebody has the form open.
    EDITED = ["name", "address", "kinds", "types", "locales", "is_active"]

    class Meta:
        verbose_name = _("webhook")
        verbose_name_plural = _("webhooks")
        ordering = ["name", "pk"]

    def __str__(self):
        return self.name

    def save(self, *args, update_fields=None, **kwargs):
        if update_fields is None and not self._state.adding:
            update_fields = self.EDITED
        super().save(*args, update_fields=update_fields, **kwargs)

    def wants(self, change):
        """Whether it is to hear of a change. What has no language concerns readers of them all."""
        return (
            (not self.kinds or change.kind in self.kinds)
            and (not self.types or change.type in self.types)
            and (not self.locales or not change.locale or change.locale in self.locales)
        )

    def secrets(self):
        """What its messages are signed with now."""
        if self.former_until and self.former_until > timezone.now():
            return [self.secret, self.former_secret]
        return [self.secret]

    def rotate_secret(self):
        self.former_secret, self.former_until = self.secret, timezone.now() + OVERLAP
        self.secret = new_secret()
        self.save(update_fields=["secret", "former_secret", "former_until"])

    @property
    def state(self):
        """How it stands, in words."""
        if not self.is_active:
            return self.get_disabled_because_display() or _("Not active")
        return _("Failing") if self.failing_since else _("Active")
