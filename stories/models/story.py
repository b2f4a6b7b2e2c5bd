from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField, TranslatableField

from stories.blocks.relations import ContributorBlock, ObjectUseBlock
from stories.library.licences import Licence
from stories.presentation.serializers import presented
from stories.related.contributors import check_own_pages

from .base import ContentPage
from .precision import PlacePrecision
from .times import TimePrecision, check_years, period


class StoryIndexPage(ContentPage):
    parent_page_types = ["home.HomePage"]
    subpage_types = ["stories.StoryPage"]
    max_count_per_parent = 1
    api_type = "story_index"

    class Meta:
        verbose_name = _("stories page")


class StoryPage(ContentPage):
    """What somebody who took part has to say, in their own words and their own language."""

    project = models.ForeignKey(
        "stories.ProjectPage",
        verbose_name=_("project"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="stories",
    )
    programme = models.ForeignKey(
        "stories.ProgrammePage",
        verbose_name=_("programme"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="stories",
        help_text=_("If left empty, it is the project's."),
    )
    contributors = StreamField(
        [("contributor", ContributorBlock())], verbose_name=_("contributors"), blank=True
    )
    told_on = models.DateField(_("told on"), null=True, blank=True)
    recorded_by = models.CharField(_("recorded by"), max_length=255, blank=True)
    tells_of_from = models.PositiveSmallIntegerField(
        _("tells of the years from"), null=True, blank=True, help_text=_("A year, such as 1971.")
    )
    tells_of_to = models.PositiveSmallIntegerField(
        _("to the year"), null=True, blank=True, help_text=_("If left empty, the same year.")
    )
    tells_of_precision = models.CharField(
        _("how exactly that is known"),
        max_length=16,
        choices=TimePrecision.choices,
        default=TimePrecision.YEAR,
        help_text=_("Readers and the timeline are never told more than this."),
    )
    place_precision = models.CharField(
        _("how finely its places may be told"),
        max_length=16,
        choices=PlacePrecision.choices,
        blank=True,
        help_text=_(
            "If left empty, as finely as each place says. As long as the story is public, no page, map "
            "or API tells more finely than this where its places are, not even beside other stories. "
            "Their names stay as they are: choose places whose names tell no more."
        ),
    )
    content_warnings = ParentalManyToManyField(
        "stories.ContentWarning", verbose_name=_("content warnings"), blank=True
    )
    collection_objects = StreamField(
        [("object", ObjectUseBlock())], verbose_name=_("collection objects"), blank=True
    )
    licence = models.CharField(_("licence"), max_length=32, choices=Licence.choices, blank=True)
    credit_line = models.CharField(_("credit line"), max_length=255, blank=True)
    import_id = models.CharField(max_length=255, blank=True, editable=False, db_index=True)
    import_digest = models.CharField(max_length=64, blank=True, editable=False)

    content_panels = [
        *Page.content_panels,
        *ContentPage.lead_panels,
        FieldPanel("content_warnings", widget=forms.CheckboxSelectMultiple),
        FieldPanel("body"),
    ]
    about_panels = [
        FieldPanel("contributors"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("told_on"), FieldPanel("recorded_by")])],
            heading=_("How it was told"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("tells_of_from"), FieldPanel("tells_of_to")]),
                FieldPanel("tells_of_precision"),
            ],
            heading=_("The time it tells of"),
        ),
        MultiFieldPanel(
            [FieldPanel("project"), FieldPanel("programme")], heading=_("Where it comes from")
        ),
        FieldPanel("collection_objects"),
        ContentPage.taxonomy_panel,
        FieldPanel("place_precision"),
        FieldPanel("related_pages"),
        ContentPage.version_panel,
        MultiFieldPanel([FieldPanel("credit_line"), FieldPanel("licence")], heading=_("Rights")),
    ]

    api_fields = [
        *ContentPage.api_fields,
        *presented("project", "programme", "contributors"),
        "told_on",
        "recorded_by",
        *presented(
            "tells_of", "place_precision", "content_warnings", "collection_objects", "licence"
        ),
        "credit_line",
    ]

    translatable_fields = [
        *ContentPage.translatable_fields,
        SynchronizedField("project"),
        SynchronizedField("programme"),
        TranslatableField("contributors"),
        SynchronizedField("told_on"),
        SynchronizedField("recorded_by"),
        SynchronizedField("tells_of_from"),
        SynchronizedField("tells_of_to"),
        SynchronizedField("tells_of_precision"),
        SynchronizedField("place_precision", overridable=False),
        SynchronizedField("content_warnings"),
        TranslatableField("collection_objects"),
        SynchronizedField("licence"),
        TranslatableField("credit_line"),
    ]

    parent_page_types = ["stories.StoryIndexPage"]
    subpage_types = []
    api_type = "story"

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")

    @property
    def time(self):
        """The time that it tells of, as a `period`, or None."""
        return period(self.tells_of_from, self.tells_of_to, self.tells_of_precision)

    def clean(self):
        super().clean()
        check_years(self.tells_of_from, self.tells_of_to)
        check_own_pages(self)
