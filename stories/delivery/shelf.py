"""What a process has at hand: the answers that it gave last, as many as fit."""

from collections import OrderedDict
from contextlib import suppress
from threading import Lock

from django.conf import settings
from django.utils import timezone

from .ledger import ledger
from .validators import is_known, lifetimes

BESIDE = 4_000  # bytes that an answer takes beside its body and what its headers say


class Held:
    """A kept answer at hand.

    It is given out `at_once` as it was given out before: status line and headers are those that the whole
    site, with all its middlewares, once gave the whole answer or the empty 304.
    """

    __slots__ = ("history", "kept", "seq", "size", "unchanged", "whole")

    def __init__(self, kept):
        self.kept, self.seq, self.history = kept, kept.seq, ledger.history
        self.whole = self.unchanged = None
        self.size = BESIDE + len(kept.body) + sum(map(len, kept.headers.values()))

    def is_valid(self):
        if self.history is not ledger.history:
            return False
        if self.kept.until is not None and self.kept.until <= timezone.now():
            return False
        head = ledger.head
        if self.seq != head:
            if not ledger.is_valid(self.seq, self.kept.tags):
                return False
            self.seq = head
        return True

    def learn(self, response):
        """Remembers how an answer left the site."""
        if response.cookies:
            return
        given = f"{response.status_code} {response.reason_phrase}", list(response.items())
        if response.status_code == 200:
            self.whole = given
        elif response.status_code == 304:
            self.unchanged = given

    def at_once(self, known):
        """``(status line, headers, body)`` for who says to have what `known` names; None where no
        such answer has left the site yet.
        """
        is_unchanged = known is not None and is_known(known, self.kept.headers["ETag"])
        given = self.unchanged if is_unchanged else self.whole
        if given is None:
            return None
        status, headers = given
        if self.kept.until is None:
            return status, headers.copy(), [] if is_unchanged else [self.kept.body]
        now = lifetimes(self.kept.until)
        headers = [(name, now.get(name, value)) for name, value in headers]
        return status, headers, [] if is_unchanged else [self.kept.body]


class Shelf:
    """``{address: Held}``; what was not asked for longest makes room."""

    def __init__(self):
        self._lock = Lock()
        self.forget()

    def forget(self):
        self._held, self._size = OrderedDict(), 0

    def get(self, address):
        held = self._held.get(address)
        if held is not None:
            with suppress(KeyError):  # another thread has made room meanwhile
                self._held.move_to_end(address)
        return held

    def items(self):
        return list(self._held.items())

    def put(self, address, held):
        with self._lock:
            if before := self._held.pop(address, None):
                self._size -= before.size
            self._held[address] = held
            self._size += held.size
            while self._size > settings.KEPT_MEGABYTES * 1_000_000 and self._held:
                self._size -= self._held.popitem(last=False)[1].size


shelf = Shelf()
