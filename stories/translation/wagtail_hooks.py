from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from . import (
    coverage_hooks,
    digest_account,
    removal_hooks,
    review_hooks,
    teams_hooks,
    version_hooks,
    word_hooks,
    worklist_hooks,
)
from .exchange import hooks as exchange_hooks
from .glossary import hooks as glossary_hooks
from .machine import hooks as machine_hooks
from .models import LanguageSettings

# What they register is in force once they are imported.
ROOMS = [
    coverage_hooks,
    digest_account,
    removal_hooks,
    review_hooks,
    teams_hooks,
    version_hooks,
    word_hooks,
    worklist_hooks,
    exchange_hooks,
    glossary_hooks,
    machine_hooks,
]


class KeptPolicy(ModelPermissionPolicy):
    """They come and go with their language: nobody adds or deletes them by hand."""

    def user_has_permission(self, user, action):
        return action not in ("add", "delete") and super().user_has_permission(user, action)

    def user_has_any_permission(self, user, actions):
        return any(self.user_has_permission(user, action) for action in actions)


class LanguageSettingsViewSet(ModelViewSet):
    """Settings → Languages: what is shown where a page is not in a language."""

    model = LanguageSettings
    name = "language_settings"
    icon = "globe"
    menu_label = _("Languages")
    add_to_settings_menu = True
    list_display = ["__str__", "locale"]
    copy_view_enabled = False


register_permission_policy(LanguageSettings, KeptPolicy(LanguageSettings))


@hooks.register("register_admin_viewset")
def register_language_settings():
    return LanguageSettingsViewSet()


@hooks.register("insert_global_admin_css")
def link_styles():
    return format_html('<link rel="stylesheet" href="{}">', static("translation/admin.css"))
