"""What is answered when something is wrong: always a problem document, and it names what is wrong."""

import pytest

NOBODY = "00000000-0000-4000-8000-000000000000"
LISTS = ["stories/", "projects/", "programmes/", "pages/"]
DETAILS = ["stories/{}/", "projects/{}/", "programmes/{}/", "pages/{}/"]
WRONG = [
    ("colour", "red"),
    ("preview", "token"),
    ("format", "xml"),
    ("locale", "xx"),
    ("locale", "fr"),
    ("locale", ""),
    ("fallback", "xx"),
    ("fallback", "en,xx"),
    ("fallback", ""),
    ("fields", "nothing"),
]
WRONG_IN_LISTS = [
    ("limit", "0"),
    ("limit", "101"),
    ("limit", "-1"),
    ("limit", "many"),
    ("limit", ""),
    ("offset", "-1"),
    ("offset", "x"),
    ("offset", "99999999999999999999"),
    ("order", "summary"),
    ("order", ""),
    ("language", "xx"),
    ("language", ""),
    ("theme", "nothing"),
    ("theme", ""),
    ("theme", NOBODY),
    ("theme", "a\0b"),
    ("community", "nothing"),
    ("place", "nothing"),
    ("programme", "nothing"),
    ("programme", NOBODY),
    ("project", "nothing"),
]


def is_named(problem, name):
    assert problem["type"] == "about:blank"
    assert problem["title"] == "Bad Request"
    assert problem["status"] == 400
    assert [error["name"] for error in problem["errors"]] == [name]
    assert problem["errors"][0]["message"]
    assert name in problem["detail"]


@pytest.mark.parametrize(("name", "value"), WRONG + WRONG_IN_LISTS)
@pytest.mark.parametrize("path", LISTS)
def test_lists_name_what_is_wrong(ask, path, name, value):
    is_named(ask(path, 400, **{name: value}), name)


@pytest.mark.parametrize(("name", "value"), [*WRONG, ("limit", "5"), ("theme", "x")])
@pytest.mark.parametrize("path", DETAILS)
def test_details_name_what_is_wrong(ask, path, name, value):
    is_named(ask(path.format(NOBODY), 400, **{name: value}), name)


@pytest.mark.parametrize("path", ["taxonomies/", "locales/", "navigation/", "images/1/"])
def test_other_endpoints_name_what_is_wrong(ask, path):
    is_named(ask(path, 400, colour="red"), "colour")


def test_all_that_is_wrong_is_named(ask):
    problem = ask("stories/", 400, theme="nothing", place="nowhere")
    assert sorted(error["name"] for error in problem["errors"]) == ["place", "theme"]


def test_a_parameter_is_given_once(ask):
    is_named(ask("stories/", 400, locale=["en", "bn"]), "locale")


@pytest.mark.parametrize(
    "path",
    [
        "/api/delivery",
        "/api/delivery/",
        "/api/delivery/v1",
        "/api/delivery/v1/",
        "/api/delivery/v1/stories",
        "/api/delivery/v1/stories/x/",
        "/api/delivery/v1/changes/x/",
        "/api/delivery/v1/preview/",
        "/api/delivery/v1/images/x/",
        "/api/delivery/v1/images/99999999999999999999/",
        "/api/delivery/v2/stories/",
        "/api/delivery/v1/nothing/at/all",
    ],
)
def test_what_there_is_not_is_a_problem_and_never_a_redirect(client, db, path):
    response = client.get(path)
    assert response.status_code == 404
    assert response.headers["Content-Type"] == "application/problem+json"
    assert response.json()["status"] == 404
    assert response.json()["errors"] == []


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE"])
@pytest.mark.parametrize("path", ["stories/", "nothing/", "openapi.json", "docs/"])
def test_only_reading_is_possible(client, db, method, path):
    client.handler.enforce_csrf_checks = True
    response = client.generic(method, f"/api/delivery/v1/{path}")
    assert response.status_code == 405
    assert response.headers["Content-Type"] == "application/problem+json"
    assert response.headers["Allow"] == "GET, HEAD, OPTIONS"
    assert response.json()["status"] == 405


def test_a_failure_is_a_problem_too(client, db, monkeypatch):
    def fail():
        raise RuntimeError("a secret of the house")

    monkeypatch.setattr("stories.translation.locales.Languages.load", fail)
    client.raise_request_exception = False
    response = client.get("/api/delivery/v1/stories/")
    assert response.status_code == 500
    assert response.headers["Content-Type"] == "application/problem+json"
    assert b"secret" not in response.content
