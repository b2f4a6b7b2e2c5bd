"""How much two pages have in common. What counts how much is said here and nowhere else."""

# What both have to do with, from what ties them most.
WEIGHTS = {
    "project": 8,
    "object": 7,
    "contributor": 6,
    "programme": 4,
    "theme": 3,
    "community": 3,
    "partner": 3,
    "place": 2,
}
# Told in the same language: it decides between two that share as much else, and never alone.
SAME_LANGUAGE = 1
# Types of pages that lead on, and are led to.
LED = ("programme", "project", "story")
# So many are kept ready of each page, and so many shown: some may not be for the reader.
KEPT, SHOWN = 8, 4


def nearest(key, scores, most=KEPT):
    """The best of ``{identity: score}`` for a page, as ``[(identity, score)…]``, the nearest first.

    Between equals the page's own identity decides: always in the same way, and differently for each
    page, so that of many stories about one theme none is led to from all of them.
    """
    return sorted(scores.items(), key=lambda each: order(key, *each))[:most]


def order(key, other, score):
    return -score, key.int ^ other.int


def reason(own, others):
    """Of two pages' bonds, ``{(kind, identity)}``, the one that ties them most, or None."""
    shared = [bond for bond in own & others if bond[0] in WEIGHTS]
    return min(shared, key=lambda bond: (-WEIGHTS[bond[0]], bond[1].int), default=None)


def ranked(key, own, near):
    """``[(identity, reason)…]``, the nearest first, of the pages that may be `near` a page.

    `own` is ``(language, bonds)`` of the page, `near` ``{identity: (language, bonds)}``. What has nothing
    in common with it is left out.
    """
    language, bonds = own
    scores = {
        other: score(bonds & theirs, language == tongue) for other, (tongue, theirs) in near.items()
    }
    found = nearest(key, {other: each for other, each in scores.items() if each}, len(scores))
    return [(other, reason(bonds, near[other][1])) for other, _score in found]


def score(shared, is_same_language):
    """What is shared, weighed; 0 where it is nothing but the language."""
    weight = sum(WEIGHTS.get(kind, 0) for kind, _identity in shared)
    return weight and weight + SAME_LANGUAGE * is_same_language
