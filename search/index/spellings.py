"""The vocabulary of what is public: every spelling, on how many entries it is, and its letters by threes."""

import json
from array import array
from collections import Counter
from operator import itemgetter

from django.db import connection

from search.analysis.grams import grams
from search.analysis.kinship import compared
from search.models import Gram, Spelling
from stories.delivery.statements import planned_once

from .copying import copy

# However many there are, in one go: Django takes longer to write them than the database does.
PAIRS = {
    "postgresql": "SELECT value->>0 AS one, value->>1 AS other FROM json_array_elements(%s)",
    "sqlite": "SELECT json_extract(value, '$[0]') AS one, json_extract(value, '$[1]') AS other"
    " FROM json_each(%s)",
}
COUNT = """
UPDATE search_spelling SET entries = entries + CAST(other AS integer)
FROM ({pairs}) AS pairs WHERE search_spelling.id = CAST(one AS bigint)
RETURNING search_spelling.id, search_spelling.entries
"""
FORGET = """
DELETE FROM search_spelling WHERE id IN (SELECT CAST(one AS bigint) FROM ({pairs}) AS pairs)
RETURNING id, language, folded, stem
"""
FORGET_GRAMS = """
DELETE FROM search_gram WHERE (spelling, gram) IN (SELECT CAST(one AS bigint), other FROM ({pairs}) AS pairs)
"""


def count(more, fewer, forms=None):
    """Counts spellings by primary key, more or fewer times; makes those that are new from their `Form`s, and
    forgets those that are nowhere any more.
    """
    changes = Counter(more)
    changes.subtract(fewer)
    changed = sorted((key, change) for key, change in changes.items() if change)
    if not changed:
        return
    counts = dict(_run(COUNT, changed))
    if new := [pair for pair in changed if pair[0] not in counts]:
        _make(new, forms)
    if nowhere := sorted(key for key, entries in counts.items() if entries <= 0):
        _forget(nowhere)


def _make(counts, forms):
    made = [(forms[key], entries) for key, entries in counts]
    copy(
        Spelling,
        ("id", "language", "exact", "folded", "stem", "entries"),
        [
            (form.key, form.language, form.exact, form.folded, form.stem, entries)
            for form, entries in made
        ],
    )
    found = _grams((form.key, form.language, form.folded, form.stem) for form, _ in made)
    # In the order of their index, of which then less is read.
    copy(Gram, ("spelling", "gram"), sorted(found, key=itemgetter(1)))


def _forget(keys):
    gone = _run(FORGET, [(key, 0) for key in keys])
    _run(FORGET_GRAMS, _grams(gone))


def _grams(spellings):
    """``[(key, gram)]`` of ``(key, language, folded, stem)``."""
    return [
        (key, gram)
        for key, language, folded, stem in spellings
        for gram in grams_in(language, compared(folded, stem, language))
    ]


def grams_in(language, letters):
    """What words of a language that are spelled so, as they are `compared`, are found by."""
    return {f"{language}:{gram}" for gram in grams(letters)}


def _run(statement, pairs):
    """What a statement says of pairs."""
    with planned_once() as cursor:
        cursor.execute(statement.format(pairs=PAIRS[connection.vendor]), [json.dumps(pairs)])
        return cursor.fetchall() if cursor.description else []


def packed(keys):
    return array("q", sorted(keys)).tobytes()


def unpacked(stored):
    return array("q", bytes(stored))
