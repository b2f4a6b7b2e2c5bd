"""Themes, communities, places, warnings and partners, in the words of the reader's language."""

from copy import copy
from datetime import datetime

from django.conf import settings

from stories.delivery.door import is_over

TERMS = {"theme": "themes", "community": "communities", "place": "places"}


class Vocabulary:
    """Words by kind and identity, for readers of one language; the words themselves are `found`."""

    def __init__(self, language, languages, found):
        self.chain = languages.fallback(language).tags
        self.languages, self._found = languages, found

    def read_in(self, language):
        """The same words, for a reader of another language."""
        other = copy(self)
        other.chain = self.languages.fallback(language).tags
        return other

    def word(self, kind, key):
        """``{"id", "type", "title", "slug", "language", "text", "url"}``, or None.

        In the reader's language, else in what stands in for it, else in any.
        """
        version = self.best(self._found.get(f"{kind}:{key}"))
        return version and {"id": str(key), "type": kind, **version}

    def best(self, stored):
        """Of the versions that are stored of a word, or an object, the one for the reader, or None."""
        versions = [each for each in (stored or {}).get("versions", ()) if not _is_over(each)]
        return min(
            versions, key=lambda each: preference(each["language"], self.chain), default=None
        )

    def words_of(self, row, kind):
        found = (self.word(kind, key) for key in row.words.get(kind, ()))
        return sorted((word for word in found if word), key=lambda word: word["title"])

    def terms_of(self, row, stories_url):
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
                for word in self.words_of(row, kind)
            ]
            for kind, name in TERMS.items()
        }


def _is_over(version):
    return version["expire_at"] and is_over(datetime.fromisoformat(version["expire_at"]))


def preference(language, chain):
    """Sorts the versions of a word: the reader's language and what stands in for it, as `chain` has them
    (`Fallback.tags`), then the site's own language, then the rest by tag.
    """
    place = chain.index(language) if language in chain else len(chain)
    return (place, language != settings.LANGUAGE_CODE, language)
