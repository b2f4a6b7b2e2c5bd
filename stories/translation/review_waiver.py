"""Publishing a translation that nobody has reviewed: a publisher's own decision, for one page."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from .family import translation_of
from .gate import message_about, missing_from
from .languages import translated_name
from .review_required import let_go_live, requires_review, without_reviewer
from .version_address import PAGE, edit_address, version_at
from .versions import VersionMixin


def may_publish_unreviewed(page, user):
    """Whether the step is there for this page and this person."""
    if not isinstance(page, VersionMixin) or page.alias_of_id or not requires_review(page):
        return False
    permissions = page.permissions_for_user(user)
    return permissions.can_publish() and not permissions.page_locked()


def publish_unreviewed(request, pk, kind=PAGE):
    """Says what it means, and on the publisher's word publishes what there is."""
    page = version_at(kind, pk)
    if not may_publish_unreviewed(page, request.user):
        raise PermissionDenied
    translation = translation_of(page)
    missing = missing_from(translation) if translation else []
    if missing:
        messages.error(request, message_about(missing, type(page)))
        return redirect(edit_address(page))
    if request.method == "POST":
        _publish(request, page, translation)
        return redirect(edit_address(page))
    language = translated_name(page.locale.language_code)
    return render(
        request,
        "translation/publish_unreviewed.html",
        {"page": page, "language": language, "edit_url": edit_address(page)},
    )


def _publish(request, page, translation):
    try:
        _let_go(page, translation, request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("The page has been published without review."))


@transaction.atomic
def _let_go(page, translation, user):
    if translation:
        draft = translation.source.get_ephemeral_translated_instance(
            translation.target_locale, fallback=True
        )
    else:
        draft = page.get_latest_revision_as_object()
    revision = without_reviewer(draft).save_revision(user=user)
    let_go_live(revision, user)
    revision.publish(user=user)
