"""A Redis that may be away: the site is then slower, and works."""

import logging
import time

from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)
REST = 5  # seconds in which it is not asked again


def forgiving(name, default):
    """The operation of that name; where Redis does not answer, as if it held nothing."""

    def operation(self, *args, **kwargs):
        if time.monotonic() < self.rests_until:
            return default(*args)
        try:
            return getattr(RedisCache, name)(self, *args, **kwargs)
        except (RedisError, OSError) as error:
            type(self).rests_until = time.monotonic() + REST
            logger.warning("The cache does not answer: %s", type(error).__name__)
            return default(*args)

    operation.__name__ = name
    return operation


class ForgivingRedisCache(RedisCache):
    rests_until = 0.0

    get = forgiving("get", lambda key, default=None, *rest: default)
    get_many = forgiving("get_many", lambda *args: {})
    has_key = forgiving("has_key", lambda *args: False)
    add = forgiving("add", lambda *args: True)
    set = forgiving("set", lambda *args: None)
    set_many = forgiving("set_many", lambda *args: [])
    incr = forgiving("incr", lambda key, delta=1, *rest: delta)
    touch = forgiving("touch", lambda *args: False)
    delete = forgiving("delete", lambda *args: False)
    delete_many = forgiving("delete_many", lambda *args: None)
    clear = forgiving("clear", lambda *args: None)
