"""The lists and details of one type of page, as a router of two endpoints."""

from ninja import Router

from .details import detail_of
from .lists import list_of
from .schemas.cards import Cards


def pages_router(name, plural, listed, schema, *detailed):
    """``/`` lists pages of the model `listed`; ``/{id}/`` is one of them or of `detailed`."""
    router = Router(tags=[plural])
    router.get(
        "/",
        response=Cards,
        operation_id=f"list_{plural}",
        url_name=plural,
        summary=f"List {plural}",
    )(list_of(listed))
    router.get(
        "/{uuid:id}/",
        response=schema,
        operation_id=f"get_{name}",
        url_name=name,
        summary=f"Get a {name}",
    )(detail_of(schema, listed, *detailed))
    return router
