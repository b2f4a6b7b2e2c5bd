"""What each operation of the API takes, read from its own OpenAPI document."""

import re
from functools import cache

from django.urls import reverse
from ninja.responses import NinjaJSONEncoder
from wagtail.api.v3.urls import api

# Aliases show one language's words under another's name; of the vocabulary Wagtail can write nothing.
CLOSED = re.compile(r"/snippets/.*|.*/actions/(convert|create)_alias/")


def is_closed(path):
    return CLOSED.fullmatch(path) is not None


@cache
def document():
    """Wagtail's, without what is not offered here."""
    made = api.get_openapi_schema(path_prefix="/")
    open_paths = {path: each for path, each in made["paths"].items() if not is_closed(path)}
    return made | {"paths": open_paths}


def written():
    """The document as clients get it; paths begin where the API is."""
    root = reverse("wagtailapi_v3:whoami").removesuffix("whoami/")
    paths = {root + path[1:]: each for path, each in document()["paths"].items()}
    return NinjaJSONEncoder().encode(document() | {"paths": paths})


def operation(path, method):
    """The operation at a path as the document has it, ``/pages/{page_id}/``; None if there is none."""
    return document()["paths"].get(path, {}).get(method.lower())


def methods(path):
    return sorted(method.upper() for method in document()["paths"].get(path, {}))


def query_names(found):
    """``{name: whether it may be given more than once}``."""
    return {
        each["name"]: "array" in _types(each["schema"])
        for each in found["parameters"]
        if each["in"] == "query"
    }


def unknown_keys(found, sent, kind=None):
    """The keys of a body that nothing would be done with, at the top and in ``meta``.

    `kind` is the content type of what is changed, where the body need not say so.
    """
    schemas = [
        schema
        for content in found.get("requestBody", {}).get("content", {}).values()
        for schema in _alternatives(content["schema"])
    ]
    if not schemas:
        return sorted(sent)
    meta = sent.get("meta")
    kind = (isinstance(meta, dict) and meta.get("type")) or kind
    fitting = [schema for schema in schemas if kind and kind in _type_names(schema)] or schemas
    return sorted(_unknown(fitting, sent))


def _unknown(schemas, sent):
    known = set().union(*(schema.get("properties", {}) for schema in schemas))
    yield from (name for name in sent if name not in known)
    if isinstance(sent.get("meta"), dict) and "meta" in known:
        metas = [each for schema in schemas for each in _meta(schema)]
        inner = set().union(*(meta.get("properties", {}) for meta in metas))
        yield from (f"meta.{name}" for name in sent["meta"] if name not in inner)


def _meta(schema):
    return _alternatives(schema.get("properties", {}).get("meta", {}))


def _type_names(schema):
    """Which content types a body of this schema may say that it is."""
    names = set()
    for meta in _meta(schema):
        kind = meta.get("properties", {}).get("type", {})
        names |= {kind.get("const"), *kind.get("enum", [])}
    return names


def _alternatives(schema):
    """The object schemas that a schema stands for, references followed."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return _alternatives(document()["components"]["schemas"][name])
    if options := schema.get("anyOf") or schema.get("oneOf") or schema.get("allOf"):
        return [found for option in options for found in _alternatives(option)]
    return [schema] if "properties" in schema else []


def _types(schema):
    options = schema.get("anyOf") or schema.get("oneOf") or [schema]
    return {option.get("type") for option in options}
