"""Settings → Locales: a language is added or removed, and never turned into another."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail_localize.locales import components
from wagtail_localize.locales.forms import LocaleForm
from wagtail_localize.locales.views import DeleteView, LocaleViewSet
from wagtail_localize.models import LocaleSynchronization

from .removal import refusal, remove, stakes


class KeptLanguageForm(LocaleForm):
    """Its pages would then stand under another language's name."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["language_code"]
        field.disabled = True
        field.help_text = _("A language stays what it is: add another one, and remove this one.")


class RemoveLanguageView(DeleteView):
    page_title = _("Remove language")
    template_name = "translation/remove_language.html"

    def can_delete(self, locale):
        return not refusal(locale, stakes(locale))

    def get_context_data(self, object=None, **kwargs):
        context = super().get_context_data(object=object or self.object)
        found = stakes(self.object)
        return {
            **context,
            "stakes": found,
            "refusal": refusal(self.object, found),
            "comes_back": self.object.language_code in settings.SITE_LANGUAGES,
        }

    def delete_action(self):
        remove(self.object)


def form_of(self, for_update=False):
    return KeptLanguageForm if for_update else LocaleForm


LocaleViewSet.delete_view_class = RemoveLanguageView
LocaleViewSet.get_form_class = form_of

# Copies of one language's pages under another's name are what this site never makes.
components.LOCALE_COMPONENTS[:] = [
    each for each in components.LOCALE_COMPONENTS if each["model"] is not LocaleSynchronization
]
