"""An endpoint's secret: shown once after it was made, and replaced on request."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from .admin_page import EndpointPage, own

SHOWN = "webhook_secret"


def show_once(request, endpoint):
    """The address of the page that shows the secret, which this session may open one time."""
    request.session[SHOWN] = endpoint.pk
    return reverse("webhooks:secret", args=[endpoint.pk])


@require_POST
def rotate(request, pk):
    endpoint = own(request, pk)
    endpoint.rotate_secret()
    return redirect(show_once(request, endpoint))


class SecretView(EndpointPage):
    template_name = "delivery/webhook_secret.html"

    def get(self, request, *args, **kwargs):
        if request.session.pop(SHOWN, None) != self.endpoint.pk:
            messages.warning(
                request, _("A secret is shown only once. If it was lost, make a new one.")
            )
            return redirect("webhooks:deliveries", self.endpoint.pk)
        return super().get(request, *args, **kwargs)

    def get_page_title(self):
        return _("Secret")
