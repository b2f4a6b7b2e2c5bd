"""The words that pages are found by: themes, communities, places, and warnings of what a story holds."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import StreamField
from wagtail.models import TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from stories.blocks.support import SupportBlock
from stories.slugs import free_slug, title_slug
from stories.translation.version_panels import ChangesPanel
from stories.translation.words import WordMixin

from .precision import PlacePrecision


class Term(WordMixin, index.Indexed, TranslatableMixin, models.Model):
    """A word of the site's vocabulary. Its translations share a `translation_key` and a slug."""

    name = models.CharField(_("name"), max_length=255)
    slug = models.SlugField(
        _("slug"),
        max_length=255,
        blank=True,
        help_text=_(
            "The word in addresses, the same in every language. If left empty, it is made from the name."
        ),
    )

    panels = [ChangesPanel(), FieldPanel("name"), FieldPanel("slug")]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.FilterField("id"),
        index.FilterField("locale_id"),
    ]
    translatable_fields = [TranslatableField("name"), SynchronizedField("slug", overridable=False)]

    class Meta(TranslatableMixin.Meta):
        abstract = True
        ordering = ["name"]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        if not self.slug:
            others = type(self).objects.exclude(translation_key=self.translation_key)
            base = title_slug(self.name, self.locale.language_code) or self._meta.model_name
            self.slug = free_slug(base, lambda slug: others.filter(slug=slug).exists())
        super().save(*args, **kwargs)


class Theme(Term):
    description = models.TextField(_("description"), blank=True)

    panels = [*Term.panels, FieldPanel("description")]
    translatable_fields = [*Term.translatable_fields, TranslatableField("description")]

    class Meta(Term.Meta):
        verbose_name = _("theme")
        verbose_name_plural = _("themes")


class Community(Term):
    description = models.TextField(_("description"), blank=True)

    panels = [*Term.panels, FieldPanel("description")]
    translatable_fields = [*Term.translatable_fields, TranslatableField("description")]

    class Meta(Term.Meta):
        verbose_name = _("community")
        verbose_name_plural = _("communities")


class Place(Term):
    latitude = models.DecimalField(
        _("latitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
    )
    longitude = models.DecimalField(
        _("longitude"),
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
    )

    precision = models.CharField(
        _("precision"),
        max_length=16,
        choices=PlacePrecision.choices,
        default=PlacePrecision.TOWN,
        help_text=_("Pages, the map and the API never tell where it is more finely than this."),
    )

    panels = [
        *Term.panels,
        FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
        FieldPanel("precision"),
    ]
    translatable_fields = [
        *Term.translatable_fields,
        SynchronizedField("latitude"),
        SynchronizedField("longitude"),
        SynchronizedField("precision", overridable=False),
    ]

    class Meta(Term.Meta):
        verbose_name = _("place")
        verbose_name_plural = _("places")


class ContentWarning(Term):
    """What a reader may want to know before they read on."""

    text = models.TextField(_("text"), help_text=_("One or two calm sentences."))
    support = StreamField(
        [("service", SupportBlock())],
        verbose_name=_("support"),
        blank=True,
        help_text=_("Where somebody can turn to whom such a story touches."),
    )
    quick_exit = models.BooleanField(
        _("quick exit"),
        default=False,
        help_text=_("Stories with this warning can be left at once, for an everyday page."),
    )

    panels = [*Term.panels, FieldPanel("text"), FieldPanel("support"), FieldPanel("quick_exit")]
    translatable_fields = [
        *Term.translatable_fields,
        TranslatableField("text"),
        TranslatableField("support"),
        SynchronizedField("quick_exit"),
    ]

    class Meta(Term.Meta):
        verbose_name = _("content warning")
        verbose_name_plural = _("content warnings")
