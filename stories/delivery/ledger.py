"""Whether an answer is still as good as new: each process follows the log, one small query a request."""

from collections import OrderedDict
from threading import Lock

from django.db import Error, connection

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
    noticed.
    """

    def __init__(self):
        self._lock, self._asked = Lock(), 0
        self.forget()

    def forget(self):
        self._head, self._at, self._floor = None, None, 0
        self._touched = OrderedDict()

    def follow(self):
        asked = self._asked
        with self._lock:
            if self._asked > asked and self._head is not None:
                return self._head  # somebody has asked and been answered since this was called
            self._asked += 1
            try:
                if self._head is None:
                    self._begin()
                else:
                    while self._read_on() == PAGE:
                        pass
            except Error:
                self.forget()
                raise
            return self._head

    def _begin(self):
        rows = _rows(LAST)[::-1]
        self._head, self._at, self._floor = 0, None, 0
        if rows:
            self._floor = rows[0][0] if len(rows) == PAGE else 0
            self._note(rows)

    def _read_on(self):
        rows = _rows(QUERY, [self._head])
        if self._head and (not rows or rows[0][:2] != (self._head, self._at)):
            self.forget()
            self._begin()
            return 0
        self._note(rows[1:] if self._head else rows)
        return len(rows)

    def _note(self, rows):
        for seq, at, tags in rows:
            for tag in (EVERYTHING, *tags.split()):
                self._touched[tag] = seq
                self._touched.move_to_end(tag)
            self._head, self._at = seq, at
        while len(self._touched) > REMEMBERED:
            self._floor = self._touched.popitem(last=False)[1]

    @property
    def last_change(self):
        """When the log was last added to, or None."""
        return self._at

    def is_valid(self, seq, tags):
        """Whether nothing touched those tags since the log was `seq` long."""
        touched = self._touched
        return self._floor <= seq <= self._head and all(touched.get(tag, 0) <= seq for tag in tags)


def _rows(query, parameters=()):
    """The rows of the log. What finds a connection that has been lost opens another: most requests ask
    nothing else, and need not ask first whether there is anybody to ask.
    """
    connection.health_check_done = True
    try:
        return _fetched(query, parameters)
    except Error:
        if connection.in_atomic_block:
            raise
        connection.close()
        return _fetched(query, parameters)


def _fetched(query, parameters):
    with connection.cursor() as cursor:
        cursor.execute(query, parameters)
        return cursor.fetchall()


ledger = Ledger()
