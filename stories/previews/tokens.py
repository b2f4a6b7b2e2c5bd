"""Tokens that open one draft, in one language, for an hour.

A token says which draft, never who asked for it, and is signed with a key derived from SECRET_KEY.
"""

import hashlib
from dataclasses import asdict, dataclass
from datetime import timedelta

from django.core import signing
from django.utils import timezone

SALT = "stories.previews"
LIFETIME = timedelta(hours=1)


@dataclass(frozen=True)
class Draft:
    """What a token is for: one language's version of a page, at a revision or as a form has it.

    `key` is the identity that all languages share; `page` is a primary key, None of what was never
    saved; so is `revision`, None of a page that has no revisions. `form` is that of Wagtail's store of
    what an editor has filled in: `digest` tells whether it is still filled in so, and `slug` is what
    stands in for one that was left empty.
    """

    key: str
    language: str
    page: int | None
    revision: int | None = None
    form: int | None = None
    digest: str = ""
    slug: str = ""


class BadToken(Exception):
    """It was not made here, or not for previews."""


class ExpiredToken(Exception):
    """It was made longer ago than tokens last."""


def token_for(draft):
    said = {name: value for name, value in asdict(draft).items() if value not in (None, "")}
    return signing.dumps({"page": None} | said, salt=SALT)


def read(token):
    """The Draft that a token is for."""
    try:
        return Draft(**signing.loads(token, salt=SALT, max_age=LIFETIME))
    except signing.SignatureExpired as error:
        raise ExpiredToken from error
    except (signing.BadSignature, ValueError, TypeError) as error:
        raise BadToken from error


def is_older(token, moment):
    """Whether a token that can be read was made before a moment, to the second."""
    try:
        signing.loads(token, salt=SALT, max_age=timezone.now() - moment)
    except signing.SignatureExpired:
        return True
    return False


def digest(form_data):
    return hashlib.sha256(form_data.encode()).hexdigest()[:16]
