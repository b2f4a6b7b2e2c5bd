"""A real web server that takes in what webhooks and purges send; and whether what is finished is true."""

import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.ports import free_port

from .finished import said


@dataclass
class Received:
    """One request as it came in."""

    path: str
    headers: dict
    body: bytes


@dataclass
class Receiver:
    """`answers(request)` gives ``(status, headers, body)``; what came is in `received`."""

    port: int
    received: list = field(default_factory=list)
    answers: object = lambda request: (204, {}, b"")
    server: object = None

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}/hook"

    def start(self):
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                request = Received(self.path, dict(self.headers), body)
                receiver.received.append(request)
                status, headers, answer = receiver.answers(request)
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(answer)

            do_GET = do_PURGE = do_POST

            def log_message(self, *args):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", self.port), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def stop(self):
        if self.server:
            self.server.shutdown()
            self.server.server_close()
            self.server = None


@pytest.fixture
def receiver(settings):
    settings.WEBHOOKS_ALLOW_PRIVATE = True
    receiver = Receiver(free_port())
    receiver.start()
    yield receiver
    receiver.stop()


@pytest.fixture
def nothing_is_kept(settings):
    settings.KEEP_ANSWERS = False


@pytest.fixture
def is_the_same(settings):
    """`is_the_same(paths)`: whether each is answered as it is where nothing is finished."""
    release = settings.RELEASE

    def compare(paths):
        for path in paths:
            given = said(path)
            settings.RELEASE = "another"
            composed = said(path)
            settings.RELEASE = release
            assert given == composed, path
        return True

    return compare
