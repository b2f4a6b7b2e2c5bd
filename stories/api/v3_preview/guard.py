"""What stands before every operation: the setting, a token, names that are known, and the site's rules."""

import json
import logging
import re
from functools import wraps
from http import HTTPStatus
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.signals import got_request_exception
from django.db import transaction
from django.http import Http404, HttpResponse
from django.urls import re_path
from django.views.decorators.csrf import csrf_exempt
from wagtail.api.v3.auth import BearerTokenAuth
from wagtail.api.v3.urls import api

from stories.delivery.middleware import PRIVATE
from stories.delivery.problems import bad_request, problem

from . import described, files, rules
from .filters import wrong_names

logger = logging.getLogger(__name__)

WRITING = ("POST", "PUT", "PATCH", "DELETE")
NOT_OFFERED = ("openapi-view", "api-root")
# Where an original lies. Its pictures and documents are shown by the public APIs.
HIDDEN = "download_url"


def _urls():
    patterns, app, namespace = api.urls
    files.narrow()
    kept = []
    for pattern in patterns:
        path = "/" + re.sub(r"<(\w+)>", r"{\1}", str(pattern.pattern))
        if pattern.name in NOT_OFFERED or described.is_closed(path):
            continue
        kept.append(pattern)
        VIEWS[path] = pattern.callback
        pattern.callback = guarded(pattern.callback, path)
    return [*kept, re_path("", nothing)], app, namespace


def guarded(view, path):
    @csrf_exempt
    @wraps(view)
    def answer(request, **kwargs):
        if not settings.API_V3_PREVIEW:
            return nothing(request)
        try:
            response = _answer(view, path, request, **kwargs)
        except Exception:
            if settings.DEBUG:
                raise
            got_request_exception.send(sender=guarded, request=request)
            logger.exception("%s", request.path)
            response = problem(HTTPStatus.INTERNAL_SERVER_ERROR, "Something went wrong here.")
        response.headers["Cache-Control"] = PRIVATE
        response.headers.setdefault("Content-Language", "en")
        return response

    return answer


def _answer(view, path, request, **kwargs):
    if refusal := without_token(request):
        return refusal
    if path == "/openapi.json":
        return HttpResponse(described.written(), content_type="application/json")
    operation = described.operation(path, request.method)
    if operation is None:
        response = problem(HTTPStatus.METHOD_NOT_ALLOWED, f"{request.method} is not possible here.")
        response.headers["Allow"] = ", ".join(described.methods(path))
        return response
    if wrong := wrong_names(request, operation):
        return bad_request([{"name": key, "message": text} for key, text in wrong.items()])
    if request.method not in WRITING:
        refusal = rules.refusal_to_read(operation["operationId"], request)
        return refusal or without_originals(view(request, **kwargs))
    # A page that may not be published is not half-saved either.
    with transaction.atomic():
        try:
            response = written(view, operation, request, **kwargs)
        except PermissionDenied as error:
            response = problem(HTTPStatus.FORBIDDEN, str(error) or "You may not do this.")
        except Http404:
            response = problem(HTTPStatus.NOT_FOUND, "There is no such page.")
        if response.status_code >= 400:
            transaction.set_rollback(True)
    return without_originals(response)


def written(view, operation, request, **kwargs):
    sent = body_of(request)
    if sent is None:
        return problem(HTTPStatus.BAD_REQUEST, "The body is no JSON object.")
    if unknown := described.unknown_keys(operation, sent, rules.type_of(kwargs)):
        errors = [{"name": key, "message": "This cannot be written here."} for key in unknown]
        detail = f"Nothing was written. There is no such field to write: {', '.join(unknown)}."
        return problem(HTTPStatus.UNPROCESSABLE_ENTITY, detail, errors)
    name = operation["operationId"]
    if refusal := rules.refusal(name, request, kwargs, sent):
        return refusal
    if name == "pages_actions_copy_for_translation":
        return translation_started(request, kwargs, sent)
    return view(request, **kwargs)


def translation_started(request, kwargs, sent):
    """As the work list starts it, so that it can be translated; answered as Wagtail answers."""
    page = rules.started(request.user, kwargs, sent)
    if isinstance(page, HttpResponse):
        return page
    request.method = "GET"
    try:
        response = VIEWS["/pages/{page_id}/"](request, page_id=str(page.pk))
    finally:
        request.method = "POST"
    if response.status_code == HTTPStatus.OK:
        response.status_code = HTTPStatus.CREATED
    return response


def without_token(request):
    """401 or 403 for who has no token of a person who works here; None for who has."""
    token = BearerTokenAuth()(request)
    if token is None:
        response = problem(
            HTTPStatus.UNAUTHORIZED,
            "This API needs a token: “Authorization: Bearer wagtail_…”. There is none, or it is not valid.",
        )
        response.headers["WWW-Authenticate"] = "Bearer"
        return response
    if not request.user.has_perm("wagtailadmin.access_admin"):
        return problem(HTTPStatus.FORBIDDEN, "The token's owner has no access to the admin.")
    return None


def body_of(request):
    """What was sent, a dict; None where that is neither a form nor a JSON object."""
    if request.content_type == "multipart/form-data":
        return {**request.POST.dict(), **request.FILES.dict()}
    if not request.body:
        return {}
    try:
        sent = json.loads(request.body)
    except ValueError:
        return None
    return sent if isinstance(sent, dict) else None


def without_originals(response):
    """The answer without what is hidden; pages at the addresses that the site itself gives them."""
    if response.headers.get("Content-Type", "").startswith("application/json") and response.content:
        response.content = json.dumps(_stripped(json.loads(response.content)), ensure_ascii=False)
    return response


def _stripped(shape):
    if isinstance(shape, list):
        return [_stripped(each) for each in shape]
    if not isinstance(shape, dict):
        return shape
    kept = {key: _stripped(value) for key, value in shape.items() if key != HIDDEN}
    if kept.get("html_url"):
        kept["html_url"] = settings.BASE_URL + urlsplit(kept["html_url"]).path
    return kept


@csrf_exempt
def nothing(request, *args, **kwargs):
    return problem(HTTPStatus.NOT_FOUND, f"There is nothing at {request.path}.")


VIEWS = {}
urls = _urls()
