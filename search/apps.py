from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    label = "search"
    verbose_name = _("Search")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from stories.presentation.finished import finishes

        from .finished import RESULT
        from .index import following, privacy

        following.connect()
        privacy.connect()
        finishes(RESULT, "search.finished.result", base="")
