"""The accessibility statement, with all that the UK's regulations of 2018 want to be said in one.

The order of its parts and their words follow the government's model statement.
"""

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.fields import RichTextField, StreamField
from wagtail_localize.fields import SynchronizedField, TranslatableField

from stories.models import ContentPage
from stories.presentation.rich_text import TEXT_FEATURES
from stories.presentation.serializers import presented

from . import wcag


class Compliance(models.TextChoices):
    FULL = "full", _("Fully compliant")
    PARTIAL = "partial", _("Partially compliant")
    NONE = "none", _("Not compliant")


class Reason(models.TextChoices):
    NON_COMPLIANCE = "non_compliance", _("Does not comply yet")
    BURDEN = "disproportionate_burden", _("Mending it would be a disproportionate burden")
    OUT_OF_SCOPE = "out_of_scope", _("Not within the scope of the regulations")


class Enforcement(models.TextChoices):
    GREAT_BRITAIN = "great_britain", _("England, Scotland or Wales")
    NORTHERN_IRELAND = "northern_ireland", _("Northern Ireland")


class KnownIssueBlock(blocks.StructBlock):
    """Something on the site that not everybody can use, and what becomes of it."""

    what = blocks.TextBlock(label=_("What does not work, and for whom"), rows=2, max_length=500)
    where = blocks.CharBlock(label=_("Where"), required=False, max_length=255)
    criteria = blocks.MultipleChoiceBlock(
        label=_("Success criteria that it fails"), choices=wcag.choices, required=False
    )
    reason = blocks.ChoiceBlock(
        label=_("Reason"), choices=Reason.choices, default=Reason.NON_COMPLIANCE
    )
    explanation = blocks.TextBlock(
        label=_("Why that is so"), rows=2, required=False, max_length=1000
    )
    instead = blocks.TextBlock(
        label=_("What people can use instead"), rows=2, required=False, max_length=500
    )
    mended_by = blocks.DateBlock(label=_("Mended by"), required=False)

    class Meta:
        icon = "warning"
        label = _("Known issue")

    def clean(self, value):
        value = super().clean(value)
        errors, reason = {}, value["reason"]
        if reason != Reason.OUT_OF_SCOPE and not value["criteria"]:
            errors["criteria"] = _("Say which success criteria it fails.")
        if reason == Reason.NON_COMPLIANCE and not value["mended_by"]:
            errors["mended_by"] = _("Say when it will be mended.")
        if reason != Reason.NON_COMPLIANCE and not value["explanation"].strip():
            errors["explanation"] = _("Say why.")
        if errors:
            raise StructBlockValidationError(
                block_errors={name: ValidationError(words) for name, words in errors.items()}
            )
        return value


class AccessibilityStatementPage(ContentPage):
    """What does not work for whom, whom to tell, and who enforces the rules."""

    applies_to = models.CharField(
        _("applies to"),
        max_length=255,
        blank=True,
        help_text=_("Such as the site's address. If left empty: this website."),
    )
    compliance = models.CharField(
        _("compliance status"), max_length=16, choices=Compliance, default=Compliance.PARTIAL
    )
    issues = StreamField([("issue", KnownIssueBlock())], verbose_name=_("known issues"), blank=True)
    contact_email = models.EmailField(_("e-mail"), blank=True)
    contact_phone = models.CharField(_("telephone"), max_length=64, blank=True)
    contact_more = RichTextField(
        _("other ways to reach us, and other forms in which you give content"),
        blank=True,
        features=TEXT_FEATURES,
    )
    answered_within = models.PositiveSmallIntegerField(
        _("days until an answer"), default=5, validators=[MinValueValidator(1)]
    )
    enforcement = models.CharField(
        _("where the organisation is"),
        max_length=20,
        choices=Enforcement,
        default=Enforcement.GREAT_BRITAIN,
        help_text=_("It decides who enforces the regulations."),
    )
    improving = RichTextField(_("what is being improved"), blank=True, features=TEXT_FEATURES)
    how_tested = RichTextField(_("how the site was tested"), blank=True, features=TEXT_FEATURES)
    tested_by = models.CharField(_("tested by"), max_length=255, blank=True)
    tested_on = models.DateField(_("last tested on"), null=True, blank=True)
    prepared_on = models.DateField(_("statement prepared on"), default=localdate)
    reviewed_on = models.DateField(_("statement last reviewed on"), default=localdate)

    content_panels = [
        *ContentPage.content_panels,
        FieldRowPanel([FieldPanel("applies_to"), FieldPanel("compliance")]),
        FieldPanel("issues"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("contact_email"), FieldPanel("contact_phone")]),
                FieldPanel("answered_within"),
                FieldPanel("contact_more"),
                FieldPanel("enforcement"),
            ],
            heading=_("Contact and enforcement"),
        ),
        FieldPanel("improving"),
        MultiFieldPanel(
            [
                FieldPanel("how_tested"),
                FieldRowPanel([FieldPanel("tested_by"), FieldPanel("tested_on")]),
                FieldRowPanel([FieldPanel("prepared_on"), FieldPanel("reviewed_on")]),
            ],
            heading=_("Preparation and review"),
        ),
    ]

    api_fields = [*ContentPage.api_fields, *presented("statement")]

    translatable_fields = [
        *ContentPage.translatable_fields,
        TranslatableField("applies_to"),
        SynchronizedField("compliance"),
        TranslatableField("issues"),
        SynchronizedField("contact_email"),
        SynchronizedField("contact_phone"),
        TranslatableField("contact_more"),
        SynchronizedField("answered_within"),
        SynchronizedField("enforcement"),
        TranslatableField("improving"),
        TranslatableField("how_tested"),
        TranslatableField("tested_by"),
        SynchronizedField("tested_on"),
        SynchronizedField("prepared_on"),
        SynchronizedField("reviewed_on"),
    ]

    parent_page_types = ["home.HomePage"]
    subpage_types = []
    max_count_per_parent = 1
    api_type = "accessibility_statement"

    class Meta:
        verbose_name = _("accessibility statement")

    def clean(self):
        super().clean()
        if self.compliance == Compliance.FULL and self.failures():
            raise ValidationError(
                {"compliance": _("With known issues the site does not fully comply.")}
            )
        if not (self.contact_email or self.contact_phone):
            raise ValidationError({"contact_email": _("Give an e-mail address or a telephone.")})
        if self.prepared_on and self.reviewed_on and self.reviewed_on < self.prepared_on:
            raise ValidationError({"reviewed_on": _("It can't be reviewed before it is prepared.")})

    def failures(self):
        """The stored values of the known issues for which the site does not comply."""
        found = (item["value"] for item in self.issues.raw_data)
        return [value for value in found if value["reason"] == Reason.NON_COMPLIANCE]
