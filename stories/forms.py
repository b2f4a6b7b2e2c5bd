from django.conf import settings
from wagtail.admin.forms import WagtailAdminPageForm

VOCABULARY = ("themes", "communities", "places", "content_warnings")


class ContentPageForm(WagtailAdminPageForm):
    """Offers each word of the vocabulary once, in the page's language where it has been translated."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in VOCABULARY:
            if name in self.fields:
                self._offer_once(self.fields[name], self.initial.get(name) or [])

    def _offer_once(self, field, chosen):
        chosen = {each.pk for each in chosen}
        language = self.instance.locale.language_code
        offered = {}
        for word in field.queryset.select_related("locale"):
            rank = (
                word.pk not in chosen,
                word.locale.language_code != language,
                word.locale.language_code != settings.LANGUAGE_CODE,
            )
            best = offered.get(word.translation_key)
            if best is None or rank < best[0]:
                offered[word.translation_key] = (rank, word.pk)
        field.queryset = field.queryset.filter(pk__in=[pk for _, pk in offered.values()])
