"""When an endpoint is given up, those who look after it are told."""

import logging
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from stories.translation.digest import language_of

from .endpoint import Endpoint
from .policy import POLICY

logger = logging.getLogger(__name__)


def disable(key, reason):
    """Sends nothing more to an endpoint until somebody switches it on; what is waiting is kept."""
    active = Endpoint.objects.filter(pk=key, is_active=True)
    if active.update(is_active=False, disabled_because=reason):
        transaction.on_commit(lambda: tell(Endpoint.objects.get(pk=key)))


def administrators():
    """Who may change endpoints."""
    return POLICY.users_with_permission("change").exclude(email="")


def tell(endpoint):
    """An e-mail to each. One that cannot be sent is no reason to stop: the admin says it, too."""
    for user in administrators():
        try:
            message(endpoint, user).send()
        except (SMTPException, OSError) as error:
            logger.warning("Nobody was told that a webhook was disabled: %s", error)


def message(endpoint, user):
    with translation.override(language_of(user)):
        path = reverse("webhooks:deliveries", args=[endpoint.pk])
        return EmailMessage(
            _("The webhook “%(name)s” was disabled") % {"name": endpoint.name},
            render_to_string(
                "delivery/webhook_disabled.txt",
                {
                    "name": user.get_short_name() or user.get_username(),
                    "endpoint": endpoint,
                    "url": f"{settings.WAGTAILADMIN_BASE_URL}{path}",
                },
            ),
            to=[user.email],
            headers={"Auto-Submitted": "auto-generated"},
        )
