"""What a search can be narrowed by, as it stands in addresses."""

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import get_page_models

from stories.models import ContentPage

from .words import WORDS, identity

DIMENSIONS = ("type", "theme", "community", "place", "language", "format")
LABELS = {
    "type": _("Type"),
    "theme": _("Theme"),
    "community": _("Community"),
    "place": _("Place"),
    "language": _("Language"),
    "format": _("Format"),
}
FORMATS = {
    "audio": pgettext_lazy("format", "Audio"),
    "video": pgettext_lazy("format", "Video"),
    "pictures": pgettext_lazy("format", "Pictures"),
    "text": pgettext_lazy("format", "Text"),
}


class UnknownFilter(Exception):
    """Raised with the name of a filter whose value there is not."""

    def __init__(self, name):
        self.name = name
        super().__init__(name)


def names():
    """What types and formats are called, ``{dimension: {value: name}}``."""
    types = {
        model.api_type: capfirst(model._meta.verbose_name)
        for model in get_page_models()
        if issubclass(model, ContentPage) and model is not ContentPage
    }
    return {"type": types, "format": FORMATS}


def resolved(given, languages):
    """Filters as the index knows them: of words their identities. No query where words are remembered."""
    filters = {name: given[name] for name in DIMENSIONS if given.get(name)}
    known = {**names(), "language": languages}
    for name, value in filters.items():
        if name in known and value not in known[name]:
            raise UnknownFilter(name)
        if name in WORDS and (value := identity(name, value)) is None:
            raise UnknownFilter(name)
        filters[name] = value
    return filters
