"""wagtail-localize's report of translations, for team members without those of other languages."""

from wagtail_localize.views.report import TranslationsReportView

from .teams import is_limited, own_languages


class TranslationsReport(TranslationsReportView):
    def get_queryset(self):
        found = super().get_queryset()
        user = self.request.user
        return found.filter(target_locale__in=own_languages(user)) if is_limited(user) else found
