"""Translations → Glossary."""

from django.core.exceptions import PermissionDenied
from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import HeaderButton
from wagtail.permissions import policy_registry

from .csv_import import import_terms
from .form import edit_handler
from .term import GlossaryTerm


class OwnTermMixin:
    """Asks for the right to this term; Wagtail's views ask for that to any."""

    def get_object(self, *args, **kwargs):
        term = super().get_object(*args, **kwargs)
        policy = policy_registry.get_by_type(GlossaryTerm)
        if not policy.user_has_permission_for_instance(self.request.user, "change", term):
            raise PermissionDenied
        return term


class IndexView(generic.IndexView):
    def get_base_queryset(self):
        policy = policy_registry.get_by_type(GlossaryTerm)
        own = policy.instances_user_has_any_permission_for(self.request.user, {"change"})
        return own.select_related("source_locale", "target_locale")

    @property
    def header_buttons(self):
        return [
            *super().header_buttons,
            HeaderButton(_("Import CSV"), self.import_url, icon_name="upload"),
        ]

    @property
    def import_url(self):
        return self.index_url.rstrip("/") + "/import/"


class AddView(generic.CreateView):
    def get_initial(self):
        asked = {name: self.request.GET.get(name) for name in ("source_locale", "target_locale")}
        return super().get_initial() | {name: key for name, key in asked.items() if key}


class EditView(OwnTermMixin, generic.EditView):
    pass


class DeleteView(OwnTermMixin, generic.DeleteView):
    pass


class GlossaryViewSet(ModelViewSet):
    model = GlossaryTerm
    name = url_prefix = "glossary"
    icon = "list-ul"
    menu_label = _("Glossary")
    menu_order = 40
    menu_hook = "register_translation_menu_item"
    index_view_class = IndexView
    add_view_class = AddView
    edit_view_class = EditView
    delete_view_class = DeleteView
    edit_handler = edit_handler
    list_display = ["term", "translation", "keep", "source_locale", "target_locale", "note"]
    list_filter = ["source_locale", "target_locale", "keep"]
    list_export = [
        "source_locale.language_code",
        "target_locale.language_code",
        "term",
        "translation",
        "keep",
        "note",
    ]
    export_headings = {
        "source_locale.language_code": "from",
        "target_locale.language_code": "into",
        "keep": "do_not_translate",
    }
    export_filename = "glossary"
    search_fields = ["term", "translation", "note"]
    search_backend_name = None
    list_per_page = 100
    copy_view_enabled = False
    add_to_reference_index = False

    def get_urlpatterns(self):
        return [path("import/", import_terms, name="import"), *super().get_urlpatterns()]
