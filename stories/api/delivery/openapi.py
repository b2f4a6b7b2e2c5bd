"""The OpenAPI document, with the headers of answers and the problems that each endpoint may answer."""

from django.conf import settings
from ninja.openapi.schema import REF_TEMPLATE
from pydantic.json_schema import models_json_schema

from stories.delivery.problems import MEDIA_TYPE

from .schemas.problems import Gone, Problem

DESCRIPTION = """\
Everything that is published on the site, as JSON over GET, for anyone.

An answer is made for one language, `locale`. What has not been translated into it is answered in
the best language that there is (`fallback` says which may stand in), and `language` says so of
every page.

With `fields` an answer is sparse: keys that the schemas require are then left out.

What is wrong with a request is said as `application/problem+json` (RFC 9457). Every answer has an
`ETag`; `If-None-Match` gets 304."""

PROBLEMS = {
    "400": ("A parameter, a field, a locale or a filter value that there is not.", Problem),
    "403": ("The token of a preview has expired, or is for something else.", Problem),
    "404": ("There is nothing here, or nothing that is public.", Problem),
    "410": ("What was here was withdrawn.", Gone),
    "429": ("You ask more often than this site allows: wait for `Retry-After`.", Problem),
}
TEXT = {"type": "string"}
HEADERS = {
    "ETag": ("Equal for equal answers; send it as `If-None-Match`. Not of a draft.", TEXT),
    "Last-Modified": ("When something in the answer last changed. Not of a draft.", TEXT),
    "Cache-Control": (
        "How long shared caches may keep it; `private, no-store` of a draft and of an error.",
        TEXT,
    ),
    "Cache-Tag": ("What is in the answer, separated by commas. Not of a draft.", TEXT),
    "Surrogate-Key": ("The same, separated by spaces.", TEXT),
    "Content-Language": ("The language of the answer; English of an error.", TEXT),
    "Retry-After": (
        "In how many seconds to ask again.",
        {"type": "integer", "minimum": 1},
    ),
}
OF_ANSWERS = [name for name in HEADERS if name != "Retry-After"]
OF_ERRORS = ["Cache-Control", "Content-Language"]


def completed(document):
    """The document that ninja makes, and what ninja leaves out."""
    _definitions, schemas = models_json_schema(
        [(Problem, "serialization"), (Gone, "serialization")], ref_template=REF_TEMPLATE
    )
    document["components"]["schemas"] |= schemas["$defs"]
    document["components"]["schemas"] = dict(sorted(document["components"]["schemas"].items()))
    document["components"]["headers"] = {
        name: {"description": description, "schema": schema}
        for name, (description, schema) in HEADERS.items()
    }
    document["servers"] = [{"url": settings.BASE_URL}]
    for path, methods in document["paths"].items():
        for operation in methods.values():
            for parameter in operation["parameters"]:
                # Ninja writes them as a schema has them; they stay in the parameter's schema.
                parameter.pop("examples", None)
            names = {parameter["name"] for parameter in operation["parameters"]}
            responses = {str(status): each for status, each in operation["responses"].items()}
            responses["200"]["headers"] = _headers(OF_ANSWERS)
            operation["responses"] = responses | {"304": UNCHANGED} | _problems(path, names)
    return document


def _headers(names):
    return {name: {"$ref": f"#/components/headers/{name}"} for name in names}


UNCHANGED = {
    "description": "The client has the answer already (`If-None-Match`).",
    "headers": _headers(OF_ANSWERS),
}


def _problems(path, parameters):
    """A list is always there; a single thing may not be there, or no longer."""
    possible = {"400", "429"}
    if path.endswith(("}/", "/resolve/")):
        possible |= {"404", "410"}
    if "preview" in parameters:
        possible.add("403")
    return {
        status: {
            "description": description,
            "headers": _headers([*OF_ERRORS, *(["Retry-After"] if status == "429" else [])]),
            "content": {
                MEDIA_TYPE: {"schema": {"$ref": f"#/components/schemas/{schema.__name__}"}}
            },
        }
        for status, (description, schema) in PROBLEMS.items()
        if status in possible
    }
