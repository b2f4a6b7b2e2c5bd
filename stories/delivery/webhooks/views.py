"""What was sent to an endpoint and what came of it, and sending it again."""

from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.widgets import AdminDateTimeInput

from ..telling import addresses
from .admin_page import EndpointPage
from .again import send_again, send_again_since
from .delivery import Delivery
from .message import event_type

PER_PAGE = 50
STATES = {
    "waiting": (gettext_lazy("Waiting"), {"delivered_at": None}),
    "failing": (gettext_lazy("Failing"), {"delivered_at": None, "failures__gt": 0}),
    "delivered": (gettext_lazy("Delivered"), {"delivered_at__isnull": False}),
}


def shape(delivery, urls):
    """A delivery as its pages show it."""
    change = delivery.change
    return {
        "delivery": delivery,
        "event": event_type(change),
        "change": change,
        "place": urls.get((change.identity, change.locale)) or f"{change.type} {change.identity}",
        "state": STATES[state_of(delivery)][0],
    }


def state_of(delivery):
    if delivery.delivered_at:
        return "delivered"
    return "failing" if delivery.failures else "waiting"


class AgainForm(forms.Form):
    moment = forms.DateTimeField(
        label=gettext_lazy("Everything that happened since"), widget=AdminDateTimeInput()
    )


class DeliveriesView(EndpointPage):
    template_name = "delivery/webhook_deliveries.html"

    def get_page_title(self):
        return _("Deliveries")

    def get_context_data(self, **kwargs):
        state = self.request.GET.get("state", "")
        wanted = STATES[state][1] if state in STATES else {}
        rows = self.endpoint.deliveries.filter(**wanted).select_related("change")
        shown = Paginator(rows, PER_PAGE).get_page(self.request.GET.get("p"))
        urls = addresses(each.change.identity for each in shown)
        given = {"state": state} if state in STATES else {}
        return super().get_context_data(**kwargs) | {
            "shown": shown,
            "page_url": f"?{urlencode(given)}",
            "states": [
                {"label": _("All"), "url": "?", "current": not given},
                *(
                    {"label": label, "url": f"?state={name}", "current": name == state}
                    for name, (label, _wanted) in STATES.items()
                ),
            ],
            "rows": [shape(each, urls) for each in shown],
            "form": kwargs.get("form") or AgainForm(),
        }


class AgainView(DeliveriesView):
    """Takes the form of the page with the deliveries, and is that page where the form is wrong."""

    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        form = AgainForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        number = send_again_since(self.endpoint.pk, form.cleaned_data["moment"])
        if number:
            text = ngettext(
                "%(number)d change of the log is gone through again.",
                "%(number)d changes of the log are gone through again.",
                number,
            )
            messages.success(request, text % {"number": number})
        else:
            messages.warning(request, _("Nothing has happened since then."))
        return redirect("webhooks:deliveries", self.endpoint.pk)


class DeliveryView(EndpointPage):
    template_name = "delivery/webhook_delivery.html"

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        rows = Delivery.objects.select_related("change", "endpoint")
        self.delivery = get_object_or_404(rows, pk=kwargs["delivery"], endpoint=self.endpoint)

    def get_page_title(self):
        return self.delivery.message_id

    def trail(self):
        url = reverse("webhooks:deliveries", args=[self.endpoint.pk])
        return [{"url": url, "label": _("Deliveries")}]

    def get_context_data(self, **kwargs):
        urls = addresses([self.delivery.change.identity])
        attempts = self.delivery.attempts.all()[:PER_PAGE]
        return (
            super().get_context_data(**kwargs) | shape(self.delivery, urls) | {"attempts": attempts}
        )

    def post(self, request, *args, **kwargs):
        send_again(self.delivery)
        messages.success(request, _("It is sent again."))
        return redirect(request.path)
