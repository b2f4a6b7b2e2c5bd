"""What all addresses of the delivery API have in common, whatever they answer."""

import logging
from functools import wraps
from http import HTTPStatus

from django.conf import settings
from django.core.signals import got_request_exception
from django.http import Http404, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from .problems import problem

logger = logging.getLogger(__name__)

METHODS = "GET, HEAD, OPTIONS"
# For anyone, from anywhere, and nobody is recognised.
OPEN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Retry-After",
}
PREFLIGHT = {
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Max-Age": "86400",
}


def delivered(view):
    """A view for reading, open to every origin, whose every error is a problem document."""

    @csrf_exempt
    @wraps(view)
    def read(request, *args, **kwargs):
        response = _answer(view, request, *args, **kwargs)
        for name, value in OPEN.items():
            response.headers[name] = value
        return response

    return read


def _answer(view, request, *args, **kwargs):
    if request.method == "OPTIONS":
        response = HttpResponse(
            status=HTTPStatus.NO_CONTENT, headers={"Allow": METHODS, **PREFLIGHT}
        )
        del response.headers["Content-Type"]
        return response
    if request.method not in ("GET", "HEAD"):
        response = problem(
            HTTPStatus.METHOD_NOT_ALLOWED,
            f"{request.method} is not possible: this API is for reading.",
        )
        response.headers["Allow"] = METHODS
        return response
    method, request.method = request.method, "GET"
    try:
        response = view(request, *args, **kwargs)
    except Http404 as error:
        response = problem(
            HTTPStatus.NOT_FOUND, str(error) or f"There is nothing at {request.path}."
        )
    except Exception:
        if settings.DEBUG:
            raise
        got_request_exception.send(sender=delivered, request=request)
        logger.exception("%s", request.path)
        response = problem(HTTPStatus.INTERNAL_SERVER_ERROR, "Something went wrong here.")
    finally:
        request.method = method
    # Of what is public, the middleware makes the validators first.
    is_public = response.status_code == HTTPStatus.OK and hasattr(response, "delivered")
    if method == "HEAD" and not is_public:
        response.headers["Content-Length"] = str(len(response.content))
        response.content = b""
    return response


@delivered
def nothing_here(request, *args, **kwargs):
    """404 for an address that the API has not got, and never a redirect."""
    raise Http404
