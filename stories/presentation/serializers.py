"""Fields of `/api/v2/` that say what a page's Detail says."""

from rest_framework.fields import Field
from wagtail.api import APIField

from stories.library.shapes import absolute_base
from stories.translation.locales import Languages


class PresentedField(Field):
    """An entry of the page's Detail; ``context["details"]`` has those of all the answer's pages.

    Wagtail's API v3 has no such context: there a page is shown alone, perhaps as a draft.
    """

    def __init__(self, key=""):
        super().__init__(read_only=True)
        self.key = key

    def get_attribute(self, page):
        details = self.context.get("details")
        shown = detail_of_itself(page) if details is None else details[page.pk]
        return shown[self.key or self.field_name]

    def to_representation(self, value):
        return value


def detail_of_itself(page):
    # Here, because details are made of models, which have such fields.
    from .details import detail
    from .reader import Reader

    if not hasattr(page, "_detail"):
        languages = Languages.load()
        reader = Reader(
            page.locale.language_code, languages, base=absolute_base(), preview=True, alone=False
        )
        page._detail = detail(page, reader)
    return page._detail


def presented(*names):
    """Fields of a page that are shown as its Detail shows them."""
    return [APIField(name, serializer=PresentedField()) for name in names]
