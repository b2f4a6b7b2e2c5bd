import re

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from stories.slugs import ascii_slug, free_slug
from stories.translation.version_panels import ChangesPanel
from stories.translation.words import WordMixin

NOT_IN_SLUGS = re.compile(r"[^\w]+")  # the dots and commas of a number set its parts apart


class CollectionObject(WordMixin, index.Indexed, TranslatableMixin, models.Model):
    """An object in the museum's collection, as community voices speak of it."""

    museum_number = models.CharField(_("museum number"), max_length=64)
    # In addresses, the same in every language. Made from the number, and kept when that is put right.
    slug = models.SlugField(_("slug"), max_length=80, blank=True, editable=False)
    title = models.CharField(_("title"), max_length=255)
    maker = models.CharField(_("maker"), max_length=255, blank=True)
    culture = models.CharField(_("culture"), max_length=255, blank=True)
    date = models.CharField(
        _("date"), max_length=64, blank=True, help_text=_("In words, such as “about 1890”.")
    )
    image = models.ForeignKey(
        "library.StoryImage",
        verbose_name=_("image"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    image_alt = models.CharField(
        _("alternative text"), max_length=500, blank=True, help_text=_("What the picture shows.")
    )
    collection_url = models.URLField(_("address in the online collection"), blank=True)
    rights = models.CharField(_("rights"), max_length=255, blank=True)

    panels = [
        ChangesPanel(),
        FieldRowPanel([FieldPanel("museum_number"), FieldPanel("title")]),
        FieldRowPanel([FieldPanel("maker"), FieldPanel("culture"), FieldPanel("date")]),
        MultiFieldPanel([FieldPanel("image"), FieldPanel("image_alt")], heading=_("Image")),
        FieldPanel("collection_url"),
        FieldPanel("rights"),
    ]
    search_fields = [
        index.SearchField("title"),
        index.AutocompleteField("title"),
        index.SearchField("museum_number"),
        index.AutocompleteField("museum_number"),
        index.FilterField("id"),
        index.FilterField("locale_id"),
    ]
    translatable_fields = [
        SynchronizedField("museum_number", overridable=False),
        SynchronizedField("slug", overridable=False),
        TranslatableField("title"),
        TranslatableField("maker"),
        TranslatableField("culture"),
        TranslatableField("date"),
        SynchronizedField("image"),
        TranslatableField("image_alt"),
        SynchronizedField("collection_url"),
        TranslatableField("rights"),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("collection object")
        verbose_name_plural = _("collection objects")
        ordering = ["museum_number"]
        constraints = [
            models.UniqueConstraint(
                fields=["museum_number", "locale"],
                name="unique_museum_number_per_locale",
                violation_error_message=_("There is an object with this museum number already."),
            )
        ]

    def __str__(self):
        return f"{self.title} ({self.museum_number})"

    def save(self, *args, **kwargs):
        if not self.slug:
            others = type(self).objects.exclude(translation_key=self.translation_key)
            words = NOT_IN_SLUGS.sub(" ", self.museum_number)
            base = ascii_slug(words)[:70] or "object"
            self.slug = free_slug(base, lambda slug: others.filter(slug=slug).exists())
        super().save(*args, **kwargs)

    def clean(self):
        super().clean()
        if self.image_id and not self.image_alt:
            raise ValidationError({"image_alt": _("Say what the picture shows.")})
