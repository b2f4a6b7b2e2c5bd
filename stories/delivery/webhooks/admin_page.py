"""What the admin's pages about one endpoint have in common."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from .endpoint import Endpoint
from .policy import POLICY


def own(request, pk):
    """The endpoint, for those who may change it."""
    if not POLICY.user_has_permission(request.user, "change"):
        raise PermissionDenied
    return get_object_or_404(Endpoint, pk=pk)


class EndpointPage(WagtailAdminTemplateMixin, TemplateView):
    header_icon = "link-external"
    _show_breadcrumbs = True

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.endpoint = own(request, kwargs["pk"])

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("webhooks:index"), "label": _("Webhooks")},
            {"url": reverse("webhooks:edit", args=[self.endpoint.pk]), "label": self.endpoint.name},
            *self.trail(),
            {"url": "", "label": self.get_page_title()},
        ]

    def trail(self):
        """What lies between the endpoint and the page."""
        return []

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"endpoint": self.endpoint}
