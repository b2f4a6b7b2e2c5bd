"""Whether the site is alive, and whether all that it stands on answers."""

import logging
import secrets
from concurrent.futures import ThreadPoolExecutor

from django.conf import settings
from django.core.cache import cache
from django.core.files.storage import storages
from django.db import connection
from django.http import JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from search.index.due import due
from stories.delivery.edge.standing import behind

logger = logging.getLogger(__name__)
PATIENCE = 6  # seconds for all parts together, so that a probe never hangs
executor = ThreadPoolExecutor(max_workers=6, thread_name_prefix="readyz")


def database():
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    finally:
        connection.close()


def cached():
    token = secrets.token_hex(8)
    cache.set(f"readyz-{token}", token, 5)
    if cache.get(f"readyz-{token}") != token:
        raise ConnectionError("the cache forgot what it was given")


def storage():
    for name in ("default", "private"):
        storages[name].exists("readyz")


def edge():
    """`behind` while a cache in front may still give out what was taken back: no reason to take the
    site out of service, but to look into it.
    """
    try:
        return "behind" if behind() else "ok"
    finally:
        connection.close()


def searched():
    """`behind` while pages are yet to be found by what they say now."""
    try:
        return "behind" if due().exists() else "ok"
    finally:
        connection.close()


PARTS = {"database": database, "cache": cached, "storage": storage}


@require_safe
@never_cache
def alive(request):
    return JsonResponse({"status": "ok"})


@require_safe
@never_cache
def ready(request):
    """`{"status": "ok|down", "down": [names], "parts": {name: "ok|down"}}`; 503 if any is down.

    The part `edge` is there when caches are purged, and can also be `behind`; the part `search` is there
    while it is `behind`.
    """
    checks = PARTS | ({"edge": edge} if settings.EDGES else {}) | {"search": searched}
    answers = {name: executor.submit(check) for name, check in checks.items()}
    parts = {}
    for name, answer in answers.items():
        try:
            parts[name] = answer.result(timeout=PATIENCE) or "ok"
        except Exception as error:
            # What went wrong may hold addresses and user names: it is for the log only.
            logger.warning("readyz: %s is down (%s)", name, type(error).__name__)
            parts[name] = "down"
    if parts["search"] != "behind":
        del parts["search"]
    down = [name for name, state in parts.items() if state == "down"]
    body = {"status": "down" if down else "ok", "down": down, "parts": parts}
    return JsonResponse(body, status=503 if down else 200)
