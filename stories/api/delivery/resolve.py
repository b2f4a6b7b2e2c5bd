"""Where a path leads."""

from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.http import Http404
from ninja import Query, Router

from stories.delivery.problems import Withdrawn
from stories.presentation.details import detail
from stories.presentation.documents import page_of
from stories.queries import is_gone_at, version_at
from stories.redirects import redirect_at
from stories.translation.locales import Languages

from .answers import answer, unpublished
from .fields import WHOLE, wanted
from .parameters import ResolveParameters, check_names, reader_for
from .previews import previewed
from .schemas.pages import AnyDetail, Resolved

router = Router(tags=["site"])


@router.get("/", response=Resolved, operation_id="resolve", summary="Find what is at a path")
def resolve(request, parameters: Query[ResolveParameters]):
    """The page at a path, in the path's language or what may stand in; or where it leads instead.

    The path may end with a slash or not, and be percent-encoded or not.
    """
    check_names(request, parameters)
    path = unquote(urlsplit(parameters.path).path)
    fields = wanted(parameters.fields, AnyDetail)
    keep = fields and {"kind": WHOLE, "page": fields}
    if parameters.preview is not None:
        page, served = previewed(parameters, path=path)
        return unpublished(Resolved, {"kind": "page", "page": page}, served, keep)
    language, _, below = path.strip("/").partition("/")
    if not language:
        return _redirect(f"{settings.BASE_URL}/{settings.LANGUAGE_CODE}/", permanent=False)
    languages = Languages.load()
    # Another first part than a language is no mistake: there may be a redirect from there.
    is_page = language in languages
    reader = reader_for(parameters, language if is_page else None, languages)
    row = version_at(below, reader) if is_page else None
    if row is not None:
        page = detail(page_of(row), reader)
        shape = {"kind": "page", "page": page}
        served = page["language"]["served"]
        return answer(Resolved, shape, served, keep, shown=reader)
    if is_page and is_gone_at(below):
        raise Withdrawn
    if found := redirect_at(path, settings.BASE_URL):
        return _redirect(*found)
    raise Http404(f"There is nothing at {path}.")


def _redirect(location, permanent):
    shape = {"kind": "redirect", "location": location, "permanent": permanent}
    return answer(Resolved, shape, settings.LANGUAGE_CODE, is_kept=False)
