"""What a page of each type asks the database at most, with everything on it that there can be."""

import pytest

from tests.fixtures.everything import PATHS

from .counting import queries, said

pytestmark = pytest.mark.any_database
BUDGETS = {
    "home": 21,
    "page": 13,
    "programme_index": 13,
    "programme": 15,
    "project_index": 13,
    "project": 15,
    "story_index": 13,
    "story": 13,
}


@pytest.mark.parametrize("kind", PATHS)
@pytest.mark.parametrize("language", ["en", "bn"])
def test_page_with_everything_keeps_its_budget(client, everything_once, kind, language):
    asked = queries(client, f"/{language}/{PATHS[kind]}")
    assert len(asked) <= BUDGETS[kind], said(asked)
