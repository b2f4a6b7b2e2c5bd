"""The table of terms: how the two databases write it and look into it. Nothing else differs.

Both find the same entries. What is best among them is decided by `search.asking`, from the same numbers.
"""

from array import array

from django.db import connection, transaction
from pyroaring import BitMap

from .terms import ANYTHING


def table():
    """The table as the database in use has it."""
    return PostgreSQL() if connection.vendor == "postgresql" else SQLite()


class PostgreSQL:
    """A tsvector without positions, and a GIN index on it."""

    CREATE = (
        # Counting many matches is to read few pages: terms lie beside the table proper. PostgreSQL
        # puts there only what makes a row longer than 2 kB, so each has that, which compresses to nothing.
        "CREATE TABLE search_terms (rowid bigint PRIMARY KEY, terms tsvector NOT NULL,"
        " filler text NOT NULL DEFAULT repeat(' ', 2100)) WITH (toast_tuple_target = 128)",
        # What waits to be put in order is read by every search: little may wait (kB).
        "CREATE INDEX search_terms_gin ON search_terms USING gin (terms)"
        " WITH (gin_pending_list_limit = 256)",
    )
    WRITE = (
        "INSERT INTO search_terms (rowid, terms) VALUES (%s, array_to_tsvector(%s)) "
        "ON CONFLICT (rowid) DO UPDATE SET terms = excluded.terms"
    )
    LOOK = (
        "SELECT {number}, string_agg(int4send(rowid::int), '') FROM search_terms "
        "WHERE terms @@ %s::tsquery"
    )

    def write(self, rows):
        """Writes ``(entry, terms)`` pairs."""
        with connection.cursor() as cursor:
            cursor.executemany(self.WRITE, [(entry, sorted(terms)) for entry, terms in rows])

    def having(self, sets):
        """For each set of terms the entries that have at least one of them, as bitmaps; one query.

        A term that ends with ``*`` stands for all that begin so.
        """
        asked = [self.query(terms) for terms in sets]
        found = [BitMap()] * len(sets)
        wanted = [number for number, query in enumerate(asked) if query]
        if not wanted:
            return found
        sql = " UNION ALL ".join(self.LOOK.format(number=number) for number in wanted)
        with transaction.atomic(), connection.cursor() as cursor:
            # The planner knows nothing of what it costs to fetch terms without the index.
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute(sql, [asked[number] for number in wanted])
            for number, packed in cursor.fetchall():
                if packed:
                    numbers = array("I", bytes(packed))
                    numbers.byteswap()
                    found[number] = BitMap(numbers)
        return found

    @staticmethod
    def query(terms):
        return " | ".join(map(_quoted, sorted(terms)))


def _quoted(term):
    bare = term.removesuffix(ANYTHING)
    quoted = bare.replace("\\", "\\\\").replace("'", "''")
    return f"'{quoted}'" if bare == term else f"'{quoted}':*"


class SQLite:
    """FTS5, with terms in hexadecimal: its tokenizers have their own ideas of what a letter is."""

    CREATE = ("CREATE VIRTUAL TABLE search_terms USING fts5(terms, detail=none, tokenize='ascii')",)
    WRITE = "INSERT INTO search_terms (rowid, terms) VALUES (%s, %s)"

    def write(self, rows):
        with connection.cursor() as cursor:
            cursor.executemany(
                "DELETE FROM search_terms WHERE rowid = %s", [(entry,) for entry, _ in rows]
            )
            cursor.executemany(
                self.WRITE, [(entry, " ".join(map(code, sorted(terms)))) for entry, terms in rows]
            )

    def having(self, sets):
        found = []
        with connection.cursor() as cursor:
            for terms in sets:
                query = " OR ".join(map(_asked, sorted(terms)))
                rows = ()
                if query:
                    cursor.execute(
                        "SELECT rowid FROM search_terms WHERE search_terms MATCH %s", [query]
                    )
                    rows = cursor.fetchall()
                found.append(BitMap([entry for (entry,) in rows]))
        return found


def _asked(term):
    bare = term.removesuffix(ANYTHING)
    return f'"{code(bare)}"' if bare == term else f'"{code(bare)}"*'


def code(term):
    return term.encode().hex()


def forget(entries):
    """Takes entries out of the table."""
    entries = list(entries)
    if entries:
        with connection.cursor() as cursor:
            cursor.executemany(
                "DELETE FROM search_terms WHERE rowid = %s", [(entry,) for entry in entries]
            )
