"""The admin's menu "Translations", with a translator's own work in it, and the panel on the first page.

Other rooms add to the menu with the hook ``register_translation_menu_item``.
"""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

from .teams import open_languages
from .worklist_panel import add_panel
from .worklist_start import start
from .worklist_views import WorkListView

translations_menu = Menu(register_hook_name="register_translation_menu_item")


class WorkMenuItem(MenuItem):
    def is_shown(self, request):
        return bool(open_languages(request.user))


@hooks.register("register_admin_menu_item")
def register_menu():
    return SubmenuMenuItem(
        _("Translations"), translations_menu, icon_name="wagtail-localize-language", order=240
    )


@hooks.register("register_translation_menu_item")
def register_my_work():
    return WorkMenuItem(
        _("My work"), reverse("translation_worklist"), icon_name="list-ul", order=10
    )


@hooks.register("register_admin_urls")
def register_addresses():
    return [
        path("translations/", WorkListView.as_view(), name="translation_worklist"),
        path("translations/start/<int:pk>/<str:language>/", start, name="translation_start"),
        path(
            "translations/start/<slug:kind>/<int:pk>/<str:language>/",
            start,
            name="translation_start",
        ),
    ]


hooks.register("construct_homepage_panels", add_panel)
