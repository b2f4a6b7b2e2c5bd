"""Where the admin offers webhooks."""

from wagtail import hooks
from wagtail.permissions import register_permission_policy

from .endpoint import Endpoint
from .panel import add_panel
from .policy import POLICY
from .viewset import WebhookViewSet

register_permission_policy(Endpoint, POLICY)


@hooks.register("register_admin_viewset")
def register_webhooks():
    return WebhookViewSet()


hooks.register("construct_homepage_panels", add_panel)
