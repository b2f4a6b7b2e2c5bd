"""Queries that Django writes once and runs often: writing one takes it longer than running it takes."""

import json
from contextlib import contextmanager

from django.db import connection
from django.db.models import Expression, Field, Lookup
from psycopg import Cursor
from psycopg.pq import Format


class Bound(Expression):
    """A value that a statement is given when it is run."""

    def __init__(self, name, output_field):
        super().__init__(output_field=output_field)
        self.name = name

    def as_sql(self, compiler, connection):
        return "%s", [self]

    def among(self, values):
        """The value as the database takes it."""
        value = values[self.name]
        return self.output_field.get_db_prep_value(value, connection, prepared=False)


class Several(Bound):
    """Values that a statement is given when it is run, however many: for the lookup ``among``."""

    def among(self, values):
        if connection.vendor == "postgresql":
            return list(values[self.name])
        prepared = self.output_field.get_db_prep_value
        return json.dumps([prepared(each, connection) for each in values[self.name]])


@Field.register_lookup
class Among(Lookup):
    """Whether a column is one of `Several` values."""

    lookup_name = "among"
    prepare_rhs = False

    def as_sql(self, compiler, connection):
        column, before = self.process_lhs(compiler, connection)
        several, values = self.process_rhs(compiler, connection)
        if connection.vendor == "postgresql":
            return f"{column} = ANY({several})", [*before, *values]
        return f"{column} IN (SELECT value FROM json_each({several}))", [*before, *values]


class Statement:
    """A queryset of plain values, some of them `Bound`, as SQL; `planned_once` says what `is_binary` is."""

    def __init__(self, rows, is_binary=False):
        self.is_binary = is_binary
        compiler = rows.query.get_compiler(connection=connection)
        self.sql, self.parameters = compiler.as_sql()
        columns = [column for column, _sql, _alias in compiler.select]
        self.converters = list(compiler.get_converters(columns).items())

    def rows(self, **values):
        """What it finds, as lists."""
        parameters = [
            each.among(values) if isinstance(each, Bound) else each for each in self.parameters
        ]
        with planned_once(self.is_binary) as cursor:
            cursor.execute(self.sql, parameters)
            found = [list(row) for row in cursor.fetchall()]
        for place, (converters, expression) in self.converters:
            for row in found:
                value = row[place]
                for converter in converters:
                    value = converter(value, expression, connection)
                row[place] = value
        return found


class Prepared(Cursor):
    """A cursor that has PostgreSQL prepare what it executes, unless the settings forbid that."""

    def execute(self, query, params=None):
        return super().execute(query, params, prepare=True)


@contextmanager
def planned_once(is_binary=False):
    """A cursor for statements that are run again and again: planning one takes longer than running it.

    One that `is_binary` is for those that find many bytes, which PostgreSQL otherwise writes in hexadecimal,
    and no JSON, which Django reads as text.
    """
    if connection.vendor != "postgresql" or connection.queries_logged:
        with connection.cursor() as cursor:  # which can tell what it was asked
            yield cursor
        return
    connection.close_if_health_check_failed()
    connection.ensure_connection()
    prepared = Prepared(connection.connection)
    prepared.format = Format.BINARY if is_binary else Format.TEXT
    with connection.make_cursor(prepared) as cursor:
        yield cursor
