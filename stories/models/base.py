"""What every page of the site has."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.dispatch import Signal
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.api import APIField
from wagtail.blocks import PageChooserBlock
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index
from wagtail.utils.decorators import cached_classmethod
from wagtail_localize.fields import SynchronizedField, TranslatableField

from stories.addresses import is_taken
from stories.blocks.body import BodyBlock
from stories.delivery.hearing import is_bookkeeping
from stories.forms import ContentPageForm
from stories.presentation.serializers import PresentedField, presented
from stories.serving import ServedMixin
from stories.slugs import free_slug, title_slug
from stories.translation.version_panels import ChangesPanel
from stories.translation.versions import VersionMixin

# Sent with a `page` when it and all that belongs to it are saved; `is_moved` to a new address.
kept = Signal()


class ContentPage(VersionMixin, ServedMixin, Page):
    """A page of the site, whatever its type.

    It is a table of its own, not an abstract class, so that pages of several types are listed, linked and
    turned into cards by one query (``docs/decisions/0002-one-table-for-what-cards-show.md``).
    """

    summary = models.TextField(
        _("summary"),
        blank=True,
        max_length=500,
        help_text=_("One or two sentences, for lists and search engines."),
    )
    lead_image = models.ForeignKey(
        "library.StoryImage",
        verbose_name=_("lead image"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    lead_image_alt = models.CharField(
        _("alternative text"),
        max_length=500,
        blank=True,
        help_text=_("What the picture shows, for those who can't see it."),
    )
    lead_image_decorative = models.BooleanField(
        _("decorative"), default=False, help_text=_("The picture adds nothing to the words.")
    )
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)
    themes = ParentalManyToManyField("stories.Theme", verbose_name=_("themes"), blank=True)
    communities = ParentalManyToManyField(
        "stories.Community", verbose_name=_("communities"), blank=True
    )
    places = ParentalManyToManyField("stories.Place", verbose_name=_("places"), blank=True)
    related_pages = StreamField(
        [("page", PageChooserBlock(page_type="stories.ContentPage", label=_("Page")))],
        verbose_name=_("you may also be interested in"),
        blank=True,
    )
    social_image = models.ForeignKey(
        "library.StoryImage",
        verbose_name=_("image for social media"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("If left empty, the lead image is used."),
    )

    lead_panels = [
        FieldPanel("summary"),
        MultiFieldPanel(
            [
                FieldPanel("lead_image"),
                FieldPanel("lead_image_alt"),
                FieldPanel("lead_image_decorative"),
            ],
            heading=_("Lead image"),
        ),
    ]
    taxonomy_panel = MultiFieldPanel(
        [
            FieldPanel("themes", widget=forms.CheckboxSelectMultiple),
            FieldPanel("communities", widget=forms.CheckboxSelectMultiple),
            FieldPanel("places", widget=forms.CheckboxSelectMultiple),
        ],
        heading=_("Themes, communities and places"),
    )
    version_panel = MultiFieldPanel(
        [
            FieldPanel("minor_edit"),
            FieldPanel("machine_translation_allowed"),
            FieldPanel("translated_by"),
            FieldPanel("reviewed_by"),
            FieldPanel("translation_origin"),
        ],
        heading=_("Translation"),
    )
    content_panels = [*Page.content_panels, *lead_panels, FieldPanel("body")]
    about_panels = [taxonomy_panel, FieldPanel("related_pages"), version_panel]
    promote_panels = [*Page.promote_panels, FieldPanel("social_image")]

    search_fields = [
        *Page.search_fields,
        index.SearchField("summary"),
        index.SearchField("body"),
        index.FilterField("source_language"),
    ]

    api_fields = [
        APIField("summary", writable=True),
        "source_language",
        *presented("lead_image", "body", "themes", "communities", "places"),
        APIField("related_pages", serializer=PresentedField("related")),
        *presented("language", "translations", "breadcrumbs", "seo", "notices"),
    ]

    translatable_fields = [
        TranslatableField("title"),
        SynchronizedField("slug", overridable=False),
        TranslatableField("seo_title"),
        TranslatableField("search_description"),
        SynchronizedField("show_in_menus"),
        TranslatableField("summary"),
        SynchronizedField("lead_image"),
        TranslatableField("lead_image_alt"),
        SynchronizedField("lead_image_decorative"),
        TranslatableField("body"),
        SynchronizedField("themes"),
        SynchronizedField("communities"),
        SynchronizedField("places"),
        TranslatableField("related_pages"),
        SynchronizedField("social_image"),
    ]

    base_form_class = ContentPageForm

    @cached_classmethod
    def get_edit_handler(cls):
        """The form in four tabs: the words, what they are about and who they are by, promotion, settings."""
        tabs = [
            (_("Content"), [ChangesPanel(), *cls.content_panels]),
            (_("About"), cls.about_panels),
            (_("Promote"), cls.promote_panels),
            (_("Settings"), cls.settings_panels),
        ]
        handler = TabbedInterface(
            [ObjectList(panels, heading=heading) for heading, panels in tabs],
            base_form_class=cls.base_form_class,
        )
        return handler.bind_to_model(cls)

    is_creatable = False
    api_type = "page"

    # The publication log is written in the same transaction as what it tells of, to the last relation.

    @transaction.atomic
    def save(self, *args, update_fields=None, **kwargs):
        is_content = not is_bookkeeping(update_fields)
        rows = Page.objects.filter(pk=self.pk)
        before = rows.values_list("url_path", flat=True).first() if is_content else None
        self.is_heard_of_later = is_content
        super().save(*args, update_fields=update_fields, **kwargs)
        if is_content:
            kept.send(type(self), page=self, is_moved=before not in (None, self.url_path))

    @transaction.atomic
    def publish(self, *args, **kwargs):
        return super().publish(*args, **kwargs)

    @transaction.atomic
    def unpublish(self, *args, **kwargs):
        return super().unpublish(*args, **kwargs)

    @transaction.atomic
    def move(self, *args, **kwargs):
        return super().move(*args, **kwargs)

    class Meta:
        verbose_name = _("page")

    def clean(self):
        super().clean()
        words = self.lead_image_alt.strip()
        if self.lead_image_id and not self.lead_image_decorative and not words:
            raise ValidationError(
                {"lead_image_alt": _("Say what the lead image shows, or mark it as decorative.")}
            )

    def full_clean(self, *args, **kwargs):
        if not self.slug and self.title:
            base = title_slug(self.title, self.locale.language_code) or self.api_type
            parent = self.get_parent() if self.path else None
            self.slug = free_slug(base, lambda slug: parent and is_taken(slug, parent, self))
        super().full_clean(*args, **kwargs)
