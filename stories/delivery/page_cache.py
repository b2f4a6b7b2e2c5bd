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
from django.core.cache import cache
from django.http import HttpResponse
from django.utils import timezone

from .ledger import ledger

KEPT_FOR = 24 * 3600
PATIENCE = 5  # seconds that a request waits for another one that is making the same answer
GLANCE = 0.02


@dataclass(frozen=True)
class Kept:
    """An answer as it was when the log was `seq` long."""

    seq: int
    tags: frozenset
    until: datetime | None
    headers: Mapping
    body: bytes

    def is_valid(self):
        if self.until is not None and self.until <= timezone.now():
            return False
        return ledger.is_valid(self.seq, self.tags)

    def response(self):
        response = HttpResponse(self.body)
        response.headers = type(response.headers)(self.headers)
        return response


def key_of(request):
    """Where an answer is kept: by address, in its whole length, and by release of this software."""
    # get_host() refuses hosts that are not ours.
    address = f"{settings.RELEASE} {request.scheme} {request.get_host()} {request.get_full_path()}"
    return f"answer:{hashlib.sha256(address.encode()).hexdigest()}"


def find(key):
    """The answer that is kept, or None where there is none that is still true."""
    kept = cache.get(key)
    return kept if kept is not None and kept.is_valid() else None


def keep(key, kept):
    cache.set(key, kept, KEPT_FOR)


class Turns:
    """Lets one request make an answer while others for the same wait."""

    def __init__(self):
        self._lock, self._making = Lock(), {}

    @contextmanager
    def of(self, key):
        """Yields what another request made meanwhile, or None: then the answer is to be made."""
        with self._lock:
            event = self._making.get(key)
            if is_first := event is None:
                event = self._making[key] = Event()
        if not is_first:
            event.wait(PATIENCE)
            yield _fresh(key)
            return
        claim = f"{key}:making"
        claimed = cache.add(claim, True, PATIENCE)
        try:
            yield None if claimed else _made_elsewhere(key, claim)
        finally:
            with self._lock:
                del self._making[key]
            event.set()
            if claimed:
                cache.delete(claim)


def _made_elsewhere(key, claim):
    """What another process makes; None if it gave up, or made something that is not kept."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        time.sleep(GLANCE)
        if found := _fresh(key):
            return found
        if cache.get(claim) is None:
            return None
    return None


def _fresh(key):
    ledger.follow()
    return find(key)


turns = Turns()
