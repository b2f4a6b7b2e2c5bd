"""A story told in Bengali: translated, reviewed, read, changed by its editor, and translated anew."""

import re

import pytest
from playwright.sync_api import expect

from stories.translation.models import GlossaryTerm
from tests.factories import locale
from tests.translation.people import editor, require_review, reviewer, translator
from tests.translation.telling import ENGLISH, told

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def story(settings):
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 0  # a page is saved when somebody asks for it
    require_review("en")
    translator("en", "tania", first_name="Tania", last_name="Rahman")
    reviewer("en", "rob", first_name="Rob", last_name="Reid")
    editor("amina")
    GlossaryTerm.objects.create(
        source_locale=locale("bn"),
        target_locale=locale("en"),
        term="ঘাটে",
        translation="ghat",
        note="Steps down to the water",
    )
    return told()


def sign_in(page, name):
    page.context.clear_cookies()
    page.goto("/admin/login/")
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill("a long password")
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/admin/")


def text_of(page, words):
    """The place in the translation editor that has these words of the original."""
    original = page.locator("p").get_by_text(words, exact=True)
    return page.locator(".js-translation-editor li").filter(has=original).last


def translate(page, words, translation):
    text = text_of(page, words)
    text.get_by_role("button", name=re.compile("Translate|Edit")).click()
    text.get_by_role("textbox").fill(translation)
    text.get_by_role("button", name="Save").click()
    expect(text).to_contain_text("Translated manually")


def test_from_the_translators_work_list_to_readers_and_back(page, story):
    sign_in(page, "tania")
    page.get_by_role("button", name="Start: নদীর গান").click()
    page.wait_for_url("**/edit/")
    ghat = text_of(page, "আমরা ঘাটে গেলাম।")
    expect(ghat.locator("[lang=bn]").first).to_have_text("আমরা ঘাটে গেলাম।")
    expect(ghat.get_by_role("list", name="Glossary")).to_have_text(
        "ঘাটে: ghat (Steps down to the water)"
    )
    with page.expect_popup() as opened:
        page.get_by_role("link", name="Read the original").click()
    expect(opened.value.get_by_role("heading", name="নদীর গান")).to_be_visible()
    opened.value.close()
    for words, translation in ENGLISH.items():
        translate(page, words, translation)
    page.reload()
    expect(page.get_by_label("Translated by")).to_have_value("Tania Rahman")
    page.get_by_role("button", name="Submit for review").click()
    expect(page.get_by_text("has been submitted for review")).to_be_visible()
    expect(page.get_by_text("The glossary has another word")).to_have_count(0)
    draft = page.url

    sign_in(page, "rob")
    page.get_by_role("link", name="River song").click()
    page.get_by_role("button", name="Approve", exact=True).click()
    expect(page.get_by_text("This translation is live.")).to_be_visible()

    page.context.clear_cookies()
    page.goto("/en/stories/")
    page.get_by_role("link", name="River song").click()
    reading = page.url
    main = page.get_by_role("main")
    expect(main.get_by_text("We went to the ghat.")).to_be_visible()
    expect(main).to_contain_text("Translated by Tania Rahman")
    expect(main).to_contain_text("Reviewed by Rob Reid")
    expect(main.get_by_text("older than the original")).to_have_count(0)

    sign_in(page, "amina")
    page.goto(f"/admin/pages/{story.pk}/edit/")
    page.get_by_role("textbox", name="Summary").fill("এক বড় নদীর গল্প।")
    page.locator("footer [data-w-dropdown-target=toggle]").last.click()
    page.get_by_role("button", name="Publish").click()
    expect(page.locator(".messages")).to_contain_text("published")

    page.context.clear_cookies()
    page.goto(reading)
    note = main.get_by_text("older than the original")
    expect(note.first).to_be_visible()
    expect(main).to_contain_text("1 passage has changed")
    expect(main.get_by_text("The story of a river.")).to_be_visible()

    sign_in(page, "tania")
    page.get_by_role("link", name=re.compile("River song|নদীর গান")).first.click()
    expect(page).to_have_url(draft)
    changed = page.get_by_role("region", name="What changed in the original")
    expect(changed.locator("ins")).to_contain_text("বড়")
    expect(changed.get_by_text("The story of a river.")).to_be_visible()
    expect(text_of(page, "এক বড় নদীর গল্প।")).to_contain_text("Translate")
