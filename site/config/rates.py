"""How often something may be asked for: ``600/m``, counted in the cache that all processes share."""

import re
import time
from dataclasses import dataclass
from math import ceil
from zlib import crc32

from django.core.cache import cache
from django.utils.crypto import salted_hmac

UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
WRITTEN = re.compile(r"([1-9]\d{0,8})/([1-9]\d{0,4})?([smhd])", re.ASCII)
LEEWAY = 5  # seconds that a count outlives its window, for clocks that differ


@dataclass(frozen=True)
class Rate:
    """So many times in so many seconds."""

    times: int
    seconds: int

    @classmethod
    def read(cls, text):
        """The rate that a text such as ``10/m`` or ``100/5m`` means; None for ``off``. Else ValueError."""
        if text == "off":
            return None
        if not (found := WRITTEN.fullmatch(text)):
            raise ValueError(text)
        times, factor, unit = found.groups()
        return cls(int(times), int(factor or 1) * UNITS[unit])

    def wait(self, name, client, counts=True):
        """In how many seconds `client` may ask for `name` again; 0 if now. That it asks `counts`.

        A cache that is away counts nothing, and so refuses nobody.
        """
        # Not everybody's window begins at the same moment.
        now = time.time() + crc32(client.encode()) % self.seconds
        window, gone = divmod(now, self.seconds)
        # Nobody can read out of the cache who was here.
        who = salted_hmac("config.rates", client, algorithm="sha256").hexdigest()
        key = f"rate:{name}:{self.times}/{self.seconds}:{int(window)}:{who}"
        used = self._count(key) if counts else cache.get(key, 0) + 1
        return ceil(self.seconds - gone) if used > self.times else 0

    def _count(self, key):
        if cache.add(key, 1, self.seconds + LEEWAY):
            return 1
        try:
            return cache.incr(key)
        except ValueError:  # the cache has dropped it meanwhile
            return 1
