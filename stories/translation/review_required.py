"""In a language that requires review a translation goes live by a reviewer's approval.

A publisher may decide otherwise for a version of a page. That is written into the page's history, where
people find it, and where a later publication at a scheduled time does.
"""

from django.utils.translation import gettext as _
from wagtail.log_actions import log, registry
from wagtail.models import TaskState, WorkflowState

from .languages import translated_name
from .passages import passages_of

UNREVIEWED = "translation.publish_unreviewed"  # of the page's history


def requires_review(page):
    """Whether a page is a translation into a language that requires review."""
    language = None if page.is_original else getattr(page.locale, "settings", None)
    return bool(language and language.requires_review)


def waits_for_review(page, revision_pk):
    """Whether that version of a page may not go live before somebody has approved it.

    What says the words that readers have already, with another picture say, needs nobody's approval.
    """
    if page.alias_of_id or not requires_review(page):
        return False
    if revision_pk and (_is_approved(page, revision_pk) or _is_let_go(page, revision_pk)):
        return False
    return not says_what_is_live(page)


def says_what_is_live(page):
    known = type(page)._base_manager.filter(pk=page.pk, live=True).first()
    return known is not None and _words(known) == _words(page)


def let_go_live(revision, user):
    """A publisher's decision that this version goes live unreviewed."""
    log(revision.content_object, UNREVIEWED, user=user, revision=revision)


def without_reviewer(draft):
    """Takes the name off a version that only the version before it was reviewed by."""
    known = type(draft)._base_manager.filter(pk=draft.pk, live=True).first()
    if known is not None and known.reviewed_by == draft.reviewed_by:
        draft.reviewed_by = ""
    return draft


def message_about_review(page):
    """What an editor reads where an unreviewed translation was to go live."""
    return _(
        "Translations into %(language)s go live when a reviewer has approved them. Submit this one for "
        "review, or choose “Publish without review”."
    ) % {"language": translated_name(page.locale.language_code)}


def _is_approved(page, revision_pk):
    workflow = page.get_workflow()
    return (
        workflow is not None
        and TaskState.objects.filter(
            revision_id=revision_pk,
            status=TaskState.STATUS_APPROVED,
            workflow_state__workflow=workflow,
            workflow_state__status=WorkflowState.STATUS_APPROVED,
        ).exists()
    )


def _is_let_go(page, revision_pk):
    history = registry.get_logs_for_instance(page)
    return history.filter(action=UNREVIEWED, revision_id=revision_pk).exists()


def _words(page):
    return [(each.place, each.html) for each in passages_of(page)]
