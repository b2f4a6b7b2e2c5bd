"""What the admin's first page says to those who are in a team: how their languages stand."""

from django.urls import reverse
from wagtail.admin.ui.components import Component

from .locales import Languages
from .teams import own_languages
from .worklist import FOR_TRANSLATORS, work_lists
from .worklist_views import presented, reviewed_by, shape

SHOWN = 5


class WorkListPanel(Component):
    name = "translation_worklist"
    template_name = "translation/worklist_panel.html"
    order = 150

    def __init__(self, request):
        self.request = request

    def get_context_data(self, parent_context):
        user = self.request.user
        tags = {key: tag for tag, key in Languages.load().ids.items()}
        own = [key for key in tags if key in own_languages(user)]
        lists = work_lists(own, reviewed_by(user))
        address = reverse("translation_worklist")
        return {
            "request": self.request,
            "csrf_token": parent_context.get("csrf_token"),
            "languages": [
                shape(tags[locale])
                | {
                    "url": f"{address}?language={tags[locale]}",
                    "states": [
                        {
                            "label": state.label,
                            "count": work.counts[state],
                            "url": f"{address}?language={tags[locale]}&state={state.value}",
                        }
                        for state in FOR_TRANSLATORS
                    ],
                    "tasks": [presented(task, tags) for task in work.tasks[:SHOWN]],
                }
                for locale, work in lists.items()
            ],
        }


def add_panel(request, panels):
    if own_languages(request.user):
        panels.append(WorkListPanel(request))
