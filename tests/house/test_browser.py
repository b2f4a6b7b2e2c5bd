"""The editor's tools work in a real browser under their content security policy."""

import pytest
from django.urls import reverse
from wagtail.models import Page


@pytest.fixture
def editor(django_user_model, live_server):
    return django_user_model.objects.create_superuser("editor", "editor@example.org", "river-7-oud")


def test_an_editor_signs_in_and_opens_a_page(page, axe, editor):
    page.goto("/admin/")
    assert axe(page) == ""
    page.get_by_label("Username").fill("editor")
    page.get_by_label("Password").fill("river-7-oud")
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("heading", level=1).first.wait_for()

    home = Page.objects.filter(depth=2).first()
    page.goto(reverse("wagtailadmin_pages:edit", args=[home.pk]))
    page.get_by_role("button", name="Save draft").wait_for()


def test_the_page_fixture_hears_of_what_would_leave_the_site(page, wrongs):
    page.goto("/robots.txt")
    blocked = page.evaluate(
        "() => fetch('https://elsewhere.example/').then(() => 'sent', () => 'blocked')"
    )
    assert blocked == "blocked"
    assert "https://elsewhere.example/" in wrongs[0]
    wrongs.clear()
