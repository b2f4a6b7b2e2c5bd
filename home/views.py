"""The front door, every page, and what is said where there is none."""

from http import HTTPStatus

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers
from django.utils.translation import override
from django.views.decorators.http import require_safe
from wagtail import hooks
from wagtail.views import serve_chain
from wagtail.wagtail_hooks import check_request_method, check_view_restrictions

from stories.delivery.answers import deliver
from stories.delivery.door import published_pages
from stories.delivery.validators import latest_change
from stories.presentation.documents import page_of
from stories.presentation.finished import MARKUP
from stories.presentation.reader import Reader
from stories.queries import is_gone_at, pages_at, version_at, versions_at
from stories.translation.interface import interface_language
from stories.translation.languages import is_known
from stories.translation.locales import Languages
from stories.translation.preferred import preferred_language

from .around import filled
from .chrome import page_of_no_kind, reader_of

HOOKS = ("on_serve_page", "before_serve_page")


@require_safe
def front_door(request):
    """To the site in the visitor's language: the cookie's, else the browser's, else the default."""
    response = redirect(f"/{preferred_language(request, Languages.load())}/")
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response


@require_safe
def page(request, path):
    """The page at an address, in the best language that there is for its reader."""
    languages = Languages.load()
    if request.LANGUAGE_CODE not in languages:
        raise Http404
    request.reader = Reader(request.LANGUAGE_CODE, languages, query=request.GET)
    is_plain = not request.GET and not _is_hooked()
    row = version_at(path, request.reader, part=MARKUP if is_plain else "")
    if row is None:
        return _restricted(request, path)
    if text := row.text:
        response = HttpResponse(filled(text.body, request, row.address(row.language)))
        return deliver(response, request.reader, **text.said())
    # Wagtail's own hook would ask what the one door has answered already.
    response = _served(page_of(row), request, without=check_view_restrictions)
    if shown := getattr(response, "context_data", None):
        deliver(response, request.reader, changed_at=latest_change(shown["page"]))
    return response


def _is_hooked():
    """Whether a page's answer is somebody else's business too."""
    found = (hook for name in HOOKS for hook in hooks.get_hooks(name))
    return any(hook not in (check_view_restrictions, check_request_method) for hook in found)


def _restricted(request, path):
    """A page for people who have signed in or know a password; Wagtail asks them."""
    of_language = pages_at(path).filter(
        locale_id=request.reader.languages.ids[request.LANGUAGE_CODE]
    )
    found = published_pages(of_language).first()
    if found is None or not found.get_view_restrictions():
        raise Http404
    request.reader.preview = True
    return _served(found.specific, request)


def _served(found, request, without=None):
    """A page's answer after every hook has been asked, as in Wagtail's own view."""
    answer = serve_chain
    for hook in reversed(hooks.get_hooks("on_serve_page")):
        if hook is not without:
            answer = hook(answer)
    for hook in hooks.get_hooks("before_serve_page"):
        if response := hook(found, request, [], {}):
            return response
    return answer(found, request, [], {})


def not_found(request, exception):
    """What a visitor is told where there is no page, or none any more, in the language of the address if it
    is ours.
    """
    reader = reader_of(request)
    below = _below(request.path, reader)
    shown = page_of_no_kind(request) | {"versions": _versions(below)}
    status = HTTPStatus.GONE if is_gone_at(below) else HTTPStatus.NOT_FOUND
    with override(interface_language(reader.language)):
        response = render(request, f"{status}.html", shown, status=status)
    response["Content-Language"] = reader.language
    return response


def _below(path, reader):
    """A path without its language, if it has one."""
    _, first, *others = path.split("/")
    return "/".join(others if first in reader.languages or is_known(first) else [first, *others])


def _versions(below):
    """The page that would be there with a language that there is: in all of its languages."""
    return [
        {"language": row.language, "title": row.title, "url": row.address(row.language)}
        for row in versions_at(below)
    ]
