"""The status of a word beside its translation: wagtail-localize's lacks what a review needs."""

from django.urls import reverse
from wagtail.admin.ui.side_panels import StatusSidePanel


class WordStatusPanel(StatusSidePanel):
    def get_context_data(self, parent_context):
        viewset = self.model.snippet_viewset
        return super().get_context_data(parent_context) | {
            "revisions_compare_url_name": viewset.get_url_name("revisions_compare"),
            "workflow_history_url": reverse(
                viewset.get_url_name("workflow_history"), args=[self.object.pk]
            ),
        }
