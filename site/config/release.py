"""Which software this is, and how it is set up: answers of another are never given out as its own."""

import hashlib
import os

PARTS = ("home", "search", "site", "stories", "templates", "requirements")
KINDS = (".py", ".html", ".mo", ".css", ".js", ".svg", ".txt")


def fingerprint(root, *setup):
    """A short word, equal for all processes of one release that are set up alike."""
    newest = count = 0
    for part in PARTS:
        for folder, _folders, names in os.walk(root / part):
            for name in names:
                if name.endswith(KINDS):
                    newest = max(newest, os.stat(os.path.join(folder, name)).st_mtime_ns)
                    count += 1
    return hashlib.sha256(repr((newest, count, setup)).encode()).hexdigest()[:12]
