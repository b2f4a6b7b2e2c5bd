"""Bringing translations that were made elsewhere into the translation editor."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import ngettext
from wagtail.models import Page

from .family import source_of
from .languages import native_name
from .passages import label_of
from .taking_in import ordinary_translations, outcome, take_in


def take_in_view(request, page_id):
    """What would become of each such translation of a page, and on the editor's word does it."""
    page = get_object_or_404(Page, pk=page_id).specific
    found = [
        each
        for each in ordinary_translations(page)
        if each.permissions_for_user(request.user).can_edit() and source_of(each) is not None
    ]
    if not found or not request.user.has_perm("wagtail_localize.submit_translation"):
        raise PermissionDenied
    if request.method == "POST":
        chosen = [each for each in found if str(each.pk) in request.POST.getlist("pages")]
        for each in chosen:
            _tell(request, each, take_in(each, request.user))
        return redirect("wagtailadmin_pages:edit", chosen[0].pk if len(chosen) == 1 else page.pk)
    shown = [_shown(each) for each in found]
    return render(request, "translation/take_in.html", {"page": page, "translations": shown})


def _shown(page):
    result = outcome(page, source_of(page))
    return {
        "page": page,
        "language": native_name(page.locale.language_code),
        "code": page.locale.language_code,
        "matched": result.matched,
        "unmatched": [
            {"label": label_of(each.place, type(page)), "text": each.text}
            for each in result.unmatched
        ],
    }


def _tell(request, page, result):
    text = ngettext(
        "%(language)s: %(count)d text was taken over.",
        "%(language)s: %(count)d texts were taken over.",
        result.matched,
    )
    names = {"language": native_name(page.locale.language_code), "count": result.matched}
    messages.success(request, text % names)
    if result.unmatched:
        text = ngettext(
            "%(count)d text has no counterpart in the original. It stays until you publish: %(names)s",
            "%(count)d texts have no counterpart in the original. They stay until you publish: %(names)s",
            len(result.unmatched),
        )
        named = "; ".join(label_of(each.place, type(page)) for each in result.unmatched[:5])
        messages.warning(request, text % {"count": len(result.unmatched), "names": named})
