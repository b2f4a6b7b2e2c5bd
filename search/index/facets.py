"""What entries are counted under: a bitmap of entries for each value of each dimension."""

from collections import defaultdict

from django.db import connection
from django.db.models import Q
from pyroaring import BitMap

from search.models import Facet
from stories.delivery.memory import memory

TERMS = {"theme": "themes", "community": "communities", "place": "places"}
FORMATS = {"audio": "audio", "video": "video", "image": "pictures", "gallery": "pictures"}


def facets_of(page):
    """``[[dimension, value]]`` of a presented page."""
    found = {("type", page["type"]), ("language", page["language"]["served"])}
    for dimension, name in TERMS.items():
        found |= {(dimension, word["id"]) for word in page[name]}
    formats = {FORMATS[block["type"]] for block in page["body"] if block["type"] in FORMATS}
    found |= {("format", each) for each in formats or {"text"}}
    return [list(each) for each in sorted(found)]


def change(added, removed):
    """Puts entries under values and takes them away: ``{(dimension, value): {entry…}}`` both."""
    wanted = defaultdict(set)
    for dimension, value in {*added, *removed}:
        wanted[dimension].add(value)
    these = (Q(dimension=name, value__in=values) for name, values in wanted.items())
    found = Facet.objects.filter(Q(*these, _connector=Q.OR)) if wanted else ()
    rows = {(row.dimension, row.value): row for row in found}
    new, changed, empty = [], [], []
    for key in sorted({*added, *removed}):
        row = rows.get(key)
        entries = BitMap.deserialize(bytes(row.entries)) if row else BitMap()
        entries |= BitMap(added.get(key, ()))
        entries -= BitMap(removed.get(key, ()))
        packed = entries.serialize()
        if row is None:
            if entries:
                new.append(Facet(dimension=key[0], value=key[1], entries=packed))
        elif entries:
            changed.append((packed, row.pk))
        else:
            empty.append(row.pk)
    Facet.objects.bulk_create(new)
    if changed:
        with connection.cursor() as cursor:
            cursor.executemany(
                f"UPDATE {Facet._meta.db_table} SET entries = %s WHERE id = %s", changed
            )
    Facet.objects.filter(pk__in=empty).delete()


def bitmaps():
    """``{dimension: {value: BitMap}}`` of all entries. One query, or none where they are remembered; nobody
    may change them.
    """
    return memory.get("facets", _bitmaps)


def _bitmaps():
    found = defaultdict(dict)
    for dimension, value, entries in Facet.objects.values_list("dimension", "value", "entries"):
        found[dimension][value] = BitMap.deserialize(bytes(entries))
    return found
