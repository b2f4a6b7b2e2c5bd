"""Asks for addresses, and for all that the answers lead to, and remembers which marks were met."""

import json
import re
from html import unescape
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from django.conf import settings

LINK = re.compile(
    r"""(?:href|src|action|poster|content|srcset|data-[\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')"""
)
XML = re.compile(r"(?:<loc>|href=\")([^<\"]+)")
QUOTED = re.compile(r'"((?:https?://|/)[^"\s]*)"')
NOT_WALKED = ("/static/", "/admin/")
LONGEST = 300  # a form that leads to itself makes its address ever longer


class Walk:
    """`answers` are status codes by address; `met` the addresses at which a mark was met, by mark."""

    def __init__(self, client, *marks):
        self.client, self.marks = client, marks
        self.answers, self.met = {}, {}

    def through(self, addresses):
        waiting, named = list(addresses), set()
        while waiting:
            address = own(waiting.pop())
            if address is None or address in self.answers:
                continue
            response = self.client.get(address)
            content = body(response)
            self.answers[address] = response.status_code
            self._look(address, response, content)
            found = [each for each in dict.fromkeys(links(response, content)) if each not in named]
            waiting += [urljoin(address, each) for each in found]
            # Most answers lead to the same, and these lead there from everywhere.
            named.update(each for each in found if each.startswith(("/", "http")))
        return self

    def _look(self, address, response, content):
        headers = "\n".join(f"{name}: {value}" for name, value in response.items())
        seen = unquote(headers).encode() + b"\n" + content
        for marks in self.marks:
            # What the visitor asked for by name is no news to them.
            for mark in marks.found_in(seen) - marks.found_in(address.encode()):
                self.met.setdefault(mark, []).append(address)


def body(response):
    if response.streaming:
        return b"".join(response.streaming_content)
    return response.content


def links(response, content):
    """Every address that an answer names: in HTML's attributes, in JSON's values, in its headers."""
    if location := response.headers.get("Location"):
        yield location
    kind = response.headers.get("Content-Type", "")
    if "html" in kind:
        for found in LINK.findall(content.decode()):
            value = unescape(found[0] or found[1])
            parts = (part.split()[0] for part in value.split(",") if part.strip())
            yield from (part for part in parts if part.startswith(("/", "?", "http")))
    elif "xml" in kind:
        yield from XML.findall(content.decode())
    elif "json" in kind:
        text = json.dumps(json.loads(content), ensure_ascii=False)
        yield from QUOTED.findall(text)
        yield from QUOTED.findall(text.replace('\\"', '"'))


def own(address):
    """An address of this site without host and fragment; None for all others."""
    address = urldefrag(address).url.removeprefix(settings.BASE_URL)
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not address.startswith("/"):
        return None
    return None if address.startswith(NOT_WALKED) or len(address) > LONGEST else address
