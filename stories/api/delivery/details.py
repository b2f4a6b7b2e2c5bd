"""Whole pages, by the identity that all their language versions share."""

from uuid import UUID

from django.http import Http404
from ninja import Query

from stories.presentation.details import detail, specific
from stories.queries import versions_of

from .answers import answer, unpublished
from .fields import wanted
from .parameters import DetailParameters, check_names, reader_for
from .previews import previewed


def detail_of(schema, *models):
    """An endpoint that gives whole pages of those types."""

    def whole(request, id: UUID, parameters: Query[DetailParameters]):
        check_names(request, parameters)
        keep = wanted(parameters.fields, schema)
        if parameters.preview is not None:
            page, served = previewed(parameters, *models, key=id)
            return unpublished(schema, page, served, keep)
        reader = reader_for(parameters)
        row = reader.best(versions_of(id))
        if row is None or not issubclass(row.specific_class, models):
            raise Http404
        page = detail(specific(row), reader)
        served = page["language"]["served"]
        return answer(schema, page, served, keep, shown=reader)

    return whole
