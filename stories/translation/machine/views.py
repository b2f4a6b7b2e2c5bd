"""Having a machine translate what is missing, and what a person then says to it."""

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.models import Page
from wagtail_localize.machine_translators import get_machine_translator
from wagtail_localize.models import Translation
from wagtail_localize.views import edit_translation

from ..versions import VersionMixin
from .marking import accept, going_live_as_machine_translation, mark_draft, unchecked
from .translator import Unavailable


def is_allowed(translation):
    """Whether the site has a translation server, and this story may be sent to it."""
    if not getattr(settings, "WAGTAILLOCALIZE_MACHINE_TRANSLATOR", None):
        return False
    source = translation.source.get_source_instance()
    return isinstance(source, VersionMixin) and source.machine_translation_allowed


@require_POST
def machine_translate(request, translation_id):
    """Texts that have a translation keep it; where the server fails, nothing is changed."""
    translation, page = _own(request, translation_id)
    translator = get_machine_translator()
    if translator is None:
        raise Http404
    if not is_allowed(translation):
        raise PermissionDenied
    before = unchecked(translation).count()
    try:
        with transaction.atomic():
            tried = edit_translation.apply_machine_translation(
                translation.pk, request.user, translator
            )
    except Unavailable as error:
        messages.error(request, _("%(reason)s Nothing was changed.") % {"reason": error})
        return redirect("wagtailadmin_pages:edit", page.pk)
    made = unchecked(translation).count() - before
    if made:
        mark_draft(page)
    _tell(request, translation, tried, made)
    return redirect("wagtailadmin_pages:edit", page.pk)


def _tell(request, translation, tried, made):
    if not tried:
        messages.warning(request, _("There is nothing left to translate."))
        return
    if made:
        text = ngettext(
            "A machine has translated %(number)d text. Check it before it is published.",
            "A machine has translated %(number)d texts. Check them before they are published.",
            made,
        )
        messages.success(request, text % {"number": made})
    total, done = translation.get_progress()
    if total > done:
        text = ngettext(
            "%(number)d text is left to you: the machine lost its links or markup.",
            "%(number)d texts are left to you: the machine lost their links or markup.",
            total - done,
        )
        messages.warning(request, text % {"number": total - done})


@require_POST
def accept_all(request, translation_id):
    """Somebody says that they have checked every text that a machine made."""
    translation, page = _own(request, translation_id)
    accept(translation, request.user)
    messages.success(request, _("The machine's translations are marked as checked."))
    return redirect("wagtailadmin_pages:edit", page.pk)


@require_POST
def publish_marked(request, translation_id):
    """A publisher lets a translation go live that nobody has checked; readers are told."""
    translation, page = _own(request, translation_id)
    if not page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    try:
        with going_live_as_machine_translation(), transaction.atomic():
            draft = translation.source.get_ephemeral_translated_instance(
                translation.target_locale, fallback=True
            )
            revision = draft.save_revision(user=request.user)
            revision.publish(user=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("The page is live, marked as machine translation."))
    return redirect("wagtailadmin_pages:edit", page.pk)


def _own(request, translation_id):
    translation = get_object_or_404(
        Translation.objects.select_related("source__locale", "target_locale"),
        pk=translation_id,
        enabled=True,
    )
    page = translation.get_target_instance()
    if not isinstance(page, Page):
        raise Http404
    page = page.specific
    if not edit_translation.user_can_edit_instance(request.user, page):
        raise PermissionDenied
    if page.permissions_for_user(request.user).page_locked():
        raise PermissionDenied
    return translation, page
