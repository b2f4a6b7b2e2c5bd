"""The address at which a front end of its own shows drafts."""

import re
from urllib.parse import urlsplit

AUTHORITY = re.compile(r"([A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(:[0-9]+)?")


def origin(template):
    """The one origin of all addresses that a template makes; a ValueError says that there is none.

    >>> origin("https://front.example.org/preview?token={token}&path={path}")
    'https://front.example.org'
    """
    filled = {template.replace("{token}", token).replace("{path}", "/en/") for token in ("a", "b")}
    found = {_origin(address) for address in filled}
    if len(filled) == 1 or len(found) > 1:
        raise ValueError(template)
    return found.pop()


def _origin(address):
    parts = urlsplit(address)
    is_address = parts.scheme in ("http", "https") and AUTHORITY.fullmatch(parts.netloc)
    if not is_address or parts.port == 0 or re.search(r"[{}\s]", address):
        raise ValueError(address)
    return f"{parts.scheme}://{parts.netloc}"
