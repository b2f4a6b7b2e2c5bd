"""What a translator has been told so far, and whether they want to be."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class DigestSubscription(models.Model):
    """`told_until` is when the last digest was made: the next one holds only what is newer."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="translation_digest"
    )
    wanted = models.BooleanField(
        _("e-mail about translations"),
        default=True,
        help_text=_("What is new or has changed in your languages, when there is something."),
    )
    told_until = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("subscription to the translators' digest")
        verbose_name_plural = _("subscriptions to the translators' digest")

    def __str__(self):
        return self.user.get_username()
