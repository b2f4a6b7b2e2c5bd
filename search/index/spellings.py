"""The vocabulary of what is public: every spelling, on how many entries it is, and its letters by threes."""

import json
from array import array
from collections import Counter, defaultdict
from functools import cache

from django.db import connection
from django.db.models import BigIntegerField, CharField

from search.analysis.grams import grams
from search.analysis.kinship import compared
from search.models import Gram, Spelling
from stories.delivery.statements import Bound, Several, Statement

CHUNK = 900  # parameters in a query
# However many there are, in one go: Django takes longer to write them than the database does.
PAIRS = {
    "postgresql": "SELECT value->>0 AS one, value->>1 AS other FROM json_array_elements(%s)",
    "sqlite": "SELECT json_extract(value, '$[0]') AS one, json_extract(value, '$[1]') AS other"
    " FROM json_each(%s)",
}
COUNT = """
UPDATE search_spelling SET entries = entries + CAST(other AS integer)
FROM ({pairs}) AS pairs WHERE search_spelling.id = CAST(one AS bigint)
"""
ADD_GRAMS = """
INSERT INTO search_gram (spelling, gram) SELECT CAST(one AS bigint), other FROM ({pairs}) AS pairs
"""


def known(spellings):
    """The primary keys of spellings, ``{(language, exact): Form}``; makes those that are new."""
    found = _find(spellings)
    missing = [key for key in spellings if key not in found]
    if missing:
        Spelling.objects.bulk_create(
            [
                Spelling(
                    language=form.language, exact=form.exact, folded=form.folded, stem=form.stem
                )
                for form in (spellings[key] for key in sorted(missing))
            ]
        )
        made = _find(missing)
        _run(
            ADD_GRAMS,
            [
                (made[key], gram)
                for key in sorted(missing)
                for gram in sorted(_grams_of(spellings[key]))
            ],
        )
        found |= made
    return found


def _grams_of(form):
    return grams_in(form.language, compared(form.folded, form.stem, form.language))


def grams_in(language, letters):
    """What words of a language that are spelled so, as they are `compared`, are found by."""
    return {f"{language}:{gram}" for gram in grams(letters)}


def _find(keys):
    by_language = defaultdict(list)
    for language, exact in keys:
        by_language[language].append(exact)
    return {
        (language, exact): pk
        for language, words in by_language.items()
        for pk, exact in _written().rows(language=language, words=words)
    }


@cache
def _written():
    asked = {
        "language": Bound("language", CharField()),
        "exact__among": Several("words", CharField()),
    }
    return Statement(Spelling.objects.filter(**asked).values_list("pk", "exact"))


def count(more, fewer):
    """Counts spellings by primary key, more or fewer times; forgets those that are nowhere any more."""
    changes = Counter(more)
    changes.subtract(fewer)
    if changed := [(key, change) for key, change in changes.items() if change]:
        _run(COUNT, sorted(changed))
    if rarer := sorted(key for key, change in changed if change < 0):
        _forget([key for (key,) in _nowhere().rows(keys=rarer)])


@cache
def _nowhere():
    rows = Spelling.objects.filter(pk__among=Several("keys", BigIntegerField()), entries__lte=0)
    return Statement(rows.values_list("pk"))


def _forget(keys):
    for start in range(0, len(keys), CHUNK):
        chunk = keys[start : start + CHUNK]
        Gram.objects.filter(spelling__in=chunk).delete()
        Spelling.objects.filter(pk__in=chunk).delete()


def _run(statement, pairs):
    with connection.cursor() as cursor:
        cursor.execute(statement.format(pairs=PAIRS[connection.vendor]), [json.dumps(pairs)])


def packed(keys):
    return array("q", sorted(keys)).tobytes()


def unpacked(stored):
    return array("q", bytes(stored))
