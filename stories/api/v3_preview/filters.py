"""Which names a query may have. Wagtail leaves out what it does not know, and so answers with everything."""

from wagtail.api.v3.routers.pages import BASE_PAGE_READ_FIELDS
from wagtail.api.validators import APIFieldValidator
from wagtail.coreutils import resolve_model_string
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from . import described

MANY = ("tags",)


def wrong_names(request, operation):
    """``{name: what is wrong}`` of what is not known, or given twice where one is meant."""
    known, name = described.query_names(operation), operation["operationId"]
    wrong = {}
    for given, values in request.GET.lists():
        if given not in known and not is_field(given, request, name):
            wrong[given] = (
                f"There is no such parameter here. There are: {', '.join(known) or 'none'}."
            )
            if name == "pages_list":
                wrong[given] += " The fields of one type are filters beside a single `type`."
        elif len(values) > 1 and not known.get(given) and given not in MANY:
            wrong[given] = "Give it once."
        elif any("\0" in value for value in values):
            wrong[given] = "This is no text."
    return wrong


def is_field(given, request, name):
    """Whether a list can be filtered by that field: of pages, those of the one type that is asked for."""
    if name == "images_list":
        return _has(get_image_model(), given, ["id", "title", "width", "height"])
    if name == "documents_list":
        return _has(get_document_model(), given, ["id", "title"])
    if name != "pages_list":
        return False
    types = request.GET.getlist("type")
    try:
        model = resolve_model_string(types[0]) if len(types) == 1 else Page
    except (LookupError, ValueError):
        model = Page
    return _has(model, given, BASE_PAGE_READ_FIELDS)


def _has(model, given, base):
    found = APIFieldValidator(
        model=model, fields=[given], base_fields=base, db_fields_only=True, skip_invalid=True
    )
    return bool(found.fields)
