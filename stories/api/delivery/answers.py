"""How a shape becomes an answer: checked against its schema, made sparse, written as JSON."""

from functools import cache

from django.http import HttpResponse
from pydantic import TypeAdapter
from pydantic_core import to_json

from stories.delivery.answers import deliver
from stories.delivery.middleware import PRIVATE
from stories.delivery.validators import latest_change

from .fields import kept


@cache
def adapter(schema):
    return TypeAdapter(schema)


def answer(schema, shape, language, keep=None, **delivered):
    """The shape as the schema has it: what the schema does not name is left out.

    `keep` is the tree of keys to keep (`fields.wanted`), None for all. `delivered` says what is shown
    (`stories.delivery.answers.deliver`).
    """
    response = written(schema, shape, language, keep)
    return deliver(response, changed_at=latest_change(shape), **delivered)


def unpublished(schema, shape, language, keep=None):
    """The same answer about what is not public: for one client, and to be kept by nobody."""
    response = written(schema, shape, language, keep)
    response.headers["Cache-Control"] = PRIVATE
    return response


def written(schema, shape, language, keep):
    checked = adapter(schema).validate_python(shape)
    if keep is None:
        body = adapter(schema).dump_json(checked)
    else:
        body = to_json(kept(adapter(schema).dump_python(checked), keep))
    response = HttpResponse(body, content_type="application/json")
    response.headers["Content-Language"] = language
    return response
