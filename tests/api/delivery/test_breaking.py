"""Who changes what the delivery API answers is told whether that breaks clients."""

import copy
import json

import pytest

from tests.api.delivery.breaking import ADDS, BREAKS, DIFFERS
from tests.api.delivery.goldens import FOLDER, is_golden, verdict

pytestmark = pytest.mark.any_database

STORIES = "/api/delivery/v1/stories/"


@pytest.fixture
def told():
    """`told(name, change)` is what is said when `change` is made to what a golden file holds."""

    def tell(name, change):
        old = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
        new = copy.deepcopy(old)
        change(new)
        assert new != old
        return verdict(name, old, new)

    return tell


def rename(shape, old, new):
    shape[new] = shape.pop(old)


@pytest.mark.parametrize(
    ("change", "kind", "said"),
    [
        (lambda story: story.pop("summary"), BREAKS, "summary is gone"),
        (
            lambda story: rename(story["lead_image"], "alt", "text"),
            BREAKS,
            "lead_image.alt is gone",
        ),
        (
            lambda story: story["lead_image"]["sources"][0].pop("srcset"),
            BREAKS,
            "sources[0].srcset",
        ),
        (lambda story: story.update(title=5), BREAKS, "title was text and is a number"),
        (lambda story: story.update(themes={}), BREAKS, "themes was a list and is an object"),
        (lambda story: story.update(mood="merry"), ADDS, "mood is new"),
        (lambda story: story.update(title="Another"), DIFFERS, "and is 'Another'"),
        (lambda story: story["themes"].clear(), DIFFERS, "themes had 1 items and has 0"),
    ],
)
def test_of_an_answer(told, change, kind, said):
    found, message = told("story", change)
    assert found == kind
    assert said in message
    assert ("THIS BREAKS CLIENTS" in message) == (kind == BREAKS)
    assert "REFRESH_GOLDEN=" in message


def schema(document, name):
    return document["components"]["schemas"][name]


def property_of(document, name, key):
    return schema(document, name)["properties"][key]


def parameter(document, name):
    parameters = document["paths"][STORIES]["get"]["parameters"]
    return next(each for each in parameters if each["name"] == name)


def responses(document):
    return document["paths"][STORIES]["get"]["responses"]


NEW_PARAMETER = {"in": "query", "name": "mood", "required": False, "schema": {"type": "string"}}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda it: it["paths"].pop(STORIES), f"GET {STORIES} is gone"),
        (lambda it: it["components"]["schemas"].pop("Card"), "the schema Card is gone"),
        (lambda it: schema(it, "Card")["properties"].pop("slug"), "Card.slug is gone"),
        (lambda it: schema(it, "Card")["required"].remove("slug"), "slug is not always there"),
        (lambda it: property_of(it, "Card", "slug").update(type="integer"), "was string and is"),
        (lambda it: property_of(it, "Card", "themes").update(items={"$ref": "#/x"}), "and is #/x"),
        (lambda it: property_of(it, "Card", "lead_image")["anyOf"].pop(), "is never null any more"),
        (lambda it: rename(property_of(it, "Card", "url"), "type", "anyOf")
         or property_of(it, "Card", "url").update(anyOf=[{"type": "string"}, {"type": "null"}]),
         "Card.url may be null"),
        (lambda it: property_of(it, "StoryDetail", "body")["items"]["oneOf"].pop(),
         "is never EmbedBlock any more"),
        (lambda it: property_of(it, "Language", "trust")["enum"].remove("human"), "never human"),
        (lambda it: parameter(it, "theme").update(required=True), "has to be given the parameter"),
        (lambda it: parameter(it, "theme").update(name="subject"), "takes no parameter theme"),
        (lambda it: parameter(it, "limit")["schema"].update(maximum=50), "limit allows less"),
        (lambda it: parameter(it, "limit")["schema"].update(default=10), "left out, was 20"),
        (lambda it: parameter(it, "q")["schema"].update(minLength=2), "q allows less"),
        (lambda it: parameter(it, "order")["schema"]["enum"].remove("title"), "order allows less"),
        (lambda it: responses(it).pop("400"), "never answers 400"),
        (lambda it: rename(responses(it)["200"]["content"], "application/json", "text/plain"),
         "is not application/json any more"),
    ],
)  # fmt: skip
def test_of_the_openapi_document_what_breaks(told, change, said):
    kind, message = told("openapi", change)
    assert kind == BREAKS
    assert said in message
    assert "THIS BREAKS CLIENTS" in message


@pytest.mark.parametrize(
    ("change", "kind", "said"),
    [
        (lambda it: it["paths"].update({"/new/": {}}), ADDS, "/new/ is new"),
        (lambda it: schema(it, "Card")["properties"].update(mood={}), ADDS, "Card.mood is new"),
        (lambda it: it["components"]["schemas"].update(Mood={}), ADDS, "the schema Mood is new"),
        (lambda it: it["paths"][STORIES]["get"]["parameters"].append(NEW_PARAMETER), ADDS,
         "takes the parameter mood"),
        (lambda it: property_of(it, "StoryDetail", "body")["items"]["oneOf"].append(
            {"$ref": "#/components/schemas/MapBlock"}), ADDS, "may be MapBlock"),
        (lambda it: schema(it, "Card").update(description="Other words."), DIFFERS, "differs"),
    ],
)  # fmt: skip
def test_of_the_openapi_document_what_does_not(told, change, kind, said):
    found, message = told("openapi", change)
    assert found == kind
    assert said in message
    assert "THIS BREAKS CLIENTS" not in message


def test_what_breaks_is_not_written_by_the_way(tmp_path, monkeypatch):
    monkeypatch.setattr("tests.api.delivery.goldens.FOLDER", tmp_path)
    monkeypatch.setenv("REFRESH_GOLDEN", "1")
    file = tmp_path / "card.json"
    is_golden("card", {"title": "A"})
    is_golden("card", {"title": "B", "mood": "merry"})
    with pytest.raises(AssertionError, match="THIS BREAKS CLIENTS"):
        is_golden("card", {"title": "B"})
    assert json.loads(file.read_text()) == {"title": "B", "mood": "merry"}
    monkeypatch.setenv("REFRESH_GOLDEN", "breaking")
    is_golden("card", {"title": "B"})
    assert json.loads(file.read_text()) == {"title": "B"}
    monkeypatch.delenv("REFRESH_GOLDEN")
    with pytest.raises(AssertionError, match="mood is new"):
        is_golden("card", {"title": "B", "mood": "merry"})
