"""What several parts of one page are made of is read once."""

from contextlib import contextmanager
from contextvars import ContextVar

_known = ContextVar("known", default=None)


@contextmanager
def reading_once():
    """What is read `once` until the end is not read again: for who holds the log, so that nothing changes."""
    token = _known.set({})
    try:
        yield
    finally:
        _known.reset(token)


def once(name, read):
    """What `read` returns; `name` must say all that it depends on. Nobody may change it."""
    known = _known.get()
    if known is None:
        return read()
    if name not in known:
        known[name] = read()
    return known[name]
