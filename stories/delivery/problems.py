"""What is answered when something is wrong: problem documents (RFC 9457), for programmers."""

import json
from http import HTTPStatus

from django.http import HttpResponse

MEDIA_TYPE = "application/problem+json"


def problem(status, detail, errors=(), **more):
    """A problem document; `errors` are ``{"name", "message"}``, one a parameter that was wrong."""
    document = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": int(status),
        "detail": detail,
        "errors": list(errors),
        **more,
    }
    response = HttpResponse(
        json.dumps(document, ensure_ascii=False), content_type=MEDIA_TYPE, status=status
    )
    response.headers["Cache-Control"] = "no-store"
    response.headers["Content-Language"] = "en"
    return response


class Withdrawn(Exception):
    """Raised where there was something that was withdrawn."""


def gone():
    """410, of what was withdrawn."""
    detail = "What was here was withdrawn: delete what you keep of it."
    return problem(HTTPStatus.GONE, detail, reason="withdrawn")


class BadParameters(Exception):
    """Raised with what is wrong with which parameter: ``BadParameters({"locale": "…"})``."""

    def __init__(self, errors):
        self.errors = [{"name": name, "message": text} for name, text in errors.items()]
        super().__init__(errors)


class NotOpened(BadParameters):
    """Raised as its base is where a token does not open what was asked for with it."""


def bad_request(errors):
    """400, with the names of the parameters in `detail` too."""
    return _wrong(HTTPStatus.BAD_REQUEST, errors)


def forbidden(errors):
    """403, with the names of the parameters in `detail` too."""
    return _wrong(HTTPStatus.FORBIDDEN, errors)


def _wrong(status, errors):
    said = " ".join(f"{each['name']}: {each['message']}" for each in errors)
    return problem(status, said, errors)
