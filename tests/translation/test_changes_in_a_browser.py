"""What a translator is shown above the texts, in a browser."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth import get_user_model
from playwright.sync_api import expect
from wagtail_localize.models import Translation

from .telling import body_with, publish, told, translated

pytestmark = pytest.mark.django_db(transaction=True)


def sign_in(page):
    get_user_model().objects.create_superuser("admin", "a@museum.example", "a long password")
    page.goto("/admin/login/")
    page.get_by_label("Username").fill("admin")
    page.get_by_label("Password").fill("a long password")
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/admin/")


def wrong_with(page, part):
    found = Axe().run(page, context=part)
    return found.generate_report() if found.violations_count else ""


def reword(rows):
    rows[1]["value"] = "<p>নদী একটি পথ।</p><p>আমরা ঘাটে গেলাম।</p>"
    rows.pop(0)


def test_what_is_missing_and_what_changed_stand_above_the_texts(page):
    original = told()
    english = translated(original)
    publish(original, body=body_with(original, reword), summary="এক বড় নদীর গল্প।")
    sign_in(page)
    page.goto(f"/admin/pages/{english.pk}/edit/")
    changed = page.get_by_role("region", name="What changed in the original")
    expect(changed.get_by_text("3 passages have changed")).to_be_visible()
    expect(changed.locator("ins").first).to_be_visible()
    expect(changed.get_by_text("The story of a river.")).to_be_visible()
    expect(page.get_by_role("region", name="Not complete yet")).to_be_visible()
    expect(page.locator(".js-translation-editor").get_by_text("Summary").first).to_be_visible()
    assert not wrong_with(page, ".translation-desk")
    page.get_by_role("link", name="Publish without them").click()
    expect(page.get_by_text("2 texts have not been translated.")).to_be_visible()
    assert not wrong_with(page, "main")
    page.get_by_role("button", name="Publish without them").click()
    page.wait_for_url("**/edit/")
    expect(page.get_by_text("The page is live.")).to_be_visible()


def test_the_ordinary_form_shows_the_same(page):
    original = told()
    english = translated(original)
    Translation.objects.update(enabled=False)
    publish(original, summary="এক বড় নদীর গল্প।")
    sign_in(page)
    page.goto(f"/admin/pages/{english.pk}/edit/")
    changed = page.get_by_role("region", name="What changed in the original").last
    expect(changed.get_by_text("The story of a river.")).to_be_visible()
    assert not wrong_with(page, "#what-changed")
    page.get_by_role("link", name="No change is needed here").click()
    expect(page.get_by_role("button", name="It is up to date")).to_be_visible()
    assert not wrong_with(page, "main")
    page.get_by_role("button", name="It is up to date").click()
    page.wait_for_url("**/edit/")
    english.refresh_from_db()
    assert english.outdated_segments == 0
