"""The vocabulary of what is public: every spelling, on how many entries it is, and its letters by threes."""

from array import array
from collections import Counter, defaultdict

from django.db import connection

from search.analysis.kinship import compared, grams
from search.models import Gram, Spelling

CHUNK = 900  # parameters in a query
COUNT = """
WITH changed (id, more) AS (VALUES {rows})
UPDATE {table} SET entries = entries + changed.more FROM changed WHERE {table}.id = changed.id
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
            ],
            batch_size=CHUNK // 5,
        )
        made = _find(missing)
        Gram.objects.bulk_create(
            [
                Gram(gram=gram, spelling=made[key])
                for key in sorted(missing)
                for gram in sorted(_grams(spellings[key]))
            ],
            batch_size=CHUNK // 2,
        )
        found |= made
    return found


def _grams(form):
    return grams(compared(form.folded, form.stem, form.language))


def _find(keys):
    by_language = defaultdict(list)
    for language, exact in keys:
        by_language[language].append(exact)
    found = {}
    for language, words in by_language.items():
        for chunk in chunks(words):
            rows = Spelling.objects.filter(language=language, exact__in=chunk)
            for pk, exact in rows.values_list("pk", "exact"):
                found[language, exact] = pk
    return found


def count(more, fewer):
    """Counts spellings by primary key, more or fewer times; forgets those that are nowhere any more."""
    changes = Counter(more)
    changes.subtract(fewer)
    for chunk in chunks(sorted((key, change) for key, change in changes.items() if change)):
        rows = ", ".join(f"({key}, {change})" for key, change in chunk)
        with connection.cursor() as cursor:
            cursor.execute(COUNT.format(table=Spelling._meta.db_table, rows=rows))
    for chunk in chunks(sorted(key for key, change in changes.items() if change < 0)):
        gone = list(
            Spelling.objects.filter(pk__in=chunk, entries__lte=0).values_list("pk", flat=True)
        )
        if gone:
            Gram.objects.filter(spelling__in=gone).delete()
            Spelling.objects.filter(pk__in=gone).delete()


def packed(keys):
    return array("q", sorted(keys)).tobytes()


def unpacked(stored):
    return array("q", bytes(stored))


def chunks(values):
    for start in range(0, len(values), CHUNK):
        yield values[start : start + CHUNK]
