"""Nobody takes the site from the others, or guesses what they were not told: limits for each client."""

from http import HTTPStatus
from math import ceil

from django.conf import settings
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import override

from config.proxies import client_of
from stories.delivery.problems import problem
from stories.delivery.views import OPEN
from stories.translation.interface import interface_language
from stories.translation.preferred import preferred_language

ADMIN, API, DELIVERY = "/admin/", "/api/", "/api/delivery/"
NOT_COUNTED = ("/healthz", "/readyz")
READING = ("GET", "HEAD", "OPTIONS")
PASSWORD_FORMS = ("/authenticate_with_password/", "/admin/password_reset/")
WORDS = ("q", "search")
REFUSED = (HTTPStatus.BAD_REQUEST, HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN)
TOKENS = "tokens"


class LimitsMiddleware:
    """Answers 429 to a client that asks more often than `RATE_LIMITS` allows, and says when to come back.

    It stands before the answers that are kept, so that these are counted too; it asks no database.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        limits = [name for name in asked_for(request) if settings.RATE_LIMITS[name]]
        has_token = is_with_token(request)
        response = self._answered(request, limits, has_token)
        if limits or has_token:
            response.held = None  # never given out past this middleware
        return response

    def _answered(self, request, limits, has_token):
        client = client_of(request)
        if not client:
            return self.get_response(request)
        waits = [wait(name, client) for name in limits]
        if has_token:
            waits.append(wait(TOKENS, client, counts=False))
        if seconds := max(waits, default=0):
            return refused(request, seconds)
        response = self.get_response(request)
        # Only what opens nothing is counted: an editor's preview asks at every word.
        if has_token and response.status_code in REFUSED:
            wait(TOKENS, client)
        return response


def wait(name, client, counts=True):
    rate = settings.RATE_LIMITS[name]
    return rate.wait(name, client, counts) if rate else 0


def asked_for(request):
    """The names of the limits that a request counts for."""
    path, is_public = request.path_info, not request.path_info.startswith(ADMIN)
    if request.method in READING:
        if is_public and path not in NOT_COUNTED:
            yield "reads"
            if any(request.GET.get(name) for name in WORDS):
                yield "search"
        return
    if is_public:
        yield "writes"
    if any(form in path for form in PASSWORD_FORMS):
        yield "passwords"


def is_with_token(request):
    """Whether it says that it knows a secret of the API: a preview's token, or a person's."""
    return request.path_info.startswith(API) and (
        "preview" in request.GET or "Authorization" in request.headers
    )


def refused(request, seconds):
    """429: a problem document in the API, else a small page in the reader's language."""
    if request.path_info.startswith(API):
        response = problem(
            HTTPStatus.TOO_MANY_REQUESTS,
            f"Too many requests from your address. Ask again in {seconds} s.",
        )
        if request.path_info.startswith(DELIVERY):
            for name, value in OPEN.items():
                response.headers[name] = value
    else:
        response = page(request, seconds)
    response.headers["Retry-After"] = str(seconds)
    return response


def page(request, seconds):
    known = dict(settings.LANGUAGES)
    first = request.path_info.lstrip("/").partition("/")[0]
    asked = first if first in known else preferred_language(request, known)
    language = interface_language(asked)
    with override(language):
        body = render_to_string("429.html", {"minutes": ceil(seconds / 60)})
    response = HttpResponse(body, status=HTTPStatus.TOO_MANY_REQUESTS)
    response.headers["Cache-Control"] = "no-store"
    response.headers["Content-Language"] = language
    return response
