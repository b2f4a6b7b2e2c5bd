"""Stories by the time that they tell of: a list, decade by decade, and the same as a picture."""

from collections import Counter
from itertools import groupby, pairwise

from django.utils import translation

from stories.delivery import tags
from stories.delivery.door import public_rows
from stories.delivery.memory import memory
from stories.lists import Told
from stories.models import StoryPage
from stories.models.times import decade_of
from stories.translation.interface import interface_language

from .details import cards
from .times import decade_in_words

# In the picture, of the decade that most stories tell of; where that is no more, each thread is a story.
MOST_THREADS = 18


def told(reader):
    """The list of what tells of a time, for a reader."""
    reader.shows(tags.listed(StoryPage.api_type))
    return Told(StoryPage, reader.languages, reader.fallback)


def languages_told_in():
    """The languages that something that tells of a time really is in."""
    rows = public_rows().filter(type=StoryPage.api_type, tells_from__isnull=False).order_by()
    return memory.get(
        "languages of the timeline", lambda: set(rows.values_list("locale", flat=True).distinct())
    )


def decades(listing, reader, url):
    """Each decade that something tells of, from the earliest: ``[{"decade", "title", "count", "threads",
    "after_gap", "url"}…]``; `url` gives the address of the part of the list that has its first story.
    """
    counts = Counter()
    for year, count in listing.years().items():
        counts[decade_of(year)] += count
    most, before, found = max(counts.values(), default=0), 0, []
    with translation.override(interface_language(reader.language)):
        for decade, count in counts.items():
            found.append(
                {
                    "decade": decade,
                    "title": decade_in_words(decade),
                    "count": count,
                    "threads": range(_threads(count, most)),
                    "after_gap": False,
                    "url": f"{url(before)}#{anchor(decade)}",
                }
            )
            before += count
    for earlier, later in pairwise(found):
        later["after_gap"] = later["decade"] > earlier["decade"] + 10
    return found


def _threads(count, most):
    return count if most <= MOST_THREADS else max(1, round(count * MOST_THREADS / most))


def by_decade(keys, reader):
    """Stories with those identities, in that order, as cards: ``[{"decade", "title", "anchor",
    "cards"}…]``.
    """
    found = [card for card in cards(keys, reader) if card["tells_of"]]
    with translation.override(interface_language(reader.language)):
        return [
            {
                "decade": decade,
                "title": decade_in_words(decade),
                "anchor": anchor(decade),
                "cards": list(each),
            }
            for decade, each in groupby(
                found, key=lambda card: decade_of(card["tells_of"]["from_year"])
            )
        ]


def anchor(decade):
    return f"decade-{decade}"
