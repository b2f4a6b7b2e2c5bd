"""What editors of a translation are shown above its texts: what is missing, and what changed."""

from django.middleware.csrf import get_token
from wagtail.admin.panels import Panel
from wagtail.admin.ui.components import Component
from wagtail.models import Page

from .changes import changes_of
from .family import translation_of
from .gate import message_about, missing_from
from .languages import direction
from .taking_in import outcome
from .version_address import address
from .versions import VersionMixin


def changes_context(page, user):
    """What the template ``translation/what_changed.html`` needs."""
    source, changes = changes_of(page)
    languages = {"own": page.locale.language_code}
    if source is not None:
        languages["source"] = source.locale.language_code
    permissions = page.permissions_for_user(user)
    return {
        "page": page,
        "source": source,
        "changes": changes,
        "language": languages,
        "direction": {name: direction(tag) for name, tag in languages.items()},
        "up_to_date_url": address("translation_up_to_date", page)
        if changes and permissions.can_publish()
        else "",
    }


class ChangesComponent(Component):
    template_name = "translation/what_changed.html"
    order = 30

    def __init__(self, page, user):
        self.page, self.user = page, user

    def get_context_data(self, parent_context):
        return changes_context(self.page, self.user)


class MissingComponent(Component):
    template_name = "translation/missing.html"
    order = 20

    def __init__(self, request, translation, page):
        self.request, self.translation, self.page = request, translation, page

    def get_context_data(self, parent_context):
        missing = missing_from(self.translation)
        may_publish = self.page.permissions_for_user(self.request.user).can_publish()
        source = self.translation.source.as_instance()
        return {
            "page": self.page,
            "message": message_about(missing, type(self.page)) if missing else "",
            # Of a word, no part is left out.
            "may_publish": may_publish
            and isinstance(self.page, Page)
            and all(each.path != "title" for each in missing),
            "csrf_token": get_token(self.request),
            "unmatched": outcome(self.page, source).unmatched if self._is_only_taken_in() else [],
        }

    def _is_only_taken_in(self):
        """Whether the page shows what it was brought into the editor with."""
        record = self.translation.source
        logs = record.translation_logs.filter(locale=self.translation.target_locale)
        return self.page.live and not logs.exists()


class ChangesPanel(Panel):
    """The same section in the ordinary form of a translation; of other pages it shows nothing."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "translation/what_changed.html"

        def is_shown(self):
            page = self.instance
            return bool(
                page.pk
                and isinstance(page, VersionMixin)
                and not page.is_original
                and super().is_shown()
            )

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            return {
                **context,
                **changes_context(self.instance, self.request.user),
                "may_take_in": isinstance(self.instance, Page)
                and translation_of(self.instance) is None,
            }


def missing_panel(request, translation, instance):
    if isinstance(instance, VersionMixin):
        return MissingComponent(request, translation, instance)
    return None


def changes_panel(request, translation, instance):
    if isinstance(instance, VersionMixin):
        return ChangesComponent(instance, request.user)
    return None
