"""From a translator's work list to a page that is live, in a browser."""

import re

import pytest
from django.contrib.auth import get_user_model
from playwright.sync_api import expect
from wagtail.users.models import UserProfile

from stories.models import StoryPage
from tests.factories import StoryPageFactory, locale
from tests.translation.people import require_review, reviewer, translator

pytestmark = pytest.mark.django_db(transaction=True)


def sign_in(page, name):
    page.context.clear_cookies()
    page.goto("/admin/login/")
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill("a long password")
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/admin/")


@pytest.fixture
def story():
    locale("so")
    require_review("so")
    translator(first_name="Hodan", last_name="Warsame")
    reviewer(first_name="Cabdi", last_name="Faarax")
    return StoryPageFactory(title="নদীর গান", language="bn")


def translate(page, words):
    """Fills the one text that the story has, in wagtail-localize's editor."""
    page.get_by_role("button", name=re.compile("Translate|Edit")).first.click()
    box = page.locator(
        ".js-translation-editor [role=textbox], .js-translation-editor textarea"
    ).first
    box.fill(words)
    page.get_by_role("button", name="Save", exact=True).first.click()
    expect(page.get_by_text(words).first).to_be_visible()


def test_a_translator_starts_and_submits_and_a_reviewer_approves(page, story, axe):
    sign_in(page, "hodan")
    expect(page.get_by_text("Your translations")).to_be_visible()
    page.goto("/admin/translations/")
    expect(page.get_by_role("heading", name="Somali")).to_be_visible()
    assert not axe(page)
    page.get_by_role("button", name=re.compile("Start: নদীর গান")).click()
    page.wait_for_url("**/edit/")
    expect(page.get_by_text("1 text has not been translated yet.")).to_be_visible()
    translate(page, "Heesta webiga")
    page.reload()
    page.get_by_label("Translated by").fill("Hodan W.")
    page.get_by_role("button", name="Submit for review").click()
    expect(page.get_by_text("Waiting for approval since")).to_be_visible()

    sign_in(page, "cabdi")
    expect(page.get_by_text("Awaiting your review")).to_be_visible()
    made = StoryPage.objects.get(translation_key=story.translation_key, locale=locale("so"))
    page.goto(f"/admin/pages/{made.pk}/edit/")
    page.get_by_role("button", name="Approve", exact=True).click()
    page.wait_for_load_state()
    expect(page.get_by_text("Waiting for approval since")).to_have_count(0)
    made.refresh_from_db()
    assert made.live
    assert (made.title, made.translated_by, made.reviewed_by) == (
        "Heesta webiga",
        "Hodan W.",
        "Cabdi Faarax",
    )
    response = page.goto(made.url)
    assert response.status == 200
    expect(page.get_by_role("heading", name="Heesta webiga")).to_be_visible()
    expect(page.get_by_text("Cabdi Faarax")).to_be_visible()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_coverage_report_can_be_read_large_and_from_the_right(page, story, axe, language):
    admin = get_user_model().objects.create_superuser(
        "admin", "a@museum.example", "a long password"
    )
    UserProfile.objects.create(user=admin, preferred_language=language)
    for _number in range(30):
        StoryPageFactory()
    sign_in(page, "admin")
    # 1,280 pixels wide at 200 %.
    page.set_viewport_size({"width": 640, "height": 512})
    page.goto("/admin/reports/translation-coverage/")
    assert page.locator("html").get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
    table = page.locator(".translation-table--tall")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1")
    head = table.locator("thead th").first
    table.evaluate("element => element.scrollTop = 400")
    assert abs(head.bounding_box()["y"] - table.bounding_box()["y"]) < 3
    assert not axe(page)
