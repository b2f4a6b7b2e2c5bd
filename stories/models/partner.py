from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail_localize.fields import SynchronizedField, TranslatableField

from .taxonomy import Term


class Partner(Term):
    """An organisation that the museum works with."""

    description = models.TextField(_("description"), blank=True)
    url = models.URLField(_("web address"), blank=True)

    panels = [*Term.panels, FieldPanel("description"), FieldPanel("url")]
    translatable_fields = [
        *Term.translatable_fields,
        TranslatableField("description"),
        SynchronizedField("url"),
    ]

    class Meta(Term.Meta):
        verbose_name = _("partner organisation")
        verbose_name_plural = _("partner organisations")
