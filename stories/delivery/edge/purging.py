"""Purges the caches in front of the site as the log goes on; a part of what the worker does."""

from concurrent.futures import ThreadPoolExecutor

import requests

from .caches import caches
from .turns import note_failure, note_purged, purged_up_to, take
from .varnish import NotPurged


class Purging:
    """The threads only talk to caches: all that is read or written is the caller's thread's business."""

    def __init__(self):
        self.caches = caches()
        self.under_way = {}
        self.threads = ThreadPoolExecutor(max(1, len(self.caches)), thread_name_prefix="edge")

    def step(self, is_stopped=False):
        """Notes what has been purged, and begins what is due; whether there was anything to do."""
        is_busy = self._note()
        busy = {edge.name for edge, _purge in self.under_way.values()}
        for name, cache in self.caches.items():
            if not is_stopped and name not in busy and (turn := take(name, cache)):
                self.under_way[self.threads.submit(purge_one, cache, turn[1])] = turn
                is_busy = True
        return is_busy

    def _note(self):
        done = [future for future in self.under_way if future.done()]
        for future in done:
            edge, purge = self.under_way.pop(future)
            if problem := future.result():
                note_failure(edge, problem)
            else:
                note_purged(edge, purge, self.caches[edge.name])
        return bool(done)

    def told_up_to(self):
        """How far others may be told of the log: who hears of a change asks for it at once, and is not
        to be answered by a cache that has the old. Caches that fail hold up nobody.
        """
        tagged = [name for name, cache in self.caches.items() if not cache.pace]
        return purged_up_to(tagged) if tagged else None


def purge_one(cache, purge):
    """What went wrong, in a few words, or an empty text."""
    try:
        cache.purge(purge)
    except NotPurged as error:
        return str(error)
    except requests.RequestException as error:
        return type(error).__name__
    except Exception as error:  # whatever the clients of cloud services raise
        return f"{type(error).__name__}: {error}"
    return ""
