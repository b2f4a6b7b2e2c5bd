"""How an answer is known again: its ETag, when it last changed, and 304 for who has it already."""

import hashlib
from datetime import datetime

from django.conf import settings
from django.http import HttpResponse
from django.utils.http import http_date, parse_etags

from .lifetimes import cache_control, edge_control

# What an empty 304 says beside its ETag and Cache-Control.
KEPT_IN_304 = ("Content-Language", "Last-Modified", "Cache-Tag", "Surrogate-Key", "Vary",
               "Access-Control-Allow-Origin", "Access-Control-Expose-Headers")  # fmt: skip


def entity_tag(body):
    """A strong ETag: equal for equal bodies, and only for them."""
    return f'"{hashlib.sha256(body).hexdigest()[:32]}"'


def is_known(given, tag):
    """Whether a client that gives an If-None-Match, or none, has the answer with that ETag already."""
    if not given or given.removeprefix("W/") == tag:
        return bool(given)
    known = parse_etags(given)
    return known == ["*"] or tag in {each.removeprefix("W/") for each in known}


def describe(response, tags, changed_at):
    """Gives a public answer its validators and its tags."""
    response.headers["ETag"] = entity_tag(response.content)
    if changed_at:
        response.headers["Last-Modified"] = http_date(changed_at.timestamp())
    give_tags(response, tags)


def give_tags(response, tags):
    """Gives an answer what a cache in front finds it again by."""
    names = sorted(tags)
    response.headers["Cache-Tag"] = ",".join(names)
    response.headers["Surrogate-Key"] = " ".join(names)


def lasting(response, until=None):
    """Tells caches that the site purges for how long they may keep it."""
    for name in settings.EDGE_HEADERS:
        response.headers[name] = edge_control(until)


def lifetimes(until):
    """All headers that say for how long an answer may be kept, as they are now."""
    edges = dict.fromkeys(settings.EDGE_HEADERS, edge_control(until))
    return {"Cache-Control": cache_control(until), **edges}


def conditional(request, response, until):
    """The response, or an empty 304 instead of what the client has.

    Only If-None-Match is heeded. A date cannot tell that something has left a list.
    """
    if is_known(request.headers.get("If-None-Match"), response.headers["ETag"]):
        whole, response = response, HttpResponse(status=304)
        del response.headers["Content-Type"]
        for name in ("ETag", *KEPT_IN_304):
            if name in whole.headers:
                response.headers[name] = whole.headers[name]
    response.headers["Cache-Control"] = cache_control(until)
    lasting(response, until)
    return response


def latest_change(shape):
    """The latest ``updated_at`` in an answer, at whatever depth, or None where nothing tells."""
    latest = max(_changes(shape), default=None)
    return latest and datetime.fromisoformat(latest)


def _changes(shape):
    if isinstance(shape, dict):
        if "sources" in shape:  # a picture tells of no change, and has many parts
            return
        if shape.get("updated_at"):
            yield shape["updated_at"]
        shape = shape.values()
    elif not isinstance(shape, list):
        return
    for each in shape:
        yield from _changes(each)
