"""The accessibility statement says what the UK's regulations want to be said, from structured content."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from home.accessibility import AccessibilityStatementPage, KnownIssueBlock
from home.wcag import CRITERIA
from tests.factories import AccessibilityStatementPageFactory, locale
from tests.pages.markup import read
from tests.pages.test_costs import queries

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
ISSUE = {
    "what": "A map has no list",
    "where": "On the page of places",
    "criteria": ["1.4.10", "1.1.1"],
    "reason": "non_compliance",
    "explanation": "It is new.",
    "instead": "Ask us",
    "mended_by": "2027-03-01",
}
OUT_OF_SCOPE = {**ISSUE, "what": "Films elsewhere", "reason": "out_of_scope", "mended_by": None}
ADDRESS = "/en/accessibility/"
LANGUAGE = "element => element.closest('[lang]').lang"


@pytest.fixture
def statement():
    return AccessibilityStatementPageFactory(
        title="Accessibility statement",
        slug="accessibility",
        applies_to="stories.museum.example",
        issues=[("issue", OUT_OF_SCOPE), ("issue", ISSUE)],
        contact_phone="01632 960 101",
        contact_more="<p>Send a video</p>",
        how_tested="<p>By hand</p>",
        tested_by="the makers",
        tested_on="2026-11-20",
    )


def headings(page, level):
    return [heading.text for heading in page.one("main").all(level)]


def test_parts_of_the_model_statement_are_there_in_their_order(client, statement):
    page = read(client.get(ADDRESS))
    assert headings(page, "h2")[:5] == [
        "Compliance status",
        "Non-accessible content",
        "Feedback and contact information",
        "Enforcement procedure",
        "Preparation of this accessibility statement",
    ]
    assert headings(page, "h3") == [
        "Non-compliance with the accessibility regulations",
        "Content that is not within the scope of the accessibility regulations",
    ]
    words = page.one("main").text
    for said in (
        "applies to: stories.museum.example",
        "partially compliant",
        "A map has no list",
        "WCAG 2.2, 1.1.1 Non-text Content",
        "1 March 2027",
        "access@museum.example",
        "01632",
        "We answer within 5 days",
        "Equality and Human Rights Commission",
        "Equality Advisory and Support Service",
        "2 November 2026",
        "20 November 2026",
        "By hand",
    ):
        assert said in words, said
    assert "Disproportionate burden" not in words


def test_in_northern_ireland_another_commission_enforces(client, statement):
    statement.enforcement = "northern_ireland"
    statement.save_revision().publish()
    words = read(client.get(ADDRESS)).one("main").text
    assert "Equality Commission for Northern Ireland" in words
    assert "EHRC" not in words


def test_fallback_keeps_the_words_in_their_language(client, statement, html_problems):
    answer = client.get("/ar/accessibility/")
    page = read(answer)
    assert page.one("html").language == ("ar", "rtl")
    [what, *_] = page.all("p", class_="issue-what")
    assert what.language == ("en", "ltr")
    [criterion, *_] = [each for each in page.all("dd") if "WCAG" in each.text]
    assert criterion.language == ("en", "ltr")
    pages = {"ar": answer.content.decode(), "en": client.get(ADDRESS).content.decode()}
    assert html_problems(pages) == ""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(page, axe, statement, scheme):
    """In English, in English for readers of Arabic, and in Arabic."""
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 320, "height": 640})

    def check(address, language):
        page.goto(address)
        assert page.locator(".issue-what").first.evaluate(LANGUAGE) == language
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        assert not axe(page), address

    check(ADDRESS, "en")
    check("/ar/accessibility/", "en")
    issue = {
        **ISSUE,
        "what": "لا قائمة للخريطة",
        "where": "في صفحة الأماكن",
        "explanation": "هي جديدة.",
    }
    AccessibilityStatementPageFactory(
        translation_of=statement,
        language="ar",
        title="بيان إمكانية الوصول",
        issues=[("issue", issue | {"instead": "اسألونا"})],
        contact_more="<p>أرسلوا مقطعًا مصوّرًا</p>",
    )
    check("/ar/accessibility/", "ar")


def test_clients_get_it_structured(client, statement):
    shape = client.get(f"/api/delivery/v1/pages/{statement.translation_key}/?locale=en").json()
    assert shape["type"] == "accessibility_statement"
    said = shape["statement"]
    assert said["compliance"] == {"id": "partial", "title": "Partially compliant"}
    [out, issue] = said["issues"]
    assert [each["id"] for each in issue["criteria"]] == ["1.1.1", "1.4.10"]
    assert issue["mended_by"] == "2027-03-01"
    assert out["mended_by"] is None
    assert said["contact"]["answered_within"] == 5
    assert said["reviewed_on"] == "2026-11-02"


def test_it_costs_the_same_whatever_is_known(client, statement):
    two = queries(client, ADDRESS)
    statement.issues = [("issue", ISSUE)] * 20
    statement.save_revision().publish()
    assert len(queries(client, ADDRESS)) == len(two)


def test_its_words_are_translated_and_its_facts_are_the_same(statement):
    translated = AccessibilityStatementPageFactory(translation_of=statement, language="bn")
    assert translated.locale == locale("bn")
    fields = {field.field_name: field for field in AccessibilityStatementPage.translatable_fields}
    assert fields["issues"].is_translated(statement)
    assert fields["reviewed_on"].is_synchronized(statement)


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"criteria": []}, "criteria"),
        ({"mended_by": None}, "mended_by"),
        ({"reason": "disproportionate_burden", "explanation": " "}, "explanation"),
    ],
)
def test_an_issue_says_what_the_regulations_ask(change, wrong):
    block = KnownIssueBlock()
    with pytest.raises(StructBlockValidationError) as refused:
        block.clean(block.to_python({**ISSUE, **change}))
    assert set(refused.value.block_errors) == {wrong}


@pytest.mark.parametrize("issue", [ISSUE, OUT_OF_SCOPE])
def test_issues_that_say_it_are_taken(issue):
    block = KnownIssueBlock()
    assert block.clean(block.to_python(issue))["what"] == issue["what"]


@pytest.mark.parametrize(
    ("values", "wrong"),
    [
        ({"compliance": "full"}, "compliance"),
        ({"contact_email": "", "contact_phone": ""}, "contact_email"),
        ({"reviewed_on": "2026-11-01"}, "reviewed_on"),
    ],
)
def test_a_statement_that_contradicts_itself_is_refused(statement, values, wrong):
    statement.refresh_from_db()
    for name, value in values.items():
        setattr(statement, name, value)
    with pytest.raises(ValidationError) as refused:
        statement.full_clean()
    assert set(refused.value.message_dict) == {wrong}


def test_criteria_are_those_of_the_standard():
    assert len(CRITERIA) == 55
    assert "4.1.1" not in CRITERIA
