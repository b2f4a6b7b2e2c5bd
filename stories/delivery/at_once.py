"""Kept answers leave the site at once: without request, middleware or view."""

from django.conf import settings
from django.db import Error

from .ledger import ledger
from .line import line
from .page_cache import place
from .shelf import shelf


class AtOnce:
    """A WSGI application before Django's: gives out what is at hand, and sees what Django gives out.

    An address is at hand once Django has answered it, so host, scheme and path have been found right. What is
    personal, or counted for a limit, is always Django's. `scheme` tells that of a request.
    """

    def __init__(self, application, scheme):
        self.application, self.scheme = application, scheme

    def __call__(self, environ, start_response):
        if environ["REQUEST_METHOD"] != "GET":
            return self.application(environ, start_response)
        if answer := self._at_once(environ):
            status, headers, body = answer
            start_response(status, headers)
            return body
        response = self.application(environ, start_response)
        if held := getattr(response, "held", None):
            held.learn(response)
        return response

    def _at_once(self, environ):
        if "HTTP_AUTHORIZATION" in environ or "HTTP_HOST" not in environ:
            return None
        if settings.SESSION_COOKIE_NAME in environ.get("HTTP_COOKIE", ""):
            return None
        held = shelf.get((self.scheme(environ), environ["HTTP_HOST"], *place(environ)))
        if held is None:
            return None
        answer = held.at_once(environ.get("HTTP_IF_NONE_MATCH"))
        if answer is None:
            return None
        try:
            ledger.follow(line)
        except Error:  # what is said then, Django says
            return None
        return answer if held.is_valid() else None
