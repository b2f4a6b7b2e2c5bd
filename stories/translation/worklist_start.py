"""Starting a translation: its page, as a draft, in which the words are still the original's."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.models import Locale, Page
from wagtail_localize.operations import TranslationCreator

from .teams import may_translate_into
from .version_address import PAGE, edit_address, version_at


@require_POST
def start(request, pk, language, kind=PAGE):
    """Starts a translation into one language, and leads to it; also where it was started already."""
    original = version_at(kind, pk)
    if original.alias_of_id or getattr(original, "depth", 2) < 2:
        raise Http404
    locale = get_object_or_404(Locale, language_code=language)
    if not may_translate_into(request.user, locale):
        raise PermissionDenied
    if original.locale_id == locale.pk:
        raise Http404
    begin = start_page if isinstance(original, Page) else start_word
    translated = begin(original, locale, request.user)
    if translated is None:
        messages.error(request, _("The page above this one has not been made in that language."))
        return redirect("translation_worklist")
    return redirect(edit_address(translated))


@transaction.atomic
def start_word(word, locale, user):
    """The word's translation, made as a draft where there is none."""
    versions = type(word)._default_manager
    there = versions.filter(translation_key=word.translation_key, locale=locale)
    if not there.exists():
        TranslationCreator(user, [locale]).create_translations(word, include_related_objects=False)
    return there.first()


@transaction.atomic
def start_page(page, locale, user):
    """The page's translation, made as a draft where there is none; None where it has no place to lie.

    Pages between it and what the language has already are started with it: left to themselves,
    Wagtail and wagtail-localize would copy them as live pages in the original's words.
    """
    there = in_language(page, locale)
    if there is not None:
        return there
    parent = page.get_parent()
    if parent.depth < 2 or start_page(parent.specific, locale, user) is None:
        return None
    creator = TranslationCreator(user, [locale])
    # What it relates to keeps its own language until somebody translates it.
    creator.create_translations(page, include_related_objects=False)
    return in_language(page, locale)


def in_language(page, locale):
    """The page's real version in a language, or None."""
    found = Page.objects.filter(translation_key=page.translation_key, locale=locale, alias_of=None)
    return found.first()
