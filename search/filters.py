"""What a search can be narrowed by, as it stands in addresses."""

from django.db.models import CharField, Value
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import get_page_models

from stories.delivery.door import published
from stories.models import Community, ContentPage, Place, Theme
from stories.queries import identified

DIMENSIONS = ("type", "theme", "community", "place", "language", "format")
WORDS = {"theme": Theme, "community": Community, "place": Place}
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
    """Filters as the index knows them: of words their identities. One query at most."""
    filters = {name: given[name] for name in DIMENSIONS if given.get(name)}
    known = {**names(), "language": languages}
    for name in known:
        if name in filters and filters[name] not in known[name]:
            raise UnknownFilter(name)
    wanted = [name for name in WORDS if name in filters]
    if wanted:
        parts = [
            published(WORDS[name].objects.order_by())
            .filter(identified("", filters[name]))
            .values_list(Value(name, CharField()), "translation_key")
            for name in wanted
        ]
        identities = dict(parts[0].union(*parts[1:]))
        for name in wanted:
            if name not in identities:
                raise UnknownFilter(name)
            filters[name] = str(identities[name])
    return filters
