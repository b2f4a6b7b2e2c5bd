"""What a process remembers about the whole site, for as long as the publication log stays as it is."""

from collections import OrderedDict
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Lock

from django.utils import timezone

from .ledger import ledger
from .register import next_expiry

REMEMBERED = 2_000

_reading = ContextVar("reading", default=None)


class Memory:
    """Answers to questions about the site as a whole: its languages, its menus, how long its lists are.

    They hold until anything is published, changed or taken back, or is over. Outside `reading`, where
    nobody has looked into the log, nothing is remembered. What is remembered weighs at most so much: each
    answer one, or what `weigh` says.
    """

    def __init__(self, most=REMEMBERED, weigh=lambda answer: 1):
        self._lock = Lock()
        self._most, self._weigh = most, weigh
        self.forget()

    def forget(self):
        self._state, self._until = None, None
        self._known, self._weight = OrderedDict(), 0

    @contextmanager
    def reading(self):
        """Follows the log, and yields its last number; what is asked until the end is as it was then."""
        seq = ledger.follow()
        token = _reading.set((seq, ledger.last_change))
        try:
            yield seq
        finally:
            _reading.reset(token)

    def get(self, name, make):
        """What `make` returns; `name` must say all that it depends on."""
        state = _reading.get()
        if state is None:
            return make()
        known = self._known_at(state)
        if name in known:
            return known[name]
        found = make()
        with self._lock:
            if known is self._known and name not in known:
                known[name] = found
                self._weight += self._weigh(found)
                while self._weight > self._most:
                    _name, oldest = known.popitem(last=False)
                    self._weight -= self._weigh(oldest)
        return found

    def _known_at(self, state):
        with self._lock:
            if self._state != state or (self._until and self._until <= timezone.now()):
                self._state, self._known, self._weight = state, OrderedDict(), 0
                self._until = next_expiry()
            return self._known


memory = Memory()
