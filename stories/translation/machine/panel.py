"""The translation editor's panel on machine translation."""

from django.middleware.csrf import get_token
from wagtail.admin.ui.components import Component

from ..languages import direction
from ..passages import label_of
from ..versions import VersionMixin
from .marking import passages_to_check
from .views import is_allowed


class MachinePanel(Component):
    template_name = "translation/machine_panel.html"
    order = 70

    def __init__(self, request, translation, page):
        self.request, self.translation, self.page = request, translation, page

    def get_context_data(self, parent_context):
        total, done = self.translation.get_progress()
        source, target = self.translation.source.locale, self.translation.target_locale
        return {
            "translation": self.translation,
            "can_translate": total > done and is_allowed(self.translation),
            "to_check": [
                {"label": label_of(each.place, type(self.page)), "text": each.text, "made": made}
                for each, made in passages_to_check(self.translation)
            ],
            "may_publish": total == done
            and self.page.permissions_for_user(self.request.user).can_publish(),
            "source": source.language_code,
            "source_dir": direction(source.language_code),
            "target": target.language_code,
            "target_dir": direction(target.language_code),
            "csrf_token": get_token(self.request),
        }


def panel(request, translation, instance):
    return (
        MachinePanel(request, translation, instance) if isinstance(instance, VersionMixin) else None
    )
