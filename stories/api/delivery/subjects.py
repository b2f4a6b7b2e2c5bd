"""What pages are gathered by, and the pages that have to do with it."""

from uuid import UUID

from django.http import Http404
from ninja import Query, Router

from stories.presentation.subjects import directory, gathered, listed
from stories.subjects import FOLDERS

from .answers import answer
from .fields import WHOLE, wanted
from .parameters import SubjectParameters, SubjectsParameters, check_names, reader_for
from .schemas.subjects import (
    ObjectDetail,
    ObjectSubject,
    ObjectSubjects,
    PartnerDetail,
    PlaceDetail,
    PlaceSubject,
    PlaceSubjects,
    Subject,
    SubjectDetail,
    Subjects,
)

OBJECTS = (ObjectSubjects, ObjectSubject, ObjectDetail)
PARTNERS = (Subjects, Subject, PartnerDetail)
PLACES = (PlaceSubjects, PlaceSubject, PlaceDetail)
OTHERS = (Subjects, Subject, SubjectDetail)


def subjects_router(kind):
    """``/`` lists all of a kind that something public has to do with; ``/{id}/`` is one of them."""
    plural = FOLDERS[kind]
    schemas = {"object": OBJECTS, "partner": PARTNERS, "place": PLACES}.get(kind, OTHERS)
    router = Router(tags=["subjects"])
    router.get(
        "/",
        response=schemas[0],
        operation_id=f"list_{plural}",
        url_name=plural,
        summary=f"List {plural}",
    )(_list_of(kind, *schemas[:2]))
    router.get(
        "/{uuid:id}/",
        response=schemas[2],
        operation_id=f"get_{kind}",
        url_name=kind,
        summary=f"Get a {kind} and what has to do with it",
    )(_detail_of(kind, schemas[2]))
    return router


def _list_of(kind, schema, item):
    def all_of_a_kind(request, parameters: Query[SubjectsParameters]):
        check_names(request, parameters)
        reader = reader_for(parameters)
        fields = wanted(parameters.fields, item)
        found = directory(kind, reader)
        part = found[parameters.offset : parameters.offset + parameters.limit]
        shape = {"count": len(found), "items": listed(kind, part, reader) if part else []}
        keep = fields and {"count": WHOLE, "items": fields}
        return answer(schema, shape, reader.language, keep, shown=reader)

    return all_of_a_kind


def _detail_of(kind, schema):
    def whole(request, id: UUID, parameters: Query[SubjectParameters]):
        check_names(request, parameters)
        reader = reader_for(parameters)
        keep = wanted(parameters.fields, schema)
        shape = gathered(kind, id, reader, parameters.offset, parameters.limit)
        if shape is None:
            raise Http404
        return answer(schema, shape, reader.language, keep, shown=reader)

    return whole
