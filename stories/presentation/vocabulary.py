"""Themes, communities, places, warnings, partners and objects, in the words of the reader's language."""

from collections import defaultdict
from copy import copy

from django.conf import settings
from django.db.models import BooleanField, CharField, ExpressionWrapper, F, Value

from stories.delivery.door import is_published
from stories.models import (
    CollectionObject,
    Community,
    ContentPage,
    ContentWarning,
    Partner,
    Place,
    StoryPage,
    Theme,
)

TERMS = {"theme": "themes", "community": "communities", "place": "places"}


class Vocabulary:
    """The terms of a number of pages, and other words of the vocabulary, for readers of one language."""

    def __init__(self, language, languages):
        self.languages = languages
        self.chain = languages.fallback(language).tags
        self._of_page = defaultdict(lambda: defaultdict(list))
        self._words = {}
        self._wanted = set()

    def want(self, kind, keys):
        """Also load these: `kind` is ``content_warning`` or ``partner``, keys are primary keys."""
        self._wanted |= {(kind, key) for key in keys}

    def read_in(self, language):
        """The same words, for a reader of another language."""
        other = copy(self)
        other.chain = self.languages.fallback(language).tags
        return other

    def load(self, page_keys):
        if page_keys:
            self._load_links(page_keys)
        if self._wanted:
            self._load_words()

    def _load_links(self, page_keys):
        models = {
            kind: ContentPage._meta.get_field(name).remote_field for kind, name in TERMS.items()
        }
        models["content_warning"] = StoryPage._meta.get_field("content_warnings").remote_field
        parts = []
        for kind, relation in models.items():
            page = "storypage_id" if kind == "content_warning" else "contentpage_id"
            term = f"{relation.model._meta.model_name}_id"
            parts.append(
                relation.through.objects.filter(**{f"{page}__in": page_keys}).values_list(
                    Value(kind, CharField()), F(page), F(term)
                )
            )
        for kind, page, term in parts[0].union(*parts[1:], all=True):
            self._of_page[page][kind].append(term)
            self._wanted.add((kind, term))

    def _load_words(self):
        """One query for words of every kind, in every language that they are in."""
        columns = {
            "theme": (Theme, "description", Value("")),
            "community": (Community, "description", Value("")),
            "place": (Place, Value(""), Value("")),
            "content_warning": (ContentWarning, "text", Value("")),
            "partner": (Partner, "description", "url"),
        }
        parts = []
        for kind, (model, text, url) in columns.items():
            keys = [key for wanted_kind, key in self._wanted if wanted_kind == kind]
            if not keys:
                continue
            wanted = model.objects.filter(pk__in=keys).values("translation_key")
            parts.append(
                model.objects.order_by()
                .filter(translation_key__in=wanted)
                .values_list(
                    Value(kind, CharField()), "pk", "translation_key", "locale__language_code",
                    shown(), "name", "slug", F(text) if isinstance(text, str) else text,
                    F(url) if isinstance(url, str) else url,
                )
            )  # fmt: skip
        found = defaultdict(list)
        for kind, pk, key, language, is_shown, title, slug, text, url in parts[0].union(
            *parts[1:], all=True
        ):
            word = {
                "id": str(key),
                "type": kind,
                "title": title,
                "slug": slug,
                "language": language,
            }
            versions = found[kind, word["id"]]
            versions.append((language, is_shown, {**word, "text": text, "url": url}))
            self._words[kind, pk] = versions

    def keys(self):
        """The identities of all words that were loaded."""
        return {versions[0][2]["id"] for versions in self._words.values()}

    def word(self, kind, key):
        """``{"id", "type", "title", "slug", "language", "text", "url"}``, or None.

        In the reader's language, else in what stands in for it, else in any.
        """
        versions = [each for each in self._words.get((kind, key), ()) if each[1]]
        if not versions:
            return None
        return min(versions, key=lambda each: preference(each[0], self.chain))[2]

    def words_of(self, page_key, kind):
        found = (self.word(kind, key) for key in self._of_page[page_key][kind])
        return sorted((word for word in found if word), key=lambda word: word["title"])

    def of_page(self, page_key, stories_url):
        """A page's terms as Refs, each leading to the stories that share it."""
        return {
            name: [
                {
                    "id": word["id"],
                    "type": kind,
                    "title": word["title"],
                    "slug": word["slug"],
                    "url": f"{stories_url}?{kind}={word['slug']}",
                    "language": word["language"],
                }
                for word in self.words_of(page_key, kind)
            ]
            for kind, name in TERMS.items()
        }


def preference(language, chain):
    """Sorts the versions of a word: the reader's language and what stands in for it, as `chain` has them
    (`Fallback.tags`), then the site's own language, then the rest by tag.
    """
    place = chain.index(language) if language in chain else len(chain)
    return (place, language != settings.LANGUAGE_CODE, language)


def shown():
    """Whether readers may have a version of a word."""
    return ExpressionWrapper(is_published(), output_field=BooleanField())


def collection_objects_for(keys):
    """Collection objects by the primary keys asked for, each as the list of its versions.

    Of these readers may have those that have `is_shown`.
    """
    if not keys:
        return {}
    wanted = CollectionObject.objects.filter(pk__in=keys).values("translation_key")
    versions = defaultdict(list)
    rows = CollectionObject.objects.filter(translation_key__in=wanted).select_related("locale")
    for row in rows.annotate(is_shown=shown()):
        versions[row.translation_key].append(row)
    return {row.pk: rows for rows in versions.values() for row in rows}
