"""Snippets in several languages: wagtail-localize saves one before anybody has translated it."""

from django.db import models

from .family import translation_of


class TranslatedWordMixin(models.Model):
    """Knows whether all of its texts are really in its language.

    A snippet has no drafts, so what is begun is saved at once with its source's words. Until the last text
    is translated, readers get another version (`stories.presentation.vocabulary.preference`).
    """

    is_complete = models.BooleanField(default=True, editable=False)

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        translation = translation_of(self)
        self.is_complete = translation is None or len(set(translation.get_progress())) == 1
        super().save(*args, **kwargs)
