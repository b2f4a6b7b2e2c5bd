"""Drafts, for whoever has the token of an editor's preview."""

from uuid import UUID

from django.http import Http404

from stories.delivery.problems import BadParameters, NotOpened
from stories.delivery.withdrawal.record import Withdrawal
from stories.presentation.details import detail
from stories.presentation.families import address
from stories.previews.drafts import Closed, page_of
from stories.previews.tokens import BadToken, ExpiredToken, is_older, read

from .parameters import reader_for


def previewed(parameters, *models, key=None, path=None):
    """The Detail of the draft that a token opens, and its language.

    The draft must be what was asked for beside the token: one of the `models`, with that `key` or
    at that `path`, in that locale. Nothing ever stands in for it.
    """
    draft = _read(parameters.preview)
    asked = getattr(parameters, "locale", None) or draft.language
    if asked != draft.language or key not in (None, UUID(draft.key)):
        raise _not_opened("This token is for another page, or for another language of it.")
    reader = reader_for(parameters, draft.language)
    reader.preview = True
    try:
        page = page_of(draft)
    except Closed as error:
        raise _not_opened(f"There is no such draft any more. {error}") from error
    if path is not None and path.strip("/") != address(page, draft.language).strip("/"):
        raise _not_opened("This token is for another path.")
    if models and not isinstance(page, models):
        raise Http404
    return detail(page, reader), draft.language


def _read(token):
    try:
        draft = read(token)
    except BadToken as error:
        raise BadParameters({"preview": "This is no token for a preview here."}) from error
    except ExpiredToken as error:
        raise _not_opened("This token has expired. Open the preview again.") from error
    withdrawal = Withdrawal.objects.filter(key=draft.key).first()
    if withdrawal and is_older(token, withdrawal.at):
        # Whoever got the link before must not keep what was taken back.
        raise _not_opened("The page has been withdrawn since. Open the preview again.")
    return draft


def _not_opened(why):
    return NotOpened({"preview": why})
