"""A word of the vocabulary as one language's version: under the same rules as a page."""

from django.conf import settings
from wagtail.models import DraftStateMixin, LockableMixin, RevisionMixin, WorkflowMixin
from wagtail.permissions import policy_registry

from .versions import VersionMixin


class WordMixin(VersionMixin, WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin):
    """A translation that has been begun is a draft, and goes live only when it is complete."""

    alias_of_id = None  # as of pages: no word shows another language's words

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        if not self.source_language:
            self.source_language = self._first_language()
        if kwargs.get("update_fields") is None and self._is_draft_of_live():
            return
        super().save(*args, **kwargs)

    def _first_language(self):
        """That of the word's other versions; of the first one its own."""
        others = type(self)._base_manager.filter(translation_key=self.translation_key)
        known = others.values_list("source_language", flat=True).first()
        return known or self.locale.language_code

    def _is_draft_of_live(self):
        """wagtail-localize saves a draft by writing it into the row, which would take the word offline.

        Who takes it offline on purpose also clears its live revision.
        """
        if self.live or not self.pk or not self.live_revision_id:
            return False
        same = type(self)._base_manager.filter(pk=self.pk, live_revision=self.live_revision_id)
        return same.filter(live=True).exists()

    def copy_for_translation(self, locale, exclude_fields=None):
        """A draft, in which the words are still this language's."""
        copy = super().copy_for_translation(locale, exclude_fields)
        copy.live, copy.has_unpublished_changes = False, True
        copy.live_revision = copy.latest_revision = None
        copy.first_published_at = copy.last_published_at = None
        copy.locked, copy.locked_at, copy.locked_by = False, None, None
        return copy

    def get_workflow(self):
        """Its language's review, where the language requires one."""
        from .models import LanguageSettings

        if not getattr(settings, "WAGTAIL_WORKFLOW_ENABLED", True):
            return None
        language = LanguageSettings.objects.filter(
            locale_id=self.locale_id, requires_review=True, review_workflow__active=True
        ).select_related("review_workflow")
        return language[0].review_workflow if language else None

    def permissions_for_user(self, user):
        return WordPermissions(self, user)

    def get_admin_display_title(self):
        return str(self)


class WordPermissions:
    """What somebody may do to a word, asked as Wagtail's `PagePermissionTester` is."""

    def __init__(self, word, user):
        self.word, self.user = word, user

    def _may(self, action):
        policy = policy_registry.get_by_type(type(self.word))
        return policy.user_has_permission_for_instance(self.user, action, self.word)

    def can_edit(self):
        return self._may("change")

    def can_publish(self):
        return self._may("publish")

    def can_delete(self):
        return self._may("delete")

    def can_submit_for_moderation(self):
        return (
            self.can_edit()
            and not self.word.workflow_in_progress
            and not self.page_locked()
            and self.word.has_workflow
        )

    def page_locked(self):
        lock = self.word.get_lock()
        return bool(lock and lock.for_user(self.user))
