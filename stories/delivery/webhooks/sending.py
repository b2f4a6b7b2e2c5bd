"""One POST to one endpoint: to the address that was looked at, without redirects, in ten seconds at most.

Made of the standard library's parts, since they take a connection that is already open. The HTTP clients
at hand look the name up again when they connect, and time each read but not the whole.
"""

import contextlib
import http.client
import socket
import ssl
import threading
import time
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from django.utils.encoding import iri_to_uri

from .delivery import Attempt
from .networks import PrivateAddress, resolve

TIMEOUT = 10
KEPT = 500  # bytes of an answer


@dataclass(frozen=True)
class Outcome:
    """What came of it: an HTTP status and the answer's beginning, or else why there is none."""

    seconds: float
    status: int | None = None
    answer: str = ""
    failure: str = ""

    @property
    def is_delivered(self):
        return self.status is not None and 200 <= self.status < 300


def post(address, body, headers):
    """Sends bytes to an address; never raises for what the network does."""
    started = time.monotonic()
    status, answer, failure = None, b"", ""
    try:
        status, answer = _exchange(address, body, headers, started + TIMEOUT)
    except PrivateAddress:
        failure = Attempt.Failure.REFUSED
    except socket.gaierror:
        failure = Attempt.Failure.UNKNOWN
    except TimeoutError:
        failure = Attempt.Failure.TIMEOUT
    except ssl.SSLError:
        failure = Attempt.Failure.TLS
    except (OSError, http.client.HTTPException, ValueError):
        failure = Attempt.Failure.UNREACHABLE
    seconds = time.monotonic() - started
    if status is None and seconds >= TIMEOUT and failure != Attempt.Failure.UNKNOWN:
        failure = Attempt.Failure.TIMEOUT
    # PostgreSQL keeps no text with a zero in it.
    text = answer.decode("utf-8", "replace").replace("\0", "\N{REPLACEMENT CHARACTER}")
    return Outcome(seconds, status, text, failure)


def _exchange(address, body, headers, deadline):
    parts = urlsplit(iri_to_uri(address))
    secure = parts.scheme == "https"
    kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
    connection = kind(parts.hostname, parts.port)
    link = _connect(resolve(parts.hostname, connection.port), connection.port, deadline)
    if secure:
        # The name is what the certificate has to be for, whatever was connected to.
        link = certificates().wrap_socket(
            link, server_hostname=parts.hostname, do_handshake_on_connect=False
        )
    with link, _closing_at(link, deadline):
        if secure:
            link.do_handshake()
        connection.sock = link
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request("POST", path, body, headers)
        response = connection.getresponse()
        return response.status, _beginning(response)


def _connect(addresses, port, deadline):
    for number, address in enumerate(addresses, 1):
        try:
            return socket.create_connection((address, port), max(deadline - time.monotonic(), 0.1))
        except OSError:
            if number == len(addresses) or time.monotonic() >= deadline:
                raise
    raise OSError("no address")


@contextlib.contextmanager
def _closing_at(sock, deadline):
    """Ends a connection at a moment: a receiver that sends a byte now and then would hold it for ever."""

    def shut():
        with contextlib.suppress(OSError):
            socket.socket.shutdown(sock, socket.SHUT_RDWR)

    timer = threading.Timer(max(deadline - time.monotonic(), 0), shut)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _beginning(response):
    """What there is of the answer; a status that has been read counts, whatever becomes of the rest."""
    try:
        return response.read(KEPT)
    except (OSError, http.client.HTTPException):
        return b""


@cache
def certificates():
    return ssl.create_default_context()
