"""What the server can do without any framework: the same constants, from a tiny WSGI application."""

from http import HTTPStatus

from tests.bench.constant import ANSWERS

READY = {
    kind: (f"{status} {HTTPStatus(status).phrase}", list(headers.items()), [body])
    for kind, (status, headers, body) in ANSWERS.items()
}


def application(environ, start_response):
    status, headers, body = READY[environ["PATH_INFO"].split("/")[1]]
    start_response(status, headers)
    return body
