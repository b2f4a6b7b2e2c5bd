"""The address at which a front end of its own shows drafts."""

import re
from urllib.parse import urlsplit

AUTHORITY = re.compile(r"([A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(:[0-9]+)?")


def origin(template):
    """The one origin of all addresses that a template makes, or None where it makes none.

    >>> origin("https://front.example.org/preview?token={token}&path={path}")
    'https://front.example.org'
    """
    filled = {template.replace("{token}", token).replace("{path}", "/en/") for token in ("a", "b")}
    found = {_origin(address) for address in filled}
    return found.pop() if len(filled) == 2 and len(found) == 1 else None


def _origin(address):
    try:
        parts = urlsplit(address)
        is_address = parts.scheme in ("http", "https") and parts.port != 0
    except ValueError:
        return None
    if not is_address or not AUTHORITY.fullmatch(parts.netloc) or re.search(r"[{}\s]", address):
        return None
    return f"{parts.scheme}://{parts.netloc}"
