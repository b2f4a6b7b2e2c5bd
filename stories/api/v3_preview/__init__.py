"""Wagtail's read-write API v3, for imports and automation: for people with a token, by the site's rules.

docs/decisions/0014-wagtails-read-write-api.md says what of Wagtail's own is not left as it is.
"""

from .guard import nothing, urls

__all__ = ["nothing", "urls"]
