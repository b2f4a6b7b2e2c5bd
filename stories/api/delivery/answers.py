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
    return given(json(schema, shape, keep), language, changed_at=latest_change(shape), **delivered)


def given(body, language, **delivered):
    """What is written as JSON already, as an answer."""
    return deliver(written(body, language), **delivered)


def unpublished(schema, shape, language, keep=None):
    """The same answer about what is not public: for one client, and to be kept by nobody."""
    response = written(json(schema, shape, keep), language)
    response.headers["Cache-Control"] = PRIVATE
    return response


def json(schema, shape, keep=None):
    checked = adapter(schema).validate_python(shape)
    if keep is None:
        return adapter(schema).dump_json(checked)
    return to_json(kept(adapter(schema).dump_python(checked), keep))


def written(body, language):
    response = HttpResponse(body, content_type="application/json")
    response.headers["Content-Language"] = language
    return response
