"""Publishing without what has not been translated: a publisher's own decision, for one page."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import Page
from wagtail_localize.models import TranslationLog

from .family import translation_of
from .gate import missing_from
from .languages import translated_name
from .leaving_out import complete_part
from .passages import label_of
from .review_required import let_go_live, requires_review, without_reviewer


class PublishAsItIs(PublishPageRevisionAction):
    """Publishes what an editor's form would ask more for, a picture's alternative text say."""

    def __init__(self, revision, **kwargs):
        super().__init__(revision, **kwargs)
        self.object.full_clean = self.object.minimal_clean


def publish_without(request, page_id):
    """Shows what would be left out, and on the publisher's word publishes the rest."""
    page = get_object_or_404(Page, pk=page_id).specific
    translation = translation_of(page)
    if translation is None or not page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    missing = missing_from(translation)
    if request.method == "POST":
        _publish(request, translation, len(missing))
        return redirect("wagtailadmin_pages:edit", page.pk)
    source = translation.source
    return render(
        request,
        "translation/publish_without.html",
        {
            "page": page,
            "missing": [
                {"label": label_of(each.place, type(page)), "text": each.text} for each in missing
            ],
            "has_title": all(each.path != "title" for each in missing),
            "source_language": source.locale.language_code,
            "is_unreviewed": requires_review(page),
            "language": translated_name(page.locale.language_code),
        },
    )


def _publish(request, translation, left_out):
    try:
        publish_complete_part(translation, request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(
            request,
            _("The page is live. Texts that were left out: %(count)d.") % {"count": left_out},
        )


@transaction.atomic
def publish_complete_part(translation, user=None):
    """Publishes what has been translated; a picture may then be without its alternative text."""
    draft = complete_part(translation)
    draft.left_out_segments = len(missing_from(translation))
    is_unreviewed = requires_review(draft)
    if is_unreviewed:
        without_reviewer(draft)
    revision = draft.save_revision(user=user, clean=False)
    if is_unreviewed:
        let_go_live(revision, user)
    TranslationLog.objects.create(
        source=translation.source, locale=translation.target_locale, revision=revision
    )
    action = PublishAsItIs(revision, user=user)
    action.execute(skip_permission_checks=user is None)
