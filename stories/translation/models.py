"""What editors decide for a language."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Locale, Orderable, Workflow

from .basis import Basis
from .digest_subscription import DigestSubscription
from .glossary.term import GlossaryTerm
from .languages import native_name
from .review import ReviewTask
from .teams import Team

__all__ = [
    "Basis",
    "DigestSubscription",
    "GlossaryTerm",
    "LanguageSettings",
    "ReviewTask",
    "StandIn",
    "Team",
]


class LanguageSettings(ClusterableModel):
    """Which languages stand in for one, and who reviews it. Made with every language of the site."""

    locale = models.OneToOneField(
        Locale, verbose_name=_("language"), on_delete=models.CASCADE, related_name="settings"
    )
    requires_review = models.BooleanField(
        _("translations are reviewed"),
        default=False,
        help_text=_(
            "What translators submit goes live when one of this language's reviewers approves it."
        ),
    )
    review_workflow = models.OneToOneField(
        Workflow, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )

    panels = [
        FieldPanel("requires_review"),
        InlinePanel(
            "stand_ins",
            heading=_("What is shown instead"),
            label=_("Language"),
            help_text=_(
                "Where a page is not in this language, readers get it in the first of these languages "
                "that has it, or else in its original language. If none is chosen, the site's default "
                "language stands in."
            ),
        ),
    ]

    class Meta:
        verbose_name = _("language")
        verbose_name_plural = _("languages")
        ordering = ["locale__language_code"]

    def __str__(self):
        return native_name(self.locale.language_code)


class StandIn(Orderable):
    settings = ParentalKey(LanguageSettings, on_delete=models.CASCADE, related_name="stand_ins")
    locale = models.ForeignKey(
        Locale, verbose_name=_("language"), on_delete=models.CASCADE, related_name="+"
    )

    panels = [FieldPanel("locale")]

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["settings", "locale"],
                name="unique_stand_in",
                violation_error_message=_("This language is in the list already."),
            )
        ]

    def __str__(self):
        return native_name(self.locale.language_code)
