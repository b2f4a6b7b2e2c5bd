"""Varnish with deploy/varnish/meeting-place.vcl: purges by tag."""

import requests
from wagtail.contrib.frontend_cache.backends import BaseBackend

TIMEOUT = 5  # seconds
LONGEST = 4_000  # characters of a header; Varnish takes lines of 8 kB


class NotPurged(Exception):
    """The cache did not confirm it."""


class Varnish(BaseBackend):
    def __init__(self, params):
        super().__init__(params)
        self.location, self.secret = params["LOCATION"], params["SECRET"]

    def purge_tags(self, tags):
        """Has Varnish forget all answers with any of these tags; what comes first, first."""
        with requests.Session() as session:
            # It is near: no proxy of the environment knows it, and no password file is asked.
            session.trust_env = False
            for names in portions(tags, LONGEST):
                self._purge(session, " ".join(names))

    def _purge(self, session, names):
        response = session.request(
            "PURGE",
            self.location,
            headers={"Purge-Tags": names, "Purge-Secret": self.secret},
            timeout=TIMEOUT,
            allow_redirects=False,
        )
        # Whatever else answers there, with a 200 even, has not purged anything.
        if response.status_code != 200 or "Purged" not in response.headers:
            raise NotPurged(f"it answered {response.status_code}")


def portions(tags, longest):
    """The tags in lists whose names, with a space between them, fit into so many characters.

    >>> list(portions(["site", "all", "words"], 8))
    [['site', 'all'], ['words']]
    """
    portion, length = [], 0
    for tag in tags:
        if portion and length + 1 + len(tag) > longest:
            yield portion
            portion, length = [], 0
        length += len(tag) + bool(portion)
        portion.append(tag)
    if portion:
        yield portion
