"""Handing a translation in: what has been translated becomes a draft that waits for approval."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST
from wagtail.models import Page
from wagtail_localize.models import Translation

from .glossary.checking import warn
from .review import display_name
from .version_address import PAGE, edit_address, version_at
from .versions import VersionMixin


class SubmitForm(forms.Form):
    translated_by = forms.CharField(
        label=gettext_lazy("Translated by"),
        max_length=255,
        required=False,
        help_text=gettext_lazy(
            "Readers see this name. Leave it empty to stay unnamed; put semicolons between several."
        ),
    )


def form_for(page, user):
    """Starts with who is named already, else with the one who submits."""
    named = getattr(page, "translated_by", "")
    return SubmitForm(initial={"translated_by": named or display_name(user)})


def may_submit(page, user):
    permissions = page.permissions_for_user(user)
    return permissions.can_edit() and permissions.can_submit_for_moderation()


@require_POST
def submit(request, translation_id):
    translation = get_object_or_404(Translation, pk=translation_id, enabled=True)
    page = translation.get_target_instance()
    if not isinstance(page, VersionMixin) or not may_submit(page, request.user):
        raise PermissionDenied
    missing = untranslated(translation)
    form = SubmitForm(request.POST)
    if missing:
        messages.error(request, missing_message(missing))
    elif form.is_valid():
        _submit(request, translation, form.cleaned_data["translated_by"])
    else:
        messages.error(request, " ".join(form.errors["translated_by"]))
    return redirect(edit_address(page))


def _submit(request, translation, translated_by):
    try:
        hand_in(translation, request.user, translated_by)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("The translation has been submitted for review."))
        warn(request, translation)


@transaction.atomic
def hand_in(translation, user, translated_by=""):
    """Saves what has been translated as a draft of the page and starts its review.

    wagtail-localize's own way of saving a draft would put the words into the live page at once.
    """
    draft = translation.source.get_ephemeral_translated_instance(
        translation.target_locale, fallback=True
    )
    if isinstance(draft, VersionMixin):
        draft.translated_by = translated_by
    draft.save_revision(user=user)
    page = type(draft)._default_manager.get(pk=draft.pk)
    state = page.current_workflow_state
    if state is not None and state.status == state.STATUS_NEEDS_CHANGES:
        return state.resume(user)
    return page.get_workflow().start(page, user)


@require_POST
def withdraw(request, pk, kind=PAGE):
    """Takes a translation back from review, to go on with it."""
    page = version_at(kind, pk)
    if not isinstance(page, Page) and not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    state = page.current_workflow_state
    if state is None or not state.user_can_cancel(request.user):
        raise PermissionDenied
    state.cancel(user=request.user)
    messages.success(request, _("The translation has been taken back from review."))
    return redirect(edit_address(page))


def untranslated(translation):
    """How many texts are still without a translation."""
    total, done = translation.get_progress()
    return total - done


def missing_message(missing):
    return ngettext(
        "%(number)s text has not been translated yet.",
        "%(number)s texts have not been translated yet.",
        missing,
    ) % {"number": missing}
