"""What is said of a page as one language's version of a text."""

import logging

from django.db import models
from django.utils.translation import gettext_lazy as _

from . import gate

logger = logging.getLogger("stories.translation")


class TranslationOrigin(models.TextChoices):
    """Who made a translation. A machine's counts as a machine's until a person has reviewed it."""

    HUMAN = "human", _("A person")
    COMMUNITY = "community", _("The community")
    MACHINE = "machine", _("A machine")


class VersionMixin(models.Model):
    """The language that a text was first written in, and for a translation who made it and how it stands."""

    source_language = models.CharField(
        _("told in"), max_length=20, editable=False, help_text=_("The language of the original.")
    )
    translated_by = models.CharField(
        _("translated by"),
        max_length=255,
        blank=True,
        help_text=_("Of this language's version. Put semicolons between several names."),
    )
    reviewed_by = models.CharField(_("reviewed by"), max_length=255, blank=True)
    translation_origin = models.CharField(
        _("who translated it"),
        max_length=16,
        choices=TranslationOrigin.choices,
        default=TranslationOrigin.HUMAN,
    )
    outdated_segments = models.PositiveIntegerField(default=0, editable=False)
    left_out_segments = models.PositiveIntegerField(default=0, editable=False)
    minor_edit = models.BooleanField(
        _("minor edit"),
        default=False,
        help_text=_("A typo, say: what has been translated stays up to date."),
    )
    machine_translation_allowed = models.BooleanField(
        _("a machine may translate this"),
        default=False,
        help_text=_("Translators may then have its texts sent to the translation server."),
    )

    # A copy, into whatever language, is nobody's translation yet.
    exclude_fields_in_copy = [
        "translated_by",
        "reviewed_by",
        "translation_origin",
        "outdated_segments",
        "left_out_segments",
        "minor_edit",
        "machine_translation_allowed",
    ]

    # Of a page that is being published, until it is: see `gate` and `freshness`.
    goes_live = False
    passages_before = None

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        if not self.source_language:
            self.source_language = self.locale.language_code
        gate.before_saving(self)
        super().save(*args, **kwargs)

    def full_clean(self, *args, **kwargs):
        gate.check_without_editor(self)
        super().full_clean(*args, **kwargs)

    def publish(self, revision, *args, **kwargs):
        """Publishes as Wagtail does; what may not go live at its time does not hold up other pages."""
        try:
            # Asked here too: a scheduled update of a live page is not saved before its time.
            gate.before_publishing(self, revision)
            return super().publish(revision, *args, **kwargs)
        except gate.Incomplete as refused:
            if kwargs.get("log_action") != "wagtail.publish.scheduled":
                raise
            logger.warning("Page %s was not published as scheduled: %s", self.pk, refused.reason)
            self.revisions.filter(pk=revision.pk).update(approved_go_live_at=None)

    def with_content_json(self, content):
        page = super().with_content_json(content)
        page.source_language = self.source_language
        page.outdated_segments = self.outdated_segments
        return page

    @property
    def is_original(self):
        return self.source_language == self.locale.language_code

    @property
    def freshness(self):
        """``original``; ``outdated`` where the original changed since; else ``current``.

        A version that leaves passages out is ``current``: what it says is what the original says now.
        That something is missing is another thing to tell, and `left_out_segments` does.
        """
        if self.is_original:
            return "original"
        return "outdated" if self.outdated_segments else "current"

    @property
    def trust(self):
        """``original``, or who made the translation."""
        return "original" if self.is_original else self.translation_origin


def names(text):
    """The names in a field that holds several, with semicolons between them."""
    return [name.strip() for name in text.split(";") if name.strip()]
