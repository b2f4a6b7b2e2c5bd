"""Answers kept until the publication log says that something in them has changed.

docs/decisions/0009-the-log-decides-what-is-fresh.md says why there is no other invalidation.
"""

import hashlib
import time
from collections.abc import Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from threading import Event, Lock

from django.conf import settings
from django.core.cache import cache, caches
from django.core.cache.backends.locmem import LocMemCache
from django.http import HttpResponse

from .ledger import ledger
from .shelf import Held, shelf

KEPT_FOR = 24 * 3600
PATIENCE = 5  # seconds that a request waits for another one that is making the same answer
GLANCE = 0.02


@dataclass(frozen=True)
class Kept:
    """An answer as it was when the log was `seq` long."""

    seq: int
    until: datetime | None
    headers: Mapping
    body: bytes

    @property
    def tags(self):
        return self.headers["Cache-Tag"].split(",")

    def response(self):
        response = HttpResponse(self.body)
        response.headers = type(response.headers)(self.headers)
        return response


def address_of(request):
    """All that an answer depends on, of a request by nobody in particular."""
    # get_host() refuses hosts that are not ours.
    return (request.scheme, request.get_host(), *place(request.META))


def place(environ):
    """Where a request leads on its host, in its whole length."""
    return environ.get("SCRIPT_NAME", ""), environ["PATH_INFO"], environ.get("QUERY_STRING", "")


def find(address):
    """The answer that is kept, at hand; None where there is none that is still true."""
    held = shelf.get(address)
    if held is not None and held.is_valid():
        return held
    if not _is_shared() or (kept := cache.get(_key(address))) is None:
        return None
    held = Held(kept)
    if not held.is_valid():
        return None
    shelf.put(address, held)
    return held


def keep(address, kept):
    """The answer, kept: at hand, and where processes share a cache for all of them."""
    held = Held(kept)
    shelf.put(address, held)
    if _is_shared():
        cache.set(_key(address), kept, KEPT_FOR)
    return held


def _is_shared():
    return not isinstance(caches["default"], LocMemCache)


def _key(address):
    """The name of an address in the cache, for this release of this software."""
    return f"answer:{hashlib.sha256(repr((settings.RELEASE, *address)).encode()).hexdigest()}"


class Turns:
    """Lets one request make an answer while others for the same wait."""

    def __init__(self):
        self._lock, self._making = Lock(), {}

    @contextmanager
    def of(self, address):
        """Yields what another request made meanwhile, or None: then the answer is to be made."""
        with self._lock:
            event = self._making.get(address)
            if is_first := event is None:
                event = self._making[address] = Event()
        if not is_first:
            event.wait(PATIENCE)
            yield _fresh(address)
            return
        claim = f"{_key(address)}:making"
        claimed = cache.add(claim, True, PATIENCE)
        try:
            yield None if claimed else _made_elsewhere(address, claim)
        finally:
            with self._lock:
                del self._making[address]
            event.set()
            if claimed:
                cache.delete(claim)


def _made_elsewhere(address, claim):
    """What another process makes; None if it gave up, or made something that is not kept."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        time.sleep(GLANCE)
        if found := _fresh(address):
            return found
        if cache.get(claim) is None:
            return None
    return None


def _fresh(address):
    ledger.follow()
    return find(address)


turns = Turns()
