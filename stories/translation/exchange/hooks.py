"""Where the admin offers translators' files."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from ..teams import open_languages
from . import panel, views


class FilesMenuItem(MenuItem):
    def is_shown(self, request):
        return bool(open_languages(request.user))


@hooks.register("register_translation_menu_item")
def register_files():
    return FilesMenuItem(_("Files"), reverse("translation_files"), icon_name="download", order=50)


@hooks.register("register_admin_urls", order=-1)
def register_addresses():
    """Also in place of wagtail-localize's own, which take whatever a file says."""
    one = "localize/translate/<int:translation_id>/pofile/"
    return [
        path("translations/files/", views.files, name="translation_files"),
        path("translations/files/export/", views.export_open, name="translation_export"),
        path(
            "translations/<int:translation_id>/files/<str:kind>/",
            views.export_one,
            name="translation_export_one",
        ),
        path(
            "translations/<int:translation_id>/files/",
            views.import_one,
            name="translation_import_one",
        ),
        path(f"{one}download/", views.export_one),
        path(f"{one}upload/", views.import_one),
    ]


hooks.register("register_translation_editor_panel", panel.panel)
