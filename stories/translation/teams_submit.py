"""wagtail-localize's "Translate this page", for the languages that the user may translate into."""

from django.core.exceptions import PermissionDenied
from django.forms import HiddenInput
from django.shortcuts import redirect
from wagtail_localize.components import TranslationComponentManager
from wagtail_localize.views.submit_translations import (
    SubmitPageTranslationView,
    SubmitSnippetTranslationView,
    SubmitTranslationView,
)

from .teams import is_limited, open_languages
from .worklist_start import start_page


class OwnLanguagesMixin:
    """Offers and takes no other language, whatever is posted."""

    def get_form(self):
        form = super().get_form()
        locales = form.fields["locales"]
        locales.queryset = locales.queryset.filter(pk__in=open_languages(self.request.user))
        if is_limited(self.request.user):
            form.fields["include_subtree"].disabled = True
            form.fields["include_subtree"].widget = HiddenInput()
        return form

    def dispatch(self, request, *args, **kwargs):
        if not open_languages(request.user):
            raise PermissionDenied
        self.object = self.get_object()
        self.components = TranslationComponentManager.from_request(
            request, source_object_instance=self.object
        )
        # Past SubmitTranslationView's own check, which knows of no languages.
        return super(SubmitTranslationView, self).dispatch(request, *args, **kwargs)


class SubmitPage(OwnLanguagesMixin, SubmitPageTranslationView):
    def form_valid(self, form):
        """As from the work list; pages below go wagtail-localize's way."""
        if form.cleaned_data["include_subtree"]:
            return super().form_valid(form)
        made = [
            start_page(self.object, locale, self.request.user)
            for locale in form.cleaned_data["locales"]
        ]
        first = made[0] if len(made) == 1 else None
        return redirect(self.get_success_url() or self.get_default_success_url(first))


class SubmitSnippet(OwnLanguagesMixin, SubmitSnippetTranslationView):
    pass
