from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField, TranslatableField

from stories.blocks.relations import ObjectUseBlock, PartnerBlock
from stories.library.licences import Licence
from stories.presentation.rich_text import TEXT_FEATURES
from stories.presentation.serializers import presented

from .base import ContentPage
from .choices import ChoiceListField
from .programme import check_dates


class Collaboration(models.TextChoices):
    COMMUNITY_LED_RESEARCH = "community_led_research", _("Community-led research")
    CO_CURATION = "co_curation", _("Co-curation")
    CO_INTERPRETATION = "co_interpretation", _("Co-interpretation")
    CO_DESIGNED_PROGRAMME = (
        "co_designed_programme",
        _("Co-designed programme of events and workshops"),
    )


class ProjectStatus(models.TextChoices):
    PLANNED = "planned", _("Planned")
    ACTIVE = "active", _("Under way")
    COMPLETED = "completed", _("Completed")


class ProjectIndexPage(ContentPage):
    parent_page_types = ["home.HomePage"]
    subpage_types = ["stories.ProjectPage"]
    max_count_per_parent = 1
    api_type = "project_index"

    class Meta:
        verbose_name = _("projects page")


class ProjectPage(ContentPage):
    """A case study: what the museum and a community did together, with whom and to what end."""

    programme = models.ForeignKey(
        "stories.ProgrammePage",
        verbose_name=_("programme"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="projects",
    )
    collaboration = ChoiceListField(_("form of collaboration"), choices_class=Collaboration)
    status = models.CharField(
        _("status"), max_length=16, choices=ProjectStatus.choices, default=ProjectStatus.ACTIVE
    )
    starts_on = models.DateField(_("starts on"), null=True, blank=True)
    ends_on = models.DateField(_("ends on"), null=True, blank=True)
    aims = RichTextField(_("aims"), blank=True, features=TEXT_FEATURES)
    approach = RichTextField(_("approach"), blank=True, features=TEXT_FEATURES)
    outcomes = RichTextField(_("outcomes"), blank=True, features=TEXT_FEATURES)
    partners = StreamField(
        [("partner", PartnerBlock())], verbose_name=_("partner organisations"), blank=True
    )
    collection_objects = StreamField(
        [("object", ObjectUseBlock())], verbose_name=_("collection objects"), blank=True
    )
    licence = models.CharField(_("licence"), max_length=32, choices=Licence.choices, blank=True)
    credit_line = models.CharField(_("credit line"), max_length=255, blank=True)

    content_panels = [
        *Page.content_panels,
        *ContentPage.lead_panels,
        MultiFieldPanel(
            [FieldPanel("aims"), FieldPanel("approach"), FieldPanel("outcomes")],
            heading=_("Aims, approach, outcomes"),
        ),
        FieldPanel("body"),
    ]
    about_panels = [
        MultiFieldPanel(
            [
                FieldPanel("programme"),
                FieldPanel("collaboration"),
                FieldPanel("status"),
                FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
            ],
            heading=_("The project"),
        ),
        FieldPanel("partners"),
        FieldPanel("collection_objects"),
        *ContentPage.about_panels,
        MultiFieldPanel([FieldPanel("credit_line"), FieldPanel("licence")], heading=_("Rights")),
    ]

    api_fields = [
        *ContentPage.api_fields,
        *presented("programme", "collaboration", "status"),
        "starts_on",
        "ends_on",
        *presented("aims", "approach", "outcomes", "partners", "collection_objects", "licence"),
        "credit_line",
        *presented("stories"),
    ]

    translatable_fields = [
        *ContentPage.translatable_fields,
        SynchronizedField("programme"),
        SynchronizedField("collaboration"),
        SynchronizedField("status"),
        SynchronizedField("starts_on"),
        SynchronizedField("ends_on"),
        TranslatableField("aims"),
        TranslatableField("approach"),
        TranslatableField("outcomes"),
        TranslatableField("partners"),
        TranslatableField("collection_objects"),
        SynchronizedField("licence"),
        TranslatableField("credit_line"),
    ]

    parent_page_types = ["stories.ProjectIndexPage"]
    subpage_types = []
    api_type = "project"

    class Meta:
        verbose_name = _("project")

    def clean(self):
        super().clean()
        check_dates(self.starts_on, self.ends_on)
