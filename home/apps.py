from django.apps import AppConfig
from django.conf import settings
from django.db.models.signals import post_migrate, post_save
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    label = "home"
    verbose_name = _("Home")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from wagtail.models import Locale

        from stories.presentation.finished import MARKUP, finishes
        from stories.translation.removal import starts_with

        from . import navigation, presentation  # noqa: F401  (say what is shown of home pages)
        from .structure import is_untouched

        starts_with(is_untouched)
        finishes(MARKUP, "home.finished.markup", base="")

        post_migrate.connect(start_with_structure, sender=self)
        post_save.connect(give_structure, sender=Locale)


def start_with_structure(sender, using, **kwargs):
    """A migrated database has a home page and the lists in every language that the settings name."""
    from stories.delivery.finishing import left_to_others

    from .structure import ensure_structure

    # The files that pages name may not have been collected yet.
    with left_to_others():
        ensure_structure(settings.SITE_LANGUAGES)


def give_structure(sender, instance, created, raw, **kwargs):
    """A language added by an editor is a working site at once."""
    from wagtail.models import Page

    from .structure import ensure_structure

    if created and not raw and Page.objects.filter(depth=2).exists():
        ensure_structure()
