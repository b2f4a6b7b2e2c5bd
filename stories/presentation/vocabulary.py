"""Themes, communities, places, warnings and partners, in the words of the reader's language."""

from copy import copy
from datetime import datetime

from django.conf import settings

from stories.delivery.door import is_over
from stories.subjects import subject_ref
from stories.translation.languages import direction

TERMS = {"theme": "themes", "community": "communities", "place": "places"}


class Vocabulary:
    """Words by kind and identity, for readers of one language; the words themselves are `found`."""

    def __init__(self, language, languages, found):
        self.language, self.chain = language, languages.fallback(language).tags
        self.languages, self._found = languages, found

    def read_in(self, language):
        """The same words, for a reader of another language."""
        other = copy(self)
        other.language, other.chain = language, self.languages.fallback(language).tags
        return other

    def word(self, kind, key):
        """``{"id", "type", "title", "slug", "language", "text", "url"}``, or None.

        In the reader's language, else in what stands in for it, else in any.
        """
        version = self.best(self._found.get(f"{kind}:{key}"))
        return version and {"id": str(key), "type": kind, **version}

    def object(self, key):
        """``{"id", "title", "slug", "language"}`` of a collection object, or None."""
        version = self.best(self._found.get(f"object:{key}"))
        return version and {
            "id": str(key),
            **{name: version[name] for name in ("title", "slug", "language")},
        }

    def names(self, kind, key):
        """What it is called in other languages, each name once: ``[{"title", "lang", "dir"}]``."""
        stored = self._found.get(f"{kind}:{key}")
        best, found = self.best(stored), {}
        for each in stored["versions"] if best else ():
            if each["title"] != best["title"] and not is_over_now(each):
                found.setdefault(each["title"], each["language"])
        named = sorted(found.items(), key=lambda each: preference(each[1], self.chain))
        return [{"title": title, "lang": tag, "dir": direction(tag)} for title, tag in named]

    def best(self, stored):
        """Of the versions that are stored of a word, or an object, the one for the reader, or None."""
        versions = [each for each in (stored or {}).get("versions", ()) if not is_over_now(each)]
        return min(
            versions, key=lambda each: preference(each["language"], self.chain), default=None
        )

    def words_of(self, row, kind):
        found = (self.word(kind, key) for key in row.words.get(kind, ()))
        return sorted((word for word in found if word), key=lambda word: word["title"])

    def terms_of(self, row, base=""):
        """A page's terms as Refs, each leading to the page of what else it is found by."""
        return {
            name: [
                subject_ref(kind, word, self.language, base) for word in self.words_of(row, kind)
            ]
            for kind, name in TERMS.items()
        }


def is_over_now(version):
    """Whether a version that is stored of a word was only public until a moment that has passed."""
    return version["expire_at"] and is_over(datetime.fromisoformat(version["expire_at"]))


def preference(language, chain):
    """Sorts the versions of a word: the reader's language and what stands in for it, as `chain` has them
    (`Fallback.tags`), then the site's own language, then the rest by tag.
    """
    place = chain.index(language) if language in chain else len(chain)
    return (place, language != settings.LANGUAGE_CODE, language)
