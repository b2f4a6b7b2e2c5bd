"""What is sent to whom, and what came of it."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..log import Change
from .endpoint import Endpoint


class Delivery(models.Model):
    """One change for one endpoint. `subject` is what it happened to: its changes keep their order.

    Whoever sends it moves `due_at` on first. So a worker that dies meanwhile leaves it to the next one.
    """

    endpoint = models.ForeignKey(Endpoint, on_delete=models.CASCADE, related_name="deliveries")
    change = models.ForeignKey(Change, on_delete=models.CASCADE, related_name="+")
    subject = models.CharField(max_length=72)
    due_at = models.DateTimeField(default=timezone.now)
    failures = models.PositiveIntegerField(default=0)
    delivered_at = models.DateTimeField(null=True, db_index=True)

    class Meta:
        ordering = ["-change_id"]
        constraints = [
            models.UniqueConstraint(fields=["endpoint", "change"], name="one_delivery_of_a_change")
        ]
        indexes = [
            models.Index(fields=["due_at"], condition=Q(delivered_at=None), name="delivery_due"),
            models.Index(
                fields=["endpoint", "subject", "change"],
                condition=Q(delivered_at=None),
                name="delivery_waiting",
            ),
        ]

    def __str__(self):
        return self.message_id

    @property
    def message_id(self):
        """The same each time that it is sent, so that a receiver can tell what it has had already."""
        return f"msg_{self.endpoint_id}_{self.change_id}"


class Attempt(models.Model):
    """One try at sending it. `status` is the answer's, None where there was none."""

    class Failure(models.TextChoices):
        REFUSED = "refused", _("The address leads into a private network, so nothing was sent.")
        UNKNOWN = "unknown", _("The host name was not found.")
        TIMEOUT = "timeout", _("There was no answer in time.")
        TLS = "tls", _("The certificate is not valid, or the connection could not be encrypted.")
        UNREACHABLE = "unreachable", _("The connection failed.")

    delivery = models.ForeignKey(Delivery, on_delete=models.CASCADE, related_name="attempts")
    at = models.DateTimeField()
    seconds = models.FloatField()
    status = models.PositiveSmallIntegerField(null=True)
    failure = models.CharField(max_length=16, choices=Failure.choices, blank=True)
    answer = models.TextField(blank=True)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.delivery_id} {self.status or self.failure}"
