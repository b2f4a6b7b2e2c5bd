"""What serves the site in production: `deploy/serve.py`."""

import os
import subprocess
import sys
import time
from http.client import HTTPConnection, HTTPException
from pathlib import Path

import pytest

from tests.ports import free_port

pytestmark = pytest.mark.any_database

ROOT = Path(__file__).resolve().parent.parent.parent


def answer(port):
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status
    except (OSError, HTTPException):
        return None
    finally:
        connection.close()


def test_workers_answer_that_were_forked_from_a_loaded_site(tmp_path):
    port = free_port()
    environment = {
        "PATH": os.environ["PATH"],
        "SECRET_KEY": "f0Qm1rV8xT2cLw7Zk4Bn9Hs3Yd6Gp5JaUe0iOoR2tWqXv-Ck7Mz",
        "ALLOWED_HOSTS": "127.0.0.1",
        "DATABASE_URL": f"sqlite:///{tmp_path / 'db.sqlite3'}",
    }
    server = subprocess.Popen(
        [sys.executable, "deploy/serve.py", "--workers=2", f"--port={port}"],
        cwd=ROOT,
        env=environment,
        stderr=subprocess.DEVNULL,
    )
    try:
        deadline = time.monotonic() + 60
        while (found := answer(port)) is None and time.monotonic() < deadline:
            assert server.poll() is None
            time.sleep(0.05)
        assert found == 200
    finally:
        server.terminate()
        server.wait(30)
