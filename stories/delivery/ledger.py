"""Whether an answer is still as good as new: each process follows the log, one small query a request."""

from collections import OrderedDict
from datetime import UTC
from math import inf
from threading import Lock

from django.db import Error, connections

from .line import is_last
from .log import Change
from .tags import EVERYTHING

REMEMBERED = 20_000  # tags; an answer older than what is remembered counts as stale
PAGE = 1_000
TABLE = Change._meta.db_table
QUERY = f"SELECT seq, at, tags FROM {TABLE} WHERE seq >= %s ORDER BY seq LIMIT {PAGE}"
LAST = f"SELECT seq, at, tags FROM {TABLE} ORDER BY seq DESC LIMIT {PAGE}"


class Ledger:
    """Which tag was touched when, as far back as is remembered.

    `follow` reads what is new in the log and returns its last number; `is_valid` then answers from
    memory. The last change is read again each time, so that a database put back from a backup is
    noticed: `history` is then another one.
    """

    def __init__(self):
        self._lock = Lock()
        self._asked = self._answered = 0  # of all questions, the last that was begun, and answered
        self.forget()

    def forget(self):
        self.history, self._is_begun = object(), False
        self._head, self._at, self._floor = 0, None, inf
        self._touched = OrderedDict()

    def follow(self, line=None):
        """Asks by the thread's own connection, or by a `line.Line`."""
        asked = self._asked
        with self._lock:
            if self._answered > asked:
                return self._head  # somebody has asked and been answered since this was called
            self._asked += 1
            own = line.connection if line else connections["default"]
            if not (self._is_begun and is_last(own, self._head, self._at, line)):
                self._read(own)
            self._answered = self._asked
            return self._head

    def _read(self, connection):
        if not self._is_begun:
            self._begin(connection)
            return
        while len(rows := _rows(connection, QUERY, [self._head])) == PAGE:
            self._read_on(connection, rows)
        self._read_on(connection, rows)

    def _begin(self, connection):
        rows = _rows(connection, LAST)[::-1]
        self.forget()
        self._note(rows)
        floor = rows[0][0] if len(rows) == PAGE else 0
        self._floor = floor if self._floor == inf else max(floor, self._floor)
        self._is_begun = True

    def _read_on(self, connection, rows):
        if self._head and (not rows or rows[0][:2] != (self._head, self._at)):
            self._begin(connection)
        else:
            self._note(rows[1:] if self._head else rows)

    def _note(self, rows):
        for seq, at, tags in rows:
            for tag in (EVERYTHING, *tags.split()):
                self._touched[tag] = seq
                self._touched.move_to_end(tag)
            self._head, self._at = seq, at
        while len(self._touched) > REMEMBERED:
            self._floor = self._touched.popitem(last=False)[1]

    @property
    def head(self):
        """The number of the last change that was read."""
        return self._head

    @property
    def last_change(self):
        """When the log was last added to, or None."""
        return self._at

    def is_valid(self, seq, tags):
        """Whether nothing touched those tags since the log was `seq` long."""
        touched = self._touched
        return self._floor <= seq <= self._head and all(touched.get(tag, 0) <= seq for tag in tags)


def _rows(connection, query, parameters=()):
    """The rows of the log. What finds a connection that has been lost opens another: most requests ask
    nothing else, and need not ask first whether there is anybody to ask.
    """
    connection.health_check_done = True
    try:
        return _fetched(connection, query, parameters)
    except Error:
        if connection.in_atomic_block:
            raise
        connection.close()
        return _fetched(connection, query, parameters)


def _fetched(connection, query, parameters):
    with connection.cursor() as cursor:
        cursor.execute(query, parameters)
        # SQLite's moments are in UTC, and do not say so.
        return [
            (seq, at if at.tzinfo else at.replace(tzinfo=UTC), tags)
            for seq, at, tags in cursor.fetchall()
        ]


ledger = Ledger()
