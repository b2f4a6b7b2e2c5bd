"""What a language pair has agreed to call something."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale


class GlossaryTerm(models.Model):
    """A term of one language and how it is said in another, or that it stays as it is."""

    source_locale = models.ForeignKey(
        Locale, verbose_name=_("from"), on_delete=models.CASCADE, related_name="+"
    )
    target_locale = models.ForeignKey(
        Locale, verbose_name=_("into"), on_delete=models.CASCADE, related_name="+"
    )
    term = models.CharField(_("term"), max_length=255)
    translation = models.CharField(_("translation"), max_length=255, blank=True)
    keep = models.BooleanField(
        _("do not translate"), default=False, help_text=_("A name, say: it stays as it is.")
    )
    note = models.CharField(
        _("note"), max_length=500, blank=True, help_text=_("When to use it, and why.")
    )

    class Meta:
        verbose_name = _("glossary term")
        verbose_name_plural = _("glossary")
        ordering = ["source_locale__language_code", "target_locale__language_code", "term"]
        constraints = [
            models.UniqueConstraint(
                fields=["source_locale", "target_locale", "term"],
                name="unique_glossary_term",
                violation_error_message=_("This term is in the glossary already."),
            )
        ]

    def __str__(self):
        return self.term

    def clean(self):
        self.term, self.translation = self.term.strip(), self.translation.strip()
        if self.source_locale_id and self.source_locale_id == self.target_locale_id:
            raise ValidationError({"target_locale": _("Choose another language.")})
        if not self.keep and not self.translation:
            raise ValidationError(
                {"translation": _("Say what it is called, or mark it as not to be translated.")}
            )
        if self.keep and self.translation:
            raise ValidationError(
                {"translation": _("A term that is not to be translated has no translation.")}
            )

    @property
    def wanted(self):
        """The word that a translation must have."""
        return self.term if self.keep else self.translation
