"""How an answer is known again: its ETag, when it last changed, and 304 for who has it already."""

import hashlib
from datetime import datetime

from django.http import HttpResponse
from django.utils.http import http_date, parse_etags

from .lifetimes import cache_control


def entity_tag(body):
    """A strong ETag: equal for equal bodies, and only for them."""
    return f'"{hashlib.sha256(body).hexdigest()[:32]}"'


def is_known(request, tag):
    """Whether the client says that it has the answer with that ETag already."""
    known = parse_etags(request.headers.get("If-None-Match", ""))
    return known == ["*"] or tag in {each.removeprefix("W/") for each in known}


def validated(request, response, changed_at=None, until=None):
    """The response with its validators; an empty 304 instead of what the client has.

    `changed_at` is when it last changed, `until` when something in it stops being public.
    Only If-None-Match is heeded. A date cannot tell that something has left a list.
    """
    tag = entity_tag(response.content)
    if is_known(request, tag):
        headers = response.headers
        response = HttpResponse(status=304)
        del response.headers["Content-Type"]
        if "Content-Language" in headers:
            response.headers["Content-Language"] = headers["Content-Language"]
    response.headers["ETag"] = tag
    response.headers["Cache-Control"] = cache_control(until)
    if changed_at:
        response.headers["Last-Modified"] = http_date(changed_at.timestamp())
    return response


def latest_change(shape):
    """The latest ``updated_at`` in an answer, at whatever depth, or None where nothing tells."""
    latest = max(_changes(shape), default=None)
    return latest and datetime.fromisoformat(latest)


def _changes(shape):
    if isinstance(shape, dict):
        if shape.get("updated_at"):
            yield shape["updated_at"]
        shape = shape.values()
    elif not isinstance(shape, list):
        return
    for each in shape:
        yield from _changes(each)
