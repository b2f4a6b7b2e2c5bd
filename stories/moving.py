"""A page's address is the same in every language, also when an editor moves it.

Its versions in the other languages move with it, to the version of the new parent in their language.
Where there is none the move is refused: the page would have one address here and another one there.
"""

from contextvars import ContextVar

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.actions.move_page import MovePageAction
from wagtail.models import Page
from wagtail.signals import post_page_move, pre_page_move

from stories.translation.languages import translated_name
from stories.translation.lists import names_in_text

from .addresses import is_taken

_taking_along = ContextVar("taking_translations_along", default=False)


class MoveRefused(ValidationError):
    """A move after which a page would not have one address in all languages."""


def versions_to_move(page, parent):
    """The page in its other languages, as far as it lies below `parent` there too."""
    versions = Page.objects.filter(translation_key=page.translation_key).exclude(pk=page.pk)
    return [
        each
        for each in versions.select_related("locale").order_by("locale__language_code")
        if each.get_parent().translation_key == parent.translation_key
    ]


def reason_against(page, destination, user=None):
    """Why a page may not be moved there, as its editor reads it, or "".

    With a user given, also what they may not do in the other languages.
    """
    parent = page.get_parent()
    if parent.pk == destination.pk:
        return ""
    if is_taken(page.slug, destination, page):
        return _("Another page has this address there, here or in another language.")
    places = _places(destination)
    versions = versions_to_move(page, parent)
    without = [each for each in versions if each.locale_id not in places]
    if without:
        return _(
            "“%(page)s” is also in %(languages)s, and “%(parent)s” is not. Its address is the same in "
            "every language: translate “%(parent)s” first, or choose another place."
        ) % _named(page, destination, without)
    if user is None:
        return ""
    others = [
        each
        for each in versions
        if not each.permissions_for_user(user).can_move_to(places[each.locale_id])
    ]
    if others:
        return _(
            "“%(page)s” is also in %(languages)s, and moves there too. You may not move it in that "
            "language."
        ) % _named(page, destination, others)
    return ""


def _places(destination):
    """The new parent in every language, by the language's primary key."""
    versions = Page.objects.filter(translation_key=destination.translation_key)
    return {each.locale_id: each for each in versions}


def _named(page, destination, versions):
    languages = [translated_name(each.locale.language_code) for each in versions]
    return {
        "page": page.get_admin_display_title(),
        "parent": destination.get_admin_display_title(),
        "languages": names_in_text(languages, get_language()),
    }


def refuse(sender, instance, parent_page_after, **kwargs):
    if not _taking_along.get() and (reason := reason_against(instance, parent_page_after)):
        raise MoveRefused(reason)


@transaction.atomic
def take_translations_along(sender, instance, parent_page_before, parent_page_after, **kwargs):
    """Each leaves its own redirects, as every page that is moved does."""
    if _taking_along.get() or parent_page_before.pk == parent_page_after.pk:
        return
    places = _places(parent_page_after)
    token = _taking_along.set(True)
    try:
        for version in versions_to_move(instance, parent_page_before):
            action = MovePageAction(version, places[version.locale_id], pos="last-child")
            action.execute(skip_permission_checks=True)
    finally:
        _taking_along.reset(token)


def connect():
    pre_page_move.connect(refuse, dispatch_uid="refuse_moves")
    post_page_move.connect(take_translations_along, dispatch_uid="move_translations_along")
