"""Lists of pages, each in the one version that the reader is shown."""

from django.db.models import CharField, Count, Value, Window
from ninja import Query

from stories.delivery import tags
from stories.delivery.door import public_pages, published
from stories.delivery.problems import BadParameters
from stories.models import Community, Place, ProgrammePage, ProjectPage, Theme
from stories.presentation.details import cards
from stories.queries import Listing, identified

from .answers import answer
from .fields import WHOLE, wanted
from .parameters import ListParameters, check_language, check_names, reader_for
from .schemas.cards import Card, Cards

TERMS = {"theme": Theme, "community": Community, "place": Place}
PAGES = {"programme": ProgrammePage, "project": ProjectPage}


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
    """How many pages there are in the whole list, and the primary keys of those asked for."""
    filters = {
        name: value for name in (*TERMS, *PAGES) if (value := getattr(parameters, name)) is not None
    }
    # Before anything is listed: an answer must not tell what belongs to a page that is not public.
    _check_known(PAGES, filters)
    pages = Listing(
        model,
        reader.languages,
        reader.fallback,
        filters=filters,
        served_in=parameters.language or "",
        words=parameters.q or "",
        order=parameters.order,
    ).pages()
    end = parameters.offset + parameters.limit
    found = list(
        pages.annotate(whole=Window(Count("*"))).values_list("pk", "whole")[parameters.offset : end]
    )
    if found:
        return found[0][1], [pk for pk, _whole in found]
    # Terms are checked only here: where something was found, there is such a term.
    _check_known(TERMS, filters)
    return pages.count() if parameters.offset else 0, []


def _check_known(models, filters):
    """Refuses what no public page, or no word of the vocabulary, is called. One query."""
    given = [name for name in models if name in filters]
    if not given:
        return
    parts = [
        _rows(models[name])
        .filter(identified("", filters[name]))
        .order_by()
        .values_list(Value(name, CharField()))
        for name in given
    ]
    known = {name for (name,) in parts[0].union(*parts[1:])}
    if unknown := [name for name in given if name not in known]:
        raise BadParameters({name: f"There is no {name} “{filters[name]}”." for name in unknown})


def _rows(model):
    rows = model.objects.all()
    return public_pages(rows) if model in PAGES.values() else published(rows)
