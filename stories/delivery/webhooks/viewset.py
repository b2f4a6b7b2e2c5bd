"""Settings → Webhooks."""

from django.db.models import Count, Q
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button, HeaderButton

from . import views
from .endpoint import Endpoint
from .form import edit_handler
from .secret_view import SecretView, rotate, show_once


class IndexView(generic.IndexView):
    def get_base_queryset(self):
        waiting = Count("deliveries", filter=Q(deliveries__delivered_at=None))
        return Endpoint.objects.annotate(waiting=waiting)

    def get_list_more_buttons(self, instance):
        url = reverse("webhooks:deliveries", args=[instance.pk])
        return [
            Button(_("Deliveries"), url, icon_name="list-ul", priority=5),
            *super().get_list_more_buttons(instance),
        ]


class AddView(generic.CreateView):
    def get_success_url(self):
        return show_once(self.request, self.object)


class EditView(generic.EditView):
    @property
    def header_buttons(self):
        url = reverse("webhooks:deliveries", args=[self.object.pk])
        return [HeaderButton(_("Deliveries"), url, icon_name="list-ul")]


class WebhookViewSet(ModelViewSet):
    model = Endpoint
    name = url_prefix = "webhooks"
    icon = "link-external"
    menu_label = _("Webhooks")
    add_to_settings_menu = True
    index_view_class = IndexView
    add_view_class = AddView
    edit_view_class = EditView
    edit_handler = edit_handler
    list_display = [
        "name",
        Column("address", label=_("Address")),
        Column("state", label=_("State")),
        Column("waiting", label=_("Waiting")),
    ]
    copy_view_enabled = False
    add_to_reference_index = False

    def get_urlpatterns(self):
        return [
            *super().get_urlpatterns(),
            path("<int:pk>/deliveries/", views.DeliveriesView.as_view(), name="deliveries"),
            path("<int:pk>/deliveries/again/", views.AgainView.as_view(), name="again"),
            path(
                "<int:pk>/deliveries/<int:delivery>/",
                views.DeliveryView.as_view(),
                name="delivery",
            ),
            path("<int:pk>/secret/", SecretView.as_view(), name="secret"),
            path("<int:pk>/secret/new/", rotate, name="rotate"),
        ]
