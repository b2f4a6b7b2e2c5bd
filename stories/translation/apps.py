from django.apps import AppConfig
from django.core import checks
from django.db.models.signals import post_delete, post_migrate, post_save
from django.utils.translation import gettext_lazy as _


class TranslationConfig(AppConfig):
    name = "stories.translation"
    label = "translation"
    verbose_name = _("Translation")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from wagtail.models import Locale
        from wagtail.signals import published
        from wagtail_localize.models import Translation

        from . import teams_keeping
        from .basis import Basis
        from .freshness import note_publication
        from .languages_check import check_languages
        from .taking_in import note_translation

        post_migrate.connect(give_settings, sender=self)
        post_save.connect(give_settings, sender=Locale)
        published.connect(note_publication)
        post_delete.connect(Basis.forget)
        post_save.connect(note_translation, sender=Translation)
        teams_keeping.connect(self)
        checks.register(check_languages, checks.Tags.database)


def give_settings(sender, raw=False, **kwargs):
    """Every language of the site has its settings."""
    from wagtail.models import Locale

    from .models import LanguageSettings

    if not raw:
        LanguageSettings.objects.bulk_create(
            LanguageSettings(locale=locale) for locale in Locale.objects.filter(settings=None)
        )
