"""Follows the log as long as it runs: purges the caches in front, sends to the endpoints, and makes what
is served of pages where more was taken away than is made at once.

Several workers at once do no harm.
"""

import logging
import threading
import time
from collections import Counter
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait

from django.db import InterfaceError, OperationalError, close_old_connections, connection

from .edge.purging import Purging
from .finishing import doubt_other_releases, finish_some
from .later import do_some
from .register import record_expired
from .webhooks.message import message
from .webhooks.queue import fill, forget_old, note, take
from .webhooks.sending import post

logger = logging.getLogger(__name__)

AT_ONCE = 16
AT_ONCE_EACH = 4  # so that one slow receiver does not hold up the others
PAUSE = 1  # second
HOUR = 3_600


class Worker:
    """The threads only send: all that is read or written is the caller's thread's business."""

    def __init__(self):
        self.sending = {}
        self.purging = Purging()
        self.stopped = threading.Event()
        self.cleaned = float("-inf")

    def stop(self, *args):
        """Takes nothing more; what is under way is finished and noted."""
        self.stopped.set()

    def run(self, once=False):
        """Until it is stopped, or `once` until nothing is due."""
        with ThreadPoolExecutor(AT_ONCE, thread_name_prefix="webhook") as threads:
            while not self.stopped.is_set() or self.under_way():
                try:
                    is_busy = self.step(threads)
                except (OperationalError, InterfaceError) as error:
                    if once:
                        raise
                    # Whatever could not be noted is sent again.
                    logger.warning("The database does not answer: %s", error)
                    connection.close()
                    is_busy = False
                if under_way := self.under_way():
                    wait(under_way, timeout=PAUSE, return_when=FIRST_COMPLETED)
                elif once and not is_busy:
                    return
                elif not is_busy:
                    self.stopped.wait(PAUSE)
                    close_old_connections()

    def under_way(self):
        return [*self.sending, *self.purging.under_way]

    def step(self, threads):
        """Notes what has been done and does what is due; whether there was anything to do."""
        is_busy = self.note_sent()
        if self.stopped.is_set():
            return self.purging.step(is_stopped=True) or is_busy
        if time.monotonic() - self.cleaned > HOUR:
            self.cleaned = time.monotonic()
            forget_old()
            doubt_other_releases()
        record_expired()
        is_busy |= self.purging.step()
        is_busy |= fill(self.purging.told_up_to())
        # Whoever is to be told of a change is told first.
        return self.send(threads) or is_busy or finish_some() > 0 or do_some()

    def note_sent(self):
        done = [future for future in self.sending if future.done()]
        for future in done:
            note(self.sending.pop(future), future.result())
        return bool(done)

    def send(self, threads):
        is_busy = False
        while len(self.sending) < AT_ONCE:
            under_way = Counter(each.endpoint_id for each in self.sending.values())
            full = [key for key, number in under_way.items() if number >= AT_ONCE_EACH]
            delivery = take(full)
            if delivery is None:
                break
            body, headers = message(delivery)
            future = threads.submit(post, delivery.endpoint.address, body, headers)
            self.sending[future] = delivery
            is_busy = True
        return is_busy
