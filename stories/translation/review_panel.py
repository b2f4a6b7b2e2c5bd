"""The translation editor's panel on review: hand in, wait, take back, approve, read what is to change."""

from django.urls import reverse
from wagtail.admin.ui.components import Component
from wagtail.models import Page

from .review_submit import form_for, may_submit, missing_message, untranslated
from .review_waiver import may_publish_unreviewed
from .version_address import address
from .versions import VersionMixin


class ReviewPanel(Component):
    template_name = "translation/review_panel.html"
    order = 10

    def __init__(self, request, translation, page):
        self.request, self.translation, self.page = request, translation, page

    def get_context_data(self, parent_context):
        state, user = self.page.current_workflow_state, self.request.user
        waiting = state is not None and state.status == state.STATUS_IN_PROGRESS
        context = {
            "request": self.request,
            "csrf_token": parent_context.get("csrf_token"),
            "page": self.page,
            "translation": self.translation,
            "state": state,
            "waiting": waiting,
        }
        if waiting:
            return {**context, **self._waiting(state, user)}
        if may_submit(self.page, user):
            missing = untranslated(self.translation)
            context["form"] = form_for(self.page, user)
            context["missing"] = missing_message(missing) if missing else ""
            if not missing and may_publish_unreviewed(self.page, user):
                context["publish_url"] = address("translation_publish_unreviewed", self.page)
        if state is not None:
            context["comment"] = state.current_task_state.comment
        return context

    def _waiting(self, state, user):
        task_state = state.current_task_state
        actions = task_state.task.specific.get_actions(self.page, user)
        names = "wagtailadmin_pages"
        if not isinstance(self.page, Page):
            names = self.page.snippet_viewset.url_namespace
        return {
            "can_withdraw": state.user_can_cancel(user),
            "withdraw_url": address("translation_withdraw", self.page),
            "actions": [
                {
                    "label": label,
                    "modal": modal,
                    "url": reverse(
                        f"{names}:workflow_action", args=[self.page.pk, name, task_state.pk]
                    ),
                }
                for name, label, modal in actions
            ],
            "preview_url": actions
            and isinstance(self.page, Page)
            and reverse(
                "wagtailadmin_pages:workflow_preview", args=[self.page.pk, task_state.task_id]
            ),
        }


def panel(request, translation, instance):
    if isinstance(instance, VersionMixin):
        return ReviewPanel(request, translation, instance)
    return None
