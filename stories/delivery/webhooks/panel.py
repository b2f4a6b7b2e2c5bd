"""What the admin's first page says of endpoints that get nothing any more."""

from wagtail.admin.ui.components import Component

from .endpoint import Endpoint
from .policy import POLICY


class DisabledPanel(Component):
    name = "webhooks_disabled"
    template_name = "delivery/webhooks_disabled.html"
    order = 50

    def __init__(self, endpoints):
        self.endpoints = endpoints

    def get_context_data(self, parent_context):
        return {"endpoints": self.endpoints}


def add_panel(request, panels):
    if not POLICY.user_has_permission(request.user, "change"):
        return
    if disabled := list(Endpoint.objects.filter(is_active=False).exclude(disabled_because="")):
        panels.append(DisabledPanel(disabled))
