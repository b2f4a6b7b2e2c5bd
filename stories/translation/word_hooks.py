"""The translation editor's publish button, for words."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks

from .family import translation_of
from .gate import message_about_machine
from .glossary.checking import warn
from .machine.marking import unchecked
from .version_hooks import keep_incomplete_translations_back
from .words import WordMixin


@hooks.register("before_edit_snippet", order=-1)
def publish_a_word(request, word):
    """In place of wagtail-localize's, which asks who may publish words of any language."""
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    translation = translation_of(word) if isinstance(word, WordMixin) else None
    if translation is None:
        return None
    if not word.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    refused = keep_incomplete_translations_back(request, word)
    if refused is not None:
        return refused
    if number := unchecked(translation).count():
        messages.error(request, message_about_machine(number))
        return redirect(request.path)
    try:
        translation.save_target(user=request.user, publish=True)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("The translation is live."))
        warn(request, translation)
    return redirect(request.path)
