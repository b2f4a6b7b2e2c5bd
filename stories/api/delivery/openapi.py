"""The OpenAPI document, with the problems that each endpoint may answer."""

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
}
UNCHANGED = {"description": "The client has the answer already (`If-None-Match`)."}


def completed(document):
    """The document that ninja makes, and what ninja leaves out."""
    _definitions, schemas = models_json_schema(
        [(Problem, "serialization"), (Gone, "serialization")], ref_template=REF_TEMPLATE
    )
    document["components"]["schemas"] |= schemas["$defs"]
    document["components"]["schemas"] = dict(sorted(document["components"]["schemas"].items()))
    document["servers"] = [{"url": settings.BASE_URL}]
    for path, methods in document["paths"].items():
        for operation in methods.values():
            for parameter in operation["parameters"]:
                # Ninja writes them as a schema has them; they stay in the parameter's schema.
                parameter.pop("examples", None)
            names = {parameter["name"] for parameter in operation["parameters"]}
            responses = {str(status): each for status, each in operation["responses"].items()}
            operation["responses"] = responses | {"304": UNCHANGED} | _problems(path, names)
    return document


def _problems(path, parameters):
    """A list is always there; a single thing may not be there, or no longer."""
    possible = {"400"}
    if path.endswith(("}/", "/resolve/")):
        possible |= {"404", "410"}
    if "preview" in parameters:
        possible.add("403")
    return {
        status: {
            "description": description,
            "content": {
                MEDIA_TYPE: {"schema": {"$ref": f"#/components/schemas/{schema.__name__}"}}
            },
        }
        for status, (description, schema) in PROBLEMS.items()
        if status in possible
    }
