"""What clients get, to the letter. `tests/api/delivery/goldens.py` says what to do when one differs."""

import pytest

from stories.blocks.body import BodyBlock
from stories.models import ProgrammeIndexPage, ProjectIndexPage, StoryIndexPage
from tests.api.delivery.content import PUBLISHED, everything
from tests.api.delivery.goldens import is_golden
from tests.factories import AccessibilityStatementPageFactory, index
from tests.once import once

BLOCKS = list(BodyBlock().child_blocks)


made = once(everything)


@pytest.fixture
def site(made, db):
    return made


def test_story(ask, site):
    page = ask(f"stories/{site.story.translation_key}/")
    assert [block["type"] for block in page["body"]] == BLOCKS
    assert is_golden("story", page | {"body": []})


def test_project(ask, site):
    assert is_golden("project", ask(f"projects/{site.project.translation_key}/"))


def test_programme(ask, site):
    assert is_golden("programme", ask(f"programmes/{site.programme.translation_key}/"))


def test_page(ask, site):
    assert is_golden("page", ask(f"pages/{site.about.translation_key}/"))


def test_home(ask, site):
    assert is_golden("home", ask(f"pages/{site.home.translation_key}/"))


def test_accessibility_statement(ask, site):
    issue = {
        "what": "A map has no list", "where": "", "criteria": ["1.1.1"],
        "reason": "non_compliance", "explanation": "", "instead": "", "mended_by": "2027-03-01",
    }  # fmt: skip
    page = AccessibilityStatementPageFactory(
        title="Accessibility", slug="accessibility", issues=[("issue", issue)], **PUBLISHED
    )
    assert is_golden("accessibility_statement", ask(f"pages/{page.translation_key}/"))


def test_index_pages(ask, site):
    for model in (ProgrammeIndexPage, ProjectIndexPage, StoryIndexPage):
        page = ask(f"pages/{index(model).translation_key}/")
        assert is_golden(page["type"], page)


def test_lists(ask, site):
    for name in ("stories", "projects", "programmes", "pages"):
        assert is_golden(f"list_{name}", ask(f"{name}/"))


def test_places(ask, site):
    assert is_golden("list_places", ask("places/"))
    place = ask(f"places/{site.place.translation_key}/")
    assert is_golden("place", place | {"items": []})


def test_search(ask, site):
    assert is_golden("search", ask("search/", q="river"))


def test_what_stands_around(ask, site):
    for name in ("taxonomies", "locales", "navigation"):
        assert is_golden(name, ask(f"{name}/"))


def test_image(ask, site):
    assert is_golden("image", ask(f"images/{site.picture.pk}/"))


def test_resolved(ask, site):
    assert is_golden("resolve", ask("resolve/", path="/ar/about/", fields="title,type"))


def test_blocks(ask, site):
    for block in ask(f"stories/{site.story.translation_key}/", fields="body")["body"]:
        assert is_golden(f"blocks/{block['type']}", block)
