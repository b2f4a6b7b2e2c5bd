from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

from stories.addresses import is_taken
from stories.slugs import free_slug, title_slug

VOCABULARY = ("themes", "communities", "places", "content_warnings")


class ContentPageForm(WagtailAdminPageForm):
    """Offers each word of the vocabulary once, in the page's language where it has been translated."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.locale_id is None:
            # What is previewed before it is saved has no language of its own yet.
            self.instance.locale = self.parent_page.locale
            self.instance.source_language = self.instance.locale.language_code
        if "slug" in self.fields:
            # Browsers find none for a title in most scripts; `clean` does.
            self.fields["slug"].required = False
        for name in VOCABULARY:
            if name in self.fields:
                self._offer_once(self.fields[name], self.initial.get(name) or [])

    def clean(self):
        """Finds an address, the same in every language, that no other page has."""
        cleaned = super().clean()
        page, parent = self.instance, self.parent_page
        if parent is None or "slug" not in self.fields or "slug" in self.errors:
            return cleaned
        if not cleaned.get("slug") and cleaned.get("title"):
            base = title_slug(cleaned["title"], page.locale.language_code) or page.api_type
            cleaned["slug"] = free_slug(base, lambda slug: is_taken(slug, parent, page))
        elif cleaned.get("slug") and is_taken(cleaned["slug"], parent, page):
            self.add_error("slug", _("Another page has this address, here or in another language."))
        return cleaned

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
