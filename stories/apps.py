from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StoriesConfig(AppConfig):
    name = "stories"
    label = "stories"
    verbose_name = _("Stories")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from . import moving, publications, renaming, translated, webhook_types  # noqa: F401
        from .discovery import listed_pages, listed_subjects, listed_timeline  # noqa: F401  (what the sitemap lists)
        from .presentation import listings, page_types  # noqa: F401  (register their presenters)
        from .related import following

        renaming.connect()
        moving.connect()
        publications.connect()
        following.connect()
        translated.tell()
