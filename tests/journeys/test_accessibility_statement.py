"""The statement of how accessible the site is keeps what it promises."""

import pytest

from tests.factories import AccessibilityStatementPageFactory
from tests.pages.test_accessibility_statement import ISSUE, OUT_OF_SCOPE


@pytest.fixture
def statement(transactional_db):
    said = {
        "slug": "accessibility",
        "applies_to": "stories.museum.example",
        "issues": [("issue", ISSUE), ("issue", OUT_OF_SCOPE)],
        "contact_phone": "01632 960 101",
        "how_tested": "<p>By hand</p>",
        "tested_by": "the makers",
        "tested_on": "2026-11-20",
    }
    english = AccessibilityStatementPageFactory(title="Accessibility statement", **said)
    AccessibilityStatementPageFactory(
        title="بيان إمكانية الوصول", language="ar", translation_of=english, **said
    )


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_read_it(page, axe, statement, language, scheme):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"/{language}/accessibility/")
    page.locator("main h2").first.wait_for()
    assert not axe(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
