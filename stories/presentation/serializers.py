"""Fields of `/api/v2/` that say what a page's Detail says."""

from rest_framework.fields import Field
from wagtail.api import APIField


class PresentedField(Field):
    """An entry of the page's Detail; ``context["details"]`` has those of all the answer's pages."""

    def __init__(self, key=""):
        super().__init__(read_only=True)
        self.key = key

    def get_attribute(self, page):
        return self.context["details"][page.pk][self.key or self.field_name]

    def to_representation(self, value):
        return value


def presented(*names):
    """Fields of a page that are shown as its Detail shows them."""
    return [APIField(name, serializer=PresentedField()) for name in names]
