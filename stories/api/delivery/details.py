"""Whole pages, by the identity that all their language versions share."""

from uuid import UUID

from django.http import Http404
from ninja import Query

from stories.delivery.problems import Withdrawn
from stories.delivery.withdrawal.record import is_withdrawn
from stories.presentation.details import detail
from stories.presentation.documents import page_of
from stories.presentation.finished import DETAIL
from stories.queries import version_of

from .answers import answer, given, unpublished
from .fields import wanted
from .parameters import DetailParameters, check_names, reader_for
from .previews import previewed


def detail_of(schema, *models):
    """An endpoint that gives whole pages of those types."""
    types = {model.api_type for model in models}

    def whole(request, id: UUID, parameters: Query[DetailParameters]):
        check_names(request, parameters)
        keep = wanted(parameters.fields, schema)
        if parameters.preview is not None:
            page, served = previewed(parameters, *models, key=id)
            return unpublished(schema, page, served, keep)
        reader = reader_for(parameters)
        row = version_of(id, reader, part="" if keep else DETAIL)
        if row is None or row.type not in types:
            raise Withdrawn if is_withdrawn(id, types) else Http404
        if text := row.text:
            return given(text.body, row.language, **text.said())
        page = detail(page_of(row), reader)
        served = page["language"]["served"]
        return answer(schema, page, served, keep, shown=reader)

    return whole
