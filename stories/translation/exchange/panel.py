"""The translation editor's panel on files: take this translation out, and in again."""

from django.middleware.csrf import get_token
from wagtail.admin.ui.components import Component

from .views import UploadForm


class FilesPanel(Component):
    template_name = "translation/files_panel.html"
    order = 80

    def __init__(self, request, translation):
        self.request, self.translation = request, translation

    def get_context_data(self, parent_context):
        return {
            "translation": self.translation,
            "form": UploadForm(auto_id="files-%s"),
            "csrf_token": get_token(self.request),
        }


def panel(request, translation, instance):
    return FilesPanel(request, translation)
