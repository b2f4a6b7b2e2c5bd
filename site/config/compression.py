"""Text that is the same for everybody leaves the site compressed, packed once for each text."""

from collections import OrderedDict
from threading import Lock

from zlib_ng import gzip_ng

MOST = 8_000_000  # bytes of packed texts that a process has at hand
LEAST = 500  # bytes; less fits into one packet anyway
LEVEL = 5  # 2 % larger than zlib's 6, in half the time
PACKED = '-gzip"'  # how the ETag of a packed answer ends
TEXTS = ("text/", "application/json", "application/manifest+json", "application/problem+json",
         "application/xml", "application/atom+xml", "application/feed+json")  # fmt: skip


class Compressed:
    """A WSGI application around the site's.

    Only whole answers with an ETag are packed. Those are public and hold nothing of the visitor's own, so how
    well they pack tells nobody anything (BREACH); and equal ETags mean equal bytes, so each is packed once.
    A packed answer has a strong ETag of its own, as it has bytes of its own: the other one and `PACKED`.
    """

    def __init__(self, application):
        self.application, self.packed = application, Packed()

    def __call__(self, environ, start_response):
        if "gzip" not in environ.get("HTTP_ACCEPT_ENCODING", ""):
            return self.application(environ, start_response)
        known = environ.get("HTTP_IF_NONE_MATCH", "")
        has_packed = PACKED in known
        if has_packed:
            environ["HTTP_IF_NONE_MATCH"] = known.replace(PACKED, '"')
        told = []
        answer = self.application(environ, lambda *said: told.append(said))
        status, headers, *wrong = told[-1]
        if status.startswith("200") and (packed := self._packed(headers, answer)):
            headers, body = packed
            if hasattr(answer, "close"):
                answer.close()
            answer = [body]
        elif status.startswith("304") and has_packed and _said(headers).get("etag"):
            headers = _of_packed(headers)
        start_response(status, headers, *wrong)
        return answer

    def _packed(self, headers, answer):
        """``(headers, body)``, or None for what is left as it is."""
        said = _said(headers)
        tag = said.get("etag", "")
        if not tag.startswith('"') or "content-encoding" in said:
            return None
        if not said.get("content-type", "").startswith(TEXTS):
            return None
        body = self.packed.get(tag)
        if body is None:
            text = b"".join(answer) if isinstance(answer, list) else getattr(answer, "content", b"")
            if len(text) < LEAST:
                return None
            body = self.packed.put(tag, gzip_ng.compress(text, LEVEL, mtime=0))
        return [
            *(each for each in _of_packed(headers) if each[0].lower() != "content-length"),
            ("Content-Encoding", "gzip"),
            ("Content-Length", str(len(body))),
        ], body


def _said(headers):
    return {name.lower(): value for name, value in headers}


def _of_packed(headers):
    """The headers with the ETag of the packed answer, and what it was chosen by."""
    said = _said(headers)
    return [
        *((name, value) for name, value in headers if name.lower() not in ("etag", "vary")),
        ("ETag", f"{said['etag'][:-1]}{PACKED}"),
        ("Vary", ", ".join(filter(None, [said.get("vary"), "Accept-Encoding"]))),
    ]


class Packed:
    """``{ETag: bytes}``; what was not asked for longest makes room."""

    def __init__(self):
        self._lock, self._size, self._texts = Lock(), 0, OrderedDict()

    def get(self, tag):
        with self._lock:
            if tag in self._texts:
                self._texts.move_to_end(tag)
            return self._texts.get(tag)

    def put(self, tag, body):
        with self._lock:
            if tag not in self._texts:
                self._texts[tag] = body
                self._size += len(body)
            while self._size > MOST and len(self._texts) > 1:
                self._size -= len(self._texts.popitem(last=False)[1])
            return body
