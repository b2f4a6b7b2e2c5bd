"""The words of the vocabulary that searches are narrowed by, as readers may see them."""

from bisect import bisect_right
from collections import defaultdict
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.utils import timezone

from stories.delivery.door import is_over
from stories.delivery.memory import memory
from stories.models import Community, Place, Theme
from stories.presentation.vocabulary import preference

WORDS = {"theme": Theme, "community": Community, "place": Place}


class Version(NamedTuple):
    """A word in one language."""

    language: str
    name: str
    slug: str
    expire_at: datetime | None


def words():
    """``{dimension: {identity: [Version…]}}`` of all words. A query for each dimension, or none where they
    are remembered.
    """
    return memory.get("words to search by", _words)


def _words():
    found = {}
    for dimension, model in WORDS.items():
        found[dimension] = defaultdict(list)
        rows = model.objects.filter(live=True).order_by("pk")
        columns = ("translation_key", "locale__language_code", "name", "slug", "expire_at")
        for key, *version in rows.values_list(*columns):
            found[dimension][str(key)].append(Version(*version))
    return found


def identity(dimension, value):
    """The identity of the word that has this slug, or is it; or None."""
    known = words()[dimension]
    try:
        wanted = {str(UUID(value)): known.get(str(UUID(value)), ())}
    except ValueError:
        wanted = {
            key: [each for each in versions if each.slug == value]
            for key, versions in known.items()
        }
    for key, versions in wanted.items():
        if not all(is_over(each.expire_at) for each in versions):
            return key
    return None


def named(dimension, key, chain):
    """``{"name", "slug", "language"}`` of a word, in the best language for a reader, or None."""
    versions = [each for each in words()[dimension].get(key, ()) if not is_over(each.expire_at)]
    best = min(versions, key=lambda each: preference(each.language, chain), default=None)
    return best and {"name": best.name, "slug": best.slug, "language": best.language}


def ended():
    """How many versions of words are over: what was told of words is true as long as that stays as it is."""
    return bisect_right(memory.get("when words end", _ends), timezone.now())


def _ends():
    versions = (
        each for known in words().values() for several in known.values() for each in several
    )
    return sorted(each.expire_at for each in versions if each.expire_at)
