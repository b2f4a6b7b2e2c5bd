"""The OpenAPI document. `goldens.py` says what to do when it differs from its snapshot."""

import pytest
from jsonschema import ValidationError
from openapi_spec_validator import OpenAPIV31SpecValidator

from stories.blocks.body import BodyBlock
from stories.subjects import FOLDERS
from tests.api.delivery.goldens import is_golden
from tests.factories import StoryPageFactory

pytestmark = pytest.mark.any_database

ROOT = "/api/delivery/v1/"


@pytest.fixture
def document(client, db):
    response = client.get(f"{ROOT}openapi.json")
    assert response.headers["Content-Type"] == "application/json"
    return response.json()


def test_is_valid(document):
    assert document["openapi"].startswith("3.1")
    OpenAPIV31SpecValidator(document).validate()


def test_is_as_clients_know_it(document):
    assert is_golden("openapi", document)


def test_has_the_contract_s_endpoints_and_no_others(document):
    names = "stories projects programmes pages"
    assert set(document["paths"]) == {
        *(f"{ROOT}{name}/" for name in names.split()),
        *(f"{ROOT}{name}/{{id}}/" for name in [*names.split(), "images", *FOLDERS.values()]),
        *(f"{ROOT}{name}/" for name in FOLDERS.values()),
        *(
            f"{ROOT}{name}/"
            for name in "resolve search taxonomies locales navigation changes".split()
        ),
    }
    assert all(set(methods) == {"get"} for methods in document["paths"].values())


def test_has_the_contract_s_parameters(document):
    def parameters(path):
        described = document["paths"][f"{ROOT}{path}"]["get"]["parameters"]
        return {each["name"] for each in described if each["in"] == "query"}

    detail = {"locale", "fallback", "fields"}
    terms = {"theme", "community", "place", "programme", "project", "language", "q"}
    for path in ("stories/", "projects/", "programmes/", "pages/"):
        assert parameters(path) == detail | terms | {"limit", "offset", "order"}
        assert parameters(f"{path}{{id}}/") == detail | {"preview"}
    for name in FOLDERS.values():
        assert parameters(f"{name}/") == {"locale", "fields", "limit", "offset"}
        assert parameters(f"{name}/{{id}}/") == detail | {"limit", "offset"}
    assert parameters("resolve/") == {"path", "fallback", "fields", "preview"}


def test_names_the_problems(document):
    def problems(path):
        responses = document["paths"][f"{ROOT}{path}"]["get"]["responses"]
        return {
            status: answer["content"]["application/problem+json"]["schema"]["$ref"].split("/")[-1]
            for status, answer in responses.items()
            if status.startswith("4")
        }

    always = {"400": "Problem", "429": "Problem"}
    single = always | {"404": "Problem", "410": "Gone"}
    page = single | {"403": "Problem"}
    for path in document["paths"]:
        path = path.removeprefix(ROOT)
        others = ("images/", *(f"{name}/" for name in FOLDERS.values()))
        is_page = path == "resolve/" or ("{" in path and not path.startswith(others))
        expected = page if is_page else single if "{" in path else always
        assert problems(path) == expected


def test_names_the_headers(client, document):
    described = document["components"]["headers"]
    for methods in document["paths"].values():
        responses = methods["get"]["responses"]
        for status in ("200", "304"):
            assert {"ETag", "Last-Modified", "Cache-Control", "Cache-Tag"} <= set(
                responses[status]["headers"]
            )
        assert "Retry-After" in responses["429"]["headers"]
        for response in responses.values():
            assert set(response["headers"]) <= set(described)
    sent = client.get(f"{ROOT}locales/").headers
    assert set(document["paths"][f"{ROOT}locales/"]["get"]["responses"]["200"]["headers"]) <= set(
        sent
    )


def test_every_block_type_has_its_own_schema(document):
    body = document["components"]["schemas"]["StoryDetail"]["properties"]["body"]["items"]
    assert body["discriminator"]["propertyName"] == "type"
    mapping = body["discriminator"]["mapping"]
    assert set(mapping) == set(BodyBlock().child_blocks)
    assert len(set(mapping.values())) == len(mapping)
    for name, reference in mapping.items():
        schema = document["components"]["schemas"][reference.split("/")[-1]]
        assert schema["properties"]["type"]["const"] == name
        assert schema["description"]


def test_every_answer_and_every_parameter_is_described(document):
    for methods in document["paths"].values():
        for each in methods["get"]["parameters"]:
            assert each["in"] == "path" or each["name"] == "order" or each.get("description")


def test_the_tests_answers_are_really_checked(ask, conforms, client):
    """The check of every answer in these tests would see a key too many, too few, or of another type."""
    story = StoryPageFactory()
    path = f"stories/{story.translation_key}/"
    response = client.get(ROOT + path)
    conforms(path, response)
    for change in (
        {"weave": "x"},
        {"title": 5},
        {"body": [{"type": "new", "id": "", "value": {}}]},
    ):
        shape = response.json() | change
        response.json = lambda shape=shape: shape
        with pytest.raises(ValidationError):
            conforms(path, response)
    del shape["seo"]
    with pytest.raises(ValidationError):
        conforms(path, response)


def test_the_docs_page_asks_no_other_site(client, db):
    response = client.get(f"{ROOT}docs/")
    html = response.content.decode()
    assert "https://" not in html
    assert f"{ROOT}openapi.json" in html
    assert '"validatorUrl": null' in html
    assert "'unsafe-inline'" in response.headers["Content-Security-Policy"]
