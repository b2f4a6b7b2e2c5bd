"""Gives every public answer its validators, and keeps it for the next who asks."""

from django.conf import settings

from .ledger import ledger
from .memory import memory
from .page_cache import Kept, address_of, find, keep, turns
from .validators import conditional, describe

# Never public, or files with validators of their own: no question to the log.
OTHERS = ("/admin/", "/media/", "/documents/", "/static/", "/healthz", "/readyz", "/robots.txt")
PRIVATE = "private, no-store"


class DeliveryMiddleware:
    """What a view has marked with `deliver` is answered with ETag, Last-Modified, Cache-Control and
    Cache-Tag, and 304 for who has it. Everything else may not be stored by anybody.

    Answers are kept only of requests that nobody has signed in for.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path_info.startswith(OTHERS):
            return self.get_response(request)
        if request.method not in ("GET", "HEAD"):
            return self._made(request)
        with memory.reading() as seq:
            if not settings.KEEP_ANSWERS or is_personal(request):
                return self._made(request)
            address = address_of(request)
            if held := find(address):
                return answered(request, held)
            with turns.of(address) as held:
                return answered(request, held) if held else self._made(request, address, seq)

    def _made(self, request, address=None, seq=0):
        response = self.get_response(request)
        delivered = getattr(response, "delivered", None)
        if delivered is None or response.status_code != 200:
            if response.status_code == 200:
                response.headers.setdefault("Cache-Control", PRIVATE)
            return response
        tags, until = delivered.all_tags(), delivered.ends()
        describe(response, tags, delivered.changed_at or ledger.last_change)
        held = None
        if address and delivered.is_kept and not response.cookies:
            held = keep(address, Kept(seq, until, dict(response.headers), response.content))
        return finished(request, response, until, held)


def is_personal(request):
    return "Authorization" in request.headers or settings.SESSION_COOKIE_NAME in request.COOKIES


def answered(request, held):
    return finished(request, held.kept.response(), held.kept.until, held)


def finished(request, response, until, held=None):
    """The answer as its reader gets it; `held` is where it is at hand for the next one."""
    response = conditional(request, response, until)
    response.held = held
    if request.method == "HEAD" and response.status_code == 200:
        response.headers["Content-Length"] = str(len(response.content))
        response.content = b""
    return response
