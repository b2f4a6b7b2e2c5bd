"""The step at which a translation waits for a reviewer, and what their approval says to readers."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask

from .family import translation_of
from .machine.marking import accept
from .versions import TranslationOrigin, VersionMixin


class ReviewTask(AbstractGroupApprovalTask):
    """A group approval which names the reviewer on the page, and stands for what a machine translated."""

    class Meta:
        verbose_name = _("review of a translation")
        verbose_name_plural = _("reviews of translations")

    @classmethod
    def get_description(cls):
        return _("Members of the chosen groups can approve it; readers are told who did")

    @transaction.atomic
    def on_action(self, task_state, user, action_name, **kwargs):
        if action_name == "approve":
            sign(task_state.revision, user)
        super().on_action(task_state, user, action_name, **kwargs)


def sign(revision, user):
    """Notes in the version under review who reviewed it, before it is published."""
    if not isinstance(revision.content_object, VersionMixin):
        return
    content = revision.content
    content["reviewed_by"] = content.get("reviewed_by") or display_name(user)
    if content.get("translation_origin") == TranslationOrigin.MACHINE:
        content["translation_origin"] = TranslationOrigin.HUMAN.value
    if translation := translation_of(revision.content_object):
        accept(translation, user)
    revision.save(update_fields=["content"])


def display_name(user):
    """What somebody is called where readers see it."""
    return user.get_full_name() or user.get_username()
