"""SQLite keeps its word under load: readers don't wait, writers queue, references hold."""

import threading

import pytest
from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.db.utils import ConnectionHandler


@pytest.fixture
def open_sqlite(tmp_path):
    """A new connection to one and the same file, with the site's options."""
    opened = []

    def connect():
        handler = ConnectionHandler(
            {
                "default": {
                    "ENGINE": "django.db.backends.sqlite3",
                    "NAME": tmp_path / "site.sqlite3",
                    "OPTIONS": settings.SQLITE_OPTIONS,
                }
            }
        )
        opened.append(handler["default"])
        opened[-1].inc_thread_sharing()
        return opened[-1]

    yield connect
    for each in opened:
        each.close()


def ask(database, sql):
    with database.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchone()[0] if cursor.description else None


@pytest.mark.django_db
def test_the_site_uses_these_options():
    if connection.vendor == "sqlite":
        assert connection.transaction_mode == "IMMEDIATE"
        assert ask(connection, "PRAGMA journal_mode") == "wal"
    else:
        assert connection.settings_dict["OPTIONS"]["connect_timeout"] == 5


@pytest.mark.django_db
def test_pragmas(open_sqlite):
    database = open_sqlite()
    assert ask(database, "PRAGMA journal_mode") == "wal"
    assert ask(database, "PRAGMA foreign_keys") == 1
    assert ask(database, "PRAGMA busy_timeout") == 20_000
    assert database.transaction_mode == "IMMEDIATE"


@pytest.mark.django_db
def test_a_reference_to_nothing_is_refused(open_sqlite):
    database = open_sqlite()
    ask(database, "CREATE TABLE parent (id INTEGER PRIMARY KEY)")
    ask(database, "CREATE TABLE child (parent INTEGER REFERENCES parent (id))")
    with pytest.raises(IntegrityError):
        ask(database, "INSERT INTO child VALUES (1)")


@pytest.mark.django_db
def test_a_second_writer_waits_and_a_reader_does_not(open_sqlite):
    first, second, reader = open_sqlite(), open_sqlite(), open_sqlite()
    ask(first, "CREATE TABLE note (id INTEGER PRIMARY KEY)")

    first.set_autocommit(False)
    ask(first, "BEGIN IMMEDIATE")
    ask(first, "INSERT INTO note VALUES (1)")
    writer = threading.Thread(target=ask, args=(second, "INSERT INTO note VALUES (2)"))
    writer.start()
    assert ask(reader, "SELECT count(*) FROM note") == 0
    writer.join(0.3)
    assert writer.is_alive()
    first.commit()
    writer.join(10)
    assert ask(reader, "SELECT count(*) FROM note") == 2


@pytest.mark.django_db
def test_a_failed_transaction_leaves_nothing(django_user_model):
    def create_and_stumble():
        with transaction.atomic():
            django_user_model.objects.create(username="nobody")
            raise LookupError

    with pytest.raises(LookupError):
        create_and_stumble()
    assert not django_user_model.objects.filter(username="nobody").exists()
