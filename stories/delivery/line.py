"""The one question that each answer costs, and a line of the process's own to the database to ask it by.

What is at hand is given out without Django's handling of requests, which looks after the threads' own
connections. One line is enough: at any time one request asks, and answers all that wait.
"""

import sqlite3
from datetime import UTC, datetime, timedelta
from struct import pack

import psycopg
from django.db import connections
from psycopg.pq import ExecStatus, Format

from .log import Change

QUESTION = f"SELECT seq, at FROM {Change._meta.db_table} WHERE seq >= {{}} ORDER BY seq LIMIT 2"
NAME = b"last_change"
EPOCH = datetime(2000, 1, 1, tzinfo=UTC)  # PostgreSQL's


class Line:
    """`session` is the one in which the question is prepared."""

    def __init__(self):
        self._own = self.session = None

    @property
    def connection(self):
        """A connection of Django's, open, that any thread may use."""
        if self._own is None:
            self._own = connections["default"].copy()
            self._own.inc_thread_sharing()
        self._own.ensure_connection()
        return self._own

    def close(self):
        if self._own is not None:
            self._own.close()
        self._own = self.session = None


def is_last(connection, seq, at, prepared_by=None):
    """Whether the log still ends with that change, asked past all that Django would do for it.

    False also where that could not be said, or where somebody counts what is asked. A line has the question
    prepared, which other connections forget: psycopg has them do so when a transaction is rolled back, and
    a pooler may give each transaction another session.
    """
    if connection.queries_logged or connection.execute_wrappers:
        return False
    connection.ensure_connection()
    ask = _postgres if connection.vendor == "postgresql" else _sqlite
    # Who has been answered need not ask whether there is anybody to ask.
    connection.health_check_done = answer = ask(connection, seq, at, prepared_by)
    return answer


def _postgres(connection, seq, at, prepared_by):
    server, number = connection.connection.pgconn, [b"%d" % seq]
    question = QUESTION.format("$1::bigint").encode()
    try:
        if prepared_by is None or connection.settings_dict.get("DISABLE_SERVER_SIDE_CURSORS"):
            found = server.exec_params(question, number, result_format=Format.BINARY)
        else:
            if prepared_by.session is not server:
                server.prepare(NAME, question)
                prepared_by.session = server
            found = server.exec_prepared(NAME, number, result_format=Format.BINARY)
    except psycopg.Error:
        return False
    return (
        found.status == ExecStatus.TUPLES_OK
        and found.ntuples == 1
        and found.get_value(0, 0) == pack(">q", seq)
        and found.get_value(0, 1) == pack(">q", (at - EPOCH) // timedelta(microseconds=1))
    )


def _sqlite(connection, seq, at, prepared_by):
    question = QUESTION.replace(" at ", " at || '' ").format("?")  # as text, as it is stored
    try:
        found = connection.connection.execute(question, [seq]).fetchall()
    except sqlite3.Error:
        return False
    return found == [(seq, str(at.replace(tzinfo=None)))]


line = Line()
