"""What tests of the delivery API ask it with."""

import json

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

ROOT = "/api/delivery/v1/"
OWN = "urn:openapi"


def exactly(schema):
    """The schema of an answer, which here may have no keys that the schema does not name."""
    if isinstance(schema, dict):
        closed = {name: exactly(each) for name, each in schema.items()}
        return closed | {"additionalProperties": False} if "properties" in schema else closed
    return [exactly(each) for each in schema] if isinstance(schema, list) else schema


@pytest.fixture(scope="session")
def openapi():
    """The OpenAPI document."""
    from config.api import delivery

    return json.loads(delivery._openapi_body)


@pytest.fixture(scope="session")
def conforms(openapi):
    """`conforms(path, response)` fails unless the answer is as the document describes it."""
    registry = Registry().with_resource(OWN, Resource.opaque(exactly(openapi)))

    def check(path, response):
        described = next(each for each in openapi["paths"] if fits(each, ROOT + path.split("?")[0]))
        answer = openapi["paths"][described]["get"]["responses"][str(response.status_code)]
        media_type = response.headers["Content-Type"]
        schema = exactly(answer["content"][media_type]["schema"])
        pinned = json.loads(json.dumps(schema).replace('"#/', f'"{OWN}#/'))
        Draft202012Validator(pinned, registry=registry).validate(response.json())

    return check


def fits(described, path):
    """Whether a path is one of those that ``/stories/{id}/`` describes."""
    ours, theirs = described.strip("/").split("/"), path.strip("/").split("/")
    return len(ours) == len(theirs) and all(
        name == other or name.startswith("{") for name, other in zip(ours, theirs, strict=True)
    )


@pytest.fixture
def ask(client, conforms, db):
    """`ask("stories/", locale="bn")` is the answer, checked against its schema."""

    def get(path, status=200, /, **parameters):
        response = client.get(ROOT + path, parameters)
        assert response.status_code == status, response.content.decode()
        if "fields" not in parameters or status != 200:
            conforms(path, response)
        return response.json()

    return get
