"""What the server can do without any framework: the same constants, from a tiny WSGI application."""

from http import HTTPStatus

from tests.bench.constant import ANSWERS

READY = {
    asked: (f"{status} {HTTPStatus(status).phrase}", list(headers.items()), [body])
    for asked, (status, headers, body) in ANSWERS.items()
}


def application(environ, start_response):
    asked = environ["PATH_INFO"], environ["QUERY_STRING"], "HTTP_IF_NONE_MATCH" in environ
    status, headers, body = READY[asked]
    start_response(status, headers)
    return body
