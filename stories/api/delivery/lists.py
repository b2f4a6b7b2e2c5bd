"""Lists of pages, each in the one version that the reader is shown."""

from django.db.models import CharField, Value
from ninja import Query

from stories.delivery import tags
from stories.delivery.door import public_rows, published
from stories.delivery.problems import BadParameters
from stories.models import Community, Place, Theme
from stories.presentation.details import cards
from stories.queries import Listing, identified, identities

from .answers import answer
from .fields import WHOLE, wanted
from .parameters import ListParameters, check_language, check_names, reader_for
from .schemas.cards import Card, Cards

TERMS = {"theme": Theme, "community": Community, "place": Place}
PAGES = ("programme", "project")


def list_of(model):
    """An endpoint that lists the pages of a type."""

    def listed(request, parameters: Query[ListParameters]):
        check_names(request, parameters)
        reader = reader_for(parameters)
        if parameters.language is not None:
            check_language("language", parameters.language, reader.languages)
        fields = wanted(parameters.fields, Card)
        count, keys = _part(model, parameters, reader)
        shape = {"count": count, "items": cards(keys, reader) if keys else []}
        keep = fields and {"count": WHOLE, "items": fields}
        reader.shows(*map(tags.listed, (model.api_type, *PAGES)), tags.WORDS)
        return answer(Cards, shape, reader.language, keep, shown=reader)

    return listed


def _part(model, parameters, reader):
    """How many pages there are in the whole list, and the identities of those asked for."""
    filters = {
        name: value for name in (*TERMS, *PAGES) if (value := getattr(parameters, name)) is not None
    }
    listing = Listing(
        model,
        reader.languages,
        reader.fallback,
        filters=filters,
        served_in=parameters.language or "",
        words=parameters.q or "",
        order=parameters.order,
    )
    keys = listing.part(parameters.offset, parameters.limit)
    if not keys:
        # Only here: where something was found, there is such a word, or such a page that is public.
        _check_known(filters)
    return listing.count(), keys


def _check_known(filters):
    """Refuses what no public page, or no word of the vocabulary, is called. One query."""
    if not filters:
        return
    parts = [
        _called(name, value).values_list(Value(name, CharField()))
        for name, value in filters.items()
    ]
    known = {name for (name,) in parts[0].union(*parts[1:])}
    if unknown := [name for name in filters if name not in known]:
        raise BadParameters({name: f"There is no {name} “{filters[name]}”." for name in unknown})


def _called(name, value):
    if name in PAGES:
        return public_rows().filter(type=name, key__in=identities(name, value)).order_by()
    return published(TERMS[name].objects.filter(identified("", value))).order_by()
