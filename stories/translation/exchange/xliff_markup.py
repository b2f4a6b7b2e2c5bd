"""Inline HTML as XLIFF 1.2's inline elements, and back.

``a <a id="a1">link</a>, <b>bold</b><br/>`` is ``a <g id="a1" ctype="link">link</g>, <g id="b-1"
ctype="bold">bold</g><x id="br-1" ctype="lb"/>``.
"""

import re
from collections import Counter
from html import escape

from bs4 import BeautifulSoup
from bs4.element import Tag
from django.utils.translation import gettext as _
from lxml import etree
from wagtail_localize.strings import INLINE_TAGS

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
CTYPES = {"a": "link", "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "br": "lb"}
LINK = re.compile(r"a\d+")
OTHER = re.compile(r"([a-z]+)-\d+")


def named(name):
    return f"{{{NAMESPACE}}}{name}"


def fill(element, html):
    """Puts a passage's HTML into a ``<source>`` or ``<target>``."""
    _fill(element, BeautifulSoup(html, "html.parser"), Counter())


def _fill(element, soup, counter):
    last = None
    for child in soup.children:
        if isinstance(child, Tag):
            last = _inline(element, child, counter)
            if child.name != "br":
                _fill(last, child, counter)
        elif last is None:
            element.text = (element.text or "") + _allowed(str(child))
        else:
            last.tail = (last.tail or "") + _allowed(str(child))


def _inline(element, tag, counter):
    counter[tag.name] += 1
    name = "x" if tag.name == "br" else "g"
    key = tag.get("id") or f"{tag.name}-{counter[tag.name]}"
    ctype = CTYPES.get(tag.name, f"x-{tag.name}")
    return etree.SubElement(element, named(name), id=key, ctype=ctype)


def _allowed(text):
    """A text without the few characters that XML has no way to write."""
    return re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", text)


def html_of(element):
    """The HTML of a ``<source>`` or ``<target>``; raises ValueError for what is no inline element of ours."""
    parts = [escape(element.text or "", quote=False)]
    for child in element:
        parts += [_html_of(child), escape(child.tail or "", quote=False)]
    return "".join(parts)


def _html_of(element):
    name = etree.QName(element).localname
    if name == "mrk":
        return html_of(element)
    key = element.get("id", "")
    if name == "g" and LINK.fullmatch(key):
        return f'<a id="{key}">{html_of(element)}</a>'
    found = OTHER.fullmatch(key)
    tag = found.group(1) if found else ""
    if tag not in INLINE_TAGS or (name, tag == "br") not in {("g", False), ("x", True)}:
        raise ValueError(
            _('The element <%(name)s id="%(id)s"> is not in the original.')
            % {"name": name, "id": key[:40]}
        )
    return "<br/>" if tag == "br" else f"<{tag}>{html_of(element)}</{tag}>"
