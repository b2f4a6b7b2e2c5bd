"""What the admin's first page says of caches that may still give out what was taken back."""

from wagtail import hooks
from wagtail.admin.ui.components import Component

from .standing import behind


class BehindPanel(Component):
    name = "edges_behind"
    template_name = "delivery/edges_behind.html"
    order = 40

    def __init__(self, edges):
        self.edges = edges

    def get_context_data(self, parent_context):
        return {"edges": self.edges}


@hooks.register("construct_homepage_panels")
def add_panel(request, panels):
    if request.user.is_superuser and (edges := behind()):
        panels.append(BehindPanel(edges))
