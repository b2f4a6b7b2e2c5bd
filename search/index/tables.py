"""The table of terms: how the two databases write it and look into it. Nothing else differs.

Both find the same entries. What is best among them is decided by `search.asking`, from the same numbers.
"""

import json
from array import array

from django.db import connection
from pyroaring import BitMap

from stories.delivery.statements import planned_once

from .terms import ANYTHING

BETWEEN, ROWS = "\x01", "\x02"  # in no term


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
        # What waits to be put in order is read by every search, so nothing waits when what was written is
        # committed: many at a time take less. No more may wait until then (kB).
        "CREATE INDEX search_terms_gin ON search_terms USING gin (terms)"
        " WITH (gin_pending_list_limit = 2048)",
        # Whoever writes need not be who owns the index.
        """
        CREATE FUNCTION search_put_in_order() RETURNS bigint LANGUAGE sql SECURITY DEFINER
        SET search_path FROM CURRENT AS $$ SELECT gin_clean_pending_list('search_terms_gin') $$
        """,
        # Nobody reads them from there; to compress them would take as long as to write them.
        "ALTER TABLE search_terms ALTER COLUMN terms SET STORAGE EXTERNAL",
        # Each search reads it of what it shows, and would have to unpack it.
        "ALTER TABLE search_entry ALTER COLUMN concordance SET STORAGE EXTERNAL",
        # A plan is made once. The planner knows nothing of what it costs to fetch terms without the index.
        """
        CREATE FUNCTION search_having(asked text[]) RETURNS TABLE (number int, entries bytea)
        LANGUAGE plpgsql STABLE SET enable_seqscan = off AS $$
        BEGIN
            FOR place IN 1 .. coalesce(array_length(asked, 1), 0) LOOP
                SELECT string_agg(int4send(rowid::int), '') INTO entries FROM search_terms
                WHERE terms @@ asked[place]::tsquery;
                IF entries IS NOT NULL THEN
                    number := place;
                    RETURN NEXT;
                END IF;
            END LOOP;
        END $$
        """,
    )
    DROP = (
        "DROP FUNCTION search_having(text[])",
        "DROP FUNCTION search_put_in_order()",
        "DROP TABLE search_terms",
    )
    WRITE = (
        "INSERT INTO search_terms (rowid, terms)"
        # Of one entry without a word PostgreSQL makes no array of one text, but one of none.
        f" SELECT number::bigint, array_to_tsvector(string_to_array(coalesce(terms, ''), '{BETWEEN}')) FROM"
        f" unnest(string_to_array(%s, '{BETWEEN}'), string_to_array(%s, '{ROWS}')) AS rows (number, terms)"
        " ON CONFLICT (rowid) DO UPDATE SET terms = excluded.terms"
    )

    def write(self, rows):
        """Writes ``(entry, terms)`` pairs."""
        entries = BETWEEN.join(str(entry) for entry, _terms in rows)
        several = ROWS.join(BETWEEN.join(terms) for _entry, terms in rows)
        with planned_once() as cursor:
            cursor.execute(self.WRITE, [entries, several])
            cursor.execute("SELECT search_put_in_order()")

    def having(self, sets):
        """For each set of terms the entries that have at least one of them, as bitmaps; one query.

        A term that ends with ``*`` stands for all that begin so.
        """
        asked = [self.query(terms) for terms in sets]
        found = [BitMap()] * len(sets)
        wanted = [number for number, query in enumerate(asked) if query]
        if not wanted:
            return found
        with planned_once(is_binary=True) as cursor:
            cursor.execute(
                "SELECT number, entries FROM search_having(%s)", [[asked[each] for each in wanted]]
            )
            for place, packed in cursor.fetchall():
                numbers = array("I", bytes(packed))
                numbers.byteswap()
                found[wanted[place - 1]] = BitMap(numbers)
        return found

    def having_rows(self, entries, rows):
        """Of a bitmap of entries those in which one of the rows of words stands."""
        stands = " OR ".join(["position(%s in row) > 0"] * len(rows))
        sql = f"SELECT id FROM search_entry WHERE id = ANY(%s) AND ({stands})"
        with connection.cursor() as cursor:
            cursor.execute(sql, [list(entries), *rows])
            return [entry for (entry,) in cursor.fetchall()]

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
    DROP = ("DROP TABLE search_terms",)
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

    def having_rows(self, entries, rows):
        stands = " OR ".join(["instr(row, %s) > 0"] * len(rows))
        sql = (
            "SELECT id FROM search_entry WHERE id IN (SELECT value FROM json_each(%s))"
            f" AND ({stands})"
        )
        with connection.cursor() as cursor:
            cursor.execute(sql, [json.dumps(list(entries)), *rows])
            return [entry for (entry,) in cursor.fetchall()]


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
