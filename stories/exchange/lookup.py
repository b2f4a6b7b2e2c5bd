"""What bundles name by slug, number or place, found in the site in the language that fits best."""

from collections import defaultdict

from django.conf import settings
from wagtail.models import Locale

from stories.models import (
    CollectionObject,
    Community,
    ContentPage,
    ContentWarning,
    Place,
    ProgrammePage,
    ProjectPage,
    Theme,
)

CREATED_WHEN_MISSING = {"themes": Theme, "communities": Community, "places": Place}
WORDS = {**CREATED_WHEN_MISSING, "content_warnings": ContentWarning}
PAGES = {"project": ProjectPage, "programme": ProgrammePage}


class Lookup:
    """Asks for each name once. What was asked within a bundle that failed is forgotten with `forget`."""

    def __init__(self):
        self.forget()

    def forget(self):
        self._versions = {}

    def word(self, field, slug, language):
        """A word of the vocabulary, or None."""
        return self._best(WORDS[field], "slug", slug, language)

    def new_word(self, field, slug):
        """A word that has only its slug for a name, in the site's default language."""
        locale = Locale.objects.get(language_code=settings.LANGUAGE_CODE)
        word = WORDS[field].objects.create(name=slug, slug=slug, locale=locale)
        self._versions.pop((WORDS[field], slug), None)
        return word

    def page(self, field, slug, language):
        """The project or programme with that slug, or None."""
        return self._best(PAGES[field], "slug", slug, language)

    def object(self, number, language):
        return self._best(CollectionObject, "museum_number", number, language)

    def _best(self, model, field, value, language):
        if (model, value) not in self._versions:
            rows = model.objects.filter(**{field: value}).select_related("locale")
            self._versions[model, value] = {row.locale.language_code: row for row in rows}
        return best(self._versions[model, value], language)

    def place(self, place, language):
        """The page at a place below the home page (``stories/the-badge``), or with that slug, or None."""
        slug = place.strip("/").rpartition("/")[2]
        rows = ContentPage.objects.filter(slug=slug, alias_of=None).select_related("locale")
        if "/" in place.strip("/"):
            rows = rows.filter(url_path__endswith=f"/{place.strip('/')}/")
        by_key = defaultdict(dict)
        for row in rows.only("pk", "url_path", "translation_key", "locale__language_code"):
            by_key[row.translation_key][row.locale.language_code] = row
        found = [best(versions, language) for versions in by_key.values()]
        # The shortest place, where a slug is used in several: a page of its own before those in lists.
        return min(found, key=lambda row: (row.url_path.count("/"), row.pk), default=None)


def best(versions, language):
    """Out of ``{language: row}``: the language's own, else the site's, else the first."""
    for tag in (language, settings.LANGUAGE_CODE):
        if tag in versions:
            return versions[tag]
    return next(iter(versions.values()), None)
