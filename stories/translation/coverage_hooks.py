"""Where the admin offers the coverage report."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .coverage_view import CoverageView, may_see


class CoverageMenuItem(MenuItem):
    def is_shown(self, request):
        return may_see(request.user)


@hooks.register("register_reports_menu_item")
def register_report():
    return CoverageMenuItem(
        _("Translation coverage"),
        reverse("translation_coverage"),
        icon_name="wagtail-localize-language",
        order=890,
    )


@hooks.register("register_admin_urls")
def register_addresses():
    return [
        path("reports/translation-coverage/", CoverageView.as_view(), name="translation_coverage")
    ]
