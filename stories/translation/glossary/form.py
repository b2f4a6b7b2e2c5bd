"""The form of a term, for the languages that its user may translate into."""

from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.models import Locale

from ..languages import native_name
from ..teams import open_languages


class GlossaryForm(WagtailAdminModelForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("source_locale", "target_locale"):
            self.fields[name].label_from_instance = lambda each: native_name(each.language_code)
        if self.for_user and not self.for_user.is_superuser:
            own = Locale.objects.filter(pk__in=open_languages(self.for_user))
            self.fields["target_locale"].queryset = own

    def clean(self):
        cleaned = super().clean()
        if "term" in cleaned and not cleaned["term"].strip():
            self.add_error("term", _("Write the term."))
        return cleaned


edit_handler = ObjectList(
    [
        FieldRowPanel([FieldPanel("source_locale"), FieldPanel("target_locale")]),
        FieldPanel("term"),
        FieldPanel("translation"),
        FieldPanel("keep"),
        FieldPanel("note"),
    ],
    base_form_class=GlossaryForm,
)
