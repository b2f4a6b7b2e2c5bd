from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail_localize.fields import SynchronizedField, TranslatableField

from stories.presentation.rich_text import TEXT_FEATURES
from stories.presentation.serializers import presented

from .base import ContentPage
from .choices import ChoiceListField


class EngagementMethod(models.TextChoices):
    OBJECT_HANDLING = "object_handling", _("Handling objects")
    CONVERSATION = "conversation", _("Conversation groups")
    WORKSHOP = "workshop", _("Workshops")
    PERFORMANCE = "performance", _("Performances")
    VISIT = "visit", _("Group visits")
    OUTREACH = "outreach", _("Outreach sessions")
    MAKING = "making", _("Making together")
    RESEARCH = "research", _("Researching together")


class AccessProvision(models.TextChoices):
    BSL = "bsl", _("British Sign Language")
    STEP_FREE = "step_free", _("Step-free")
    INTERPRETERS = "interpreters", _("Interpreters")
    QUIET_SPACE = "quiet_space", _("Quiet space")
    HEARING_LOOP = "hearing_loop", _("Hearing loop")
    LARGE_PRINT = "large_print", _("Large print")
    FREE_TRAVEL = "free_travel", _("Travel costs paid")
    CHILDCARE = "childcare", _("Childcare")


class ProgrammeIndexPage(ContentPage):
    parent_page_types = ["home.HomePage"]
    subpage_types = ["stories.ProgrammePage"]
    max_count_per_parent = 1
    api_type = "programme_index"

    class Meta:
        verbose_name = _("programmes page")


class ProgrammePage(ContentPage):
    """Something that the museum offers to people again and again, or for as long as it lasts."""

    audiences = models.CharField(
        _("audiences"), max_length=500, blank=True, help_text=_("The people it is for.")
    )
    methods_of_engagement = ChoiceListField(
        _("methods of engagement"), choices_class=EngagementMethod
    )
    access_provision = ChoiceListField(_("access provision"), choices_class=AccessProvision)
    access_notes = models.TextField(_("more about access"), blank=True)
    starts_on = models.DateField(_("starts on"), null=True, blank=True)
    ends_on = models.DateField(_("ends on"), null=True, blank=True)
    is_ongoing = models.BooleanField(_("ongoing"), default=False)
    how_to_take_part = RichTextField(_("how to take part"), blank=True, features=TEXT_FEATURES)
    contact_name = models.CharField(_("contact"), max_length=255, blank=True)
    contact_email = models.EmailField(_("e-mail"), blank=True)
    contact_phone = models.CharField(_("telephone"), max_length=64, blank=True)

    about_panels = [
        MultiFieldPanel(
            [
                FieldPanel("audiences"),
                FieldPanel("methods_of_engagement"),
                FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
                FieldPanel("is_ongoing"),
            ],
            heading=_("Who it is for, how and when"),
        ),
        MultiFieldPanel(
            [FieldPanel("access_provision"), FieldPanel("access_notes")], heading=_("Access")
        ),
        MultiFieldPanel(
            [
                FieldPanel("how_to_take_part"),
                FieldPanel("contact_name"),
                FieldPanel("contact_email"),
                FieldPanel("contact_phone"),
            ],
            heading=_("Taking part"),
        ),
        *ContentPage.about_panels,
    ]

    api_fields = [
        *ContentPage.api_fields,
        "audiences",
        *presented("methods_of_engagement", "access_provision"),
        "access_notes",
        "starts_on",
        "ends_on",
        "is_ongoing",
        *presented("how_to_take_part", "contact", "projects"),
    ]

    translatable_fields = [
        *ContentPage.translatable_fields,
        TranslatableField("audiences"),
        SynchronizedField("methods_of_engagement"),
        SynchronizedField("access_provision"),
        TranslatableField("access_notes"),
        SynchronizedField("starts_on"),
        SynchronizedField("ends_on"),
        SynchronizedField("is_ongoing"),
        TranslatableField("how_to_take_part"),
        TranslatableField("contact_name"),
        SynchronizedField("contact_email"),
        SynchronizedField("contact_phone"),
    ]

    parent_page_types = ["stories.ProgrammeIndexPage"]
    subpage_types = []
    api_type = "programme"

    class Meta:
        verbose_name = _("programme")

    def clean(self):
        super().clean()
        if self.is_ongoing and self.ends_on:
            raise ValidationError({"ends_on": _("An ongoing programme has no end.")})
        check_dates(self.starts_on, self.ends_on)


def check_dates(starts_on, ends_on):
    """Raises ValidationError where something would end before it starts."""
    if starts_on and ends_on and ends_on < starts_on:
        raise ValidationError({"ends_on": _("It can't end before it starts.")})
