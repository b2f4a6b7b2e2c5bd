"""A server that is measured: started, asked until it answers, and ended."""

import http.client
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

from .folders import ROOT, made

PATIENCE = 60


def end_what_was_started():
    """Ends servers also where the bench itself is told to end."""
    signal.signal(signal.SIGTERM, lambda *_told: sys.exit("Ended before everything was measured."))


class Process:
    """`seconds` is how long it took from the start of the process to its first answer."""

    def __init__(self, name, command, port, path="/", env=None):
        self.origin = f"http://127.0.0.1:{port}"
        self.log = made("logs") / f"{name}.log"
        started = time.monotonic()
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                command, cwd=ROOT, env=env, stdout=log, stderr=log, start_new_session=True
            )
        while not self._answers(path):
            if self.process.poll() is not None or time.monotonic() > started + PATIENCE:
                self.stop()
                raise SystemExit(f"{name} does not answer:\n{self.log.read_text()[-2000:]}")
            time.sleep(0.005)
        self.seconds = time.monotonic() - started

    def _answers(self, path):
        try:
            return ask(self.origin, path)[0] < 500
        except (OSError, http.client.HTTPException):
            return False

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(self.process.pid, signal.SIGKILL)
                self.process.wait()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.stop()

    def children(self):
        """The ids of the processes that it has started: a web server's workers."""
        listed = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return [int(each) for each in listed.split()]


def ask(origin, path, headers=None):
    """``(status, headers, body)`` of one request, names of headers in small letters. It takes what is packed,
    as browsers do.
    """
    connection = http.client.HTTPConnection(urlsplit(origin).netloc, timeout=PATIENCE)
    try:
        connection.request("GET", path, headers={"Accept-Encoding": "gzip", **(headers or {})})
        response = connection.getresponse()
        headers = {name.lower(): value for name, value in response.getheaders()}
        return response.status, headers, response.read()
    finally:
        connection.close()
