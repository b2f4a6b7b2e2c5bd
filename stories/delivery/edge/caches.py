"""The caches in front of the site, as EDGE_URL names them, and how each is purged."""

import logging
import threading
from contextlib import contextmanager

from django.conf import settings
from wagtail.contrib.frontend_cache.utils import get_backends

from .varnish import NotPurged

# What Wagtail's backends write their failures to; one of them writes to the root.
LOGGERS = ("wagtail.frontendcache", "")


class ByTag:
    """A cache that is told by tag what to forget, and may keep answers for longer."""

    pace = 0
    settles = True

    def __init__(self, backend):
        self.backend = backend

    def purge(self, purge):
        self.backend.purge_tags(purge.tags)


class Whole:
    """A cache that forgets addresses only. Which lists and searches show a page no list of addresses
    says, so it forgets everything; not more often than each minute, unless something is gone.
    """

    pace = 60  # seconds, as long as it keeps an answer anyway
    settles = False

    def __init__(self, backend):
        self.backend = backend

    def purge(self, purge):
        with failures_raised():
            self.backend.purge_batch([f"{settings.BASE_URL}/*"])


def caches():
    """``{name: cache}``"""
    return {
        name: (ByTag if hasattr(backend, "purge_tags") else Whole)(backend)
        for name, backend in get_backends(settings.EDGES).items()
    }


class _Heard(logging.Handler):
    """What this thread writes down as an error."""

    def __init__(self):
        super().__init__(logging.ERROR)
        self.thread, self.records = threading.get_ident(), []

    def emit(self, record):
        if record.thread == self.thread:
            self.records.append(record)


@contextmanager
def failures_raised():
    """Raises what Wagtail's backends only write into the log: that a cache did not purge."""
    heard = _Heard()
    for name in LOGGERS:
        logging.getLogger(name).addHandler(heard)
    try:
        yield
    finally:
        for name in LOGGERS:
            logging.getLogger(name).removeHandler(heard)
    if heard.records:
        raise NotPurged(heard.records[0].getMessage())
