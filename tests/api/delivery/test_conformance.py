"""Whatever is asked of the delivery API, sense or nonsense, is answered as its document says."""

import json
from uuid import UUID

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, settings
from schemathesis.config import SchemathesisConfig
from schemathesis.specs.openapi.checks import positive_data_acceptance, response_schema_conformance

from config.api import delivery
from stories.subjects import FOLDERS
from tests.api.delivery.content import everything
from tests.once import once

pytestmark = pytest.mark.any_database

EXAMPLES = 15
SUBJECTS = ("theme", "community", "place", "partner", "object", "contributor")
# Stand for what has an identity only when the site has been made.
PAGE, PICTURE = str(UUID(int=1)), 1
KNOWN = {
    "path.id": [PAGE, PICTURE],
    "query.locale": ["en", "bn", "ar"],
    "query.language": ["en", "bn", "ar"],
    "query.fallback": ["default", "none", "bn,en"],
    "query.fields": ["title", "lead_image.src,language.served"],
    "fields of images": ["src", "alt,sources.srcset.url"],
    "fields of subjects": ["title", "slug,names.title"],
    "query.theme": ["rivers"],
    "query.community": ["ferrybank"],
    "query.place": ["sylhet"],
    "query.programme": ["talking-rooms"],
    "query.project": ["river-voices"],
    "query.path": ["/", "/en/", "/ar/stories/river-song/", "/bn/about", "/nothing/"],
    "query.since": ["MTow"],
    "query.q": ["river", "গান"],
}


def drawn_from(name):
    return {"dictionary": name, "probability": 0.9}


SETTINGS = {
    "seed": 1,
    "generation": {"max-examples": EXAMPLES, "deterministic": True},
    "dictionaries": {name: {"values": values} for name, values in KNOWN.items()},
    "parameters": {name: drawn_from(name) for name in KNOWN if "." in name},
    "operations": [
        {
            "include-operation-id": "get_image",
            "parameters": {"query.fields": drawn_from("fields of images")},
        },
        {
            "include-operation-id": [
                *(f"get_{kind}" for kind in SUBJECTS),
                *(f"list_{FOLDERS[kind]}" for kind in SUBJECTS),
            ],
            "parameters": {"query.fields": drawn_from("fields of subjects")},
        },
    ],
}


def sparse(schema):
    """The schema of what is left when `fields` names what to keep: nothing has to be there."""
    if isinstance(schema, dict):
        return {
            name: sparse(each)
            for name, each in schema.items()
            if name != "required" or not isinstance(each, list)
        }
    return [sparse(each) for each in schema] if isinstance(schema, list) else schema


DOCUMENT = json.loads(delivery._openapi_body)
api = schemathesis.openapi.from_dict(DOCUMENT, config=SchemathesisConfig.from_dict(SETTINGS))
api.app = get_wsgi_application()
sparse_api = schemathesis.openapi.from_dict(sparse(DOCUMENT))


@pytest.fixture
def one_connection():
    """Lets requests that come through WSGI see what the test has made."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


made = once(everything)


@pytest.fixture
def site(made, db, one_connection):
    made.shown_at = {
        "stories": made.story,
        "projects": made.project,
        "programmes": made.programme,
        "pages": made.home,
    }
    return made


# Nothing is written: what is asked for may stay between questions.
@api.parametrize()
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_every_answer_is_one_that_the_document_describes(case, site):
    page = site.shown_at.get(case.operation.path.split("/")[-3])
    if page and case.path_parameters["id"] == PAGE:
        case.path_parameters["id"] = str(page.translation_key)
    elif case.path_parameters.get("id") == PICTURE:
        case.path_parameters["id"] = site.picture.pk
    response = case.call()
    is_sparse = response.status_code == 200 and "fields" in case.query
    # Which words there are to be asked for is the site's matter, and not in the document.
    others = [positive_data_acceptance, *([response_schema_conformance] if is_sparse else [])]
    case.validate_response(response, excluded_checks=others)
    if is_sparse:
        sparse_api[case.operation.path][case.method].validate_response(response)
    if response.status_code == 400 and case.meta.generation.mode.is_positive:
        assert refused(response) <= unknown(case)


def refused(response):
    return {each["name"] for each in response.json()["errors"]}


def unknown(case):
    """The parameters that ask for what the site has not got."""
    known = {**KNOWN, "query.fields": KNOWN["query.fields"] + KNOWN["fields of images"]}
    return {
        name
        for name, value in case.query.items()
        if name == "preview" or value not in known.get(f"query.{name}", [value])
    }
