"""The form of an endpoint, which refuses addresses that nothing may be sent to."""

import socket
from urllib.parse import urlsplit

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.models import Locale

from stories.translation.languages import native_name

from ..log import Kind
from .again import retry_now
from .networks import PrivateAddress, resolve
from .page_types import page_types


class Choices(forms.MultipleChoiceField):
    """None chosen means all."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs):
        super().__init__(required=False, **kwargs)


class EndpointForm(WagtailAdminModelForm):
    address = forms.URLField(
        label=gettext_lazy("Address"),
        max_length=500,
        assume_scheme="https",
        help_text=gettext_lazy("Where the messages are sent to, such as https://example.org/hook"),
        widget=forms.URLInput(attrs={"dir": "ltr"}),
    )
    kinds = Choices(
        label=gettext_lazy("Events"),
        choices=Kind.choices,
        help_text=gettext_lazy("If none is chosen, all are sent."),
    )
    types = Choices(
        label=gettext_lazy("Page types"),
        choices=lambda: list(page_types().items()),
        help_text=gettext_lazy(
            "If none is chosen, all are sent, and what happens to pictures, recordings, documents, "
            "themes and other things that pages show as well."
        ),
    )
    locales = Choices(
        label=gettext_lazy("Languages"),
        choices=lambda: [
            (tag, native_name(tag))
            for tag in Locale.objects.order_by("language_code").values_list(
                "language_code", flat=True
            )
        ],
        help_text=gettext_lazy(
            "If none is chosen, all are sent. What has no language, such as a picture, is always sent."
        ),
    )

    def clean_address(self):
        """Looked up now, for a clear word at once; and again for each message, since names can move."""
        address = self.cleaned_data["address"]
        parts = urlsplit(address)
        if parts.scheme != "https" and settings.BASE_URL.startswith("https:"):
            raise ValidationError(_("Use an address that begins with https://."))
        if parts.scheme not in ("http", "https"):
            raise ValidationError(_("Use an address that begins with https://."))
        if parts.username or parts.password or parts.fragment:
            raise ValidationError(
                _(
                    "Leave out user name, password and whatever follows a “#”: use the secret instead."
                )
            )
        try:
            resolve(parts.hostname, parts.port or (443 if parts.scheme == "https" else 80))
        except PrivateAddress as error:
            raise ValidationError(
                _("This address leads into a private network. Only public addresses are allowed.")
            ) from error
        except (socket.gaierror, ValueError) as error:
            raise ValidationError(_("The host name of this address was not found.")) from error
        return address

    def save(self, commit=True):
        """What is waiting is tried at once when somebody has put the endpoint right."""
        endpoint = super().save(commit)
        if commit and {"is_active", "address"}.intersection(self.changed_data):
            retry_now(endpoint.pk)
        return endpoint


edit_handler = ObjectList(
    [
        FieldPanel("name"),
        FieldPanel("address"),
        FieldPanel("kinds"),
        FieldPanel("types"),
        FieldPanel("locales"),
        FieldPanel(
            "is_active",
            help_text=gettext_lazy("What happens while it is not active is sent when it is again."),
        ),
    ],
    base_form_class=EndpointForm,
)
