"""An editor writes a story with a picture and a quote; a visitor reads it, a client gets it."""

import re

import pytest

from stories.models import StoryIndexPage, StoryPage
from tests.factories import index, picture_file

NAME, PASSWORD = "amina", "of the river and the sea"


@pytest.fixture(autouse=True)
def _saved_when_asked(settings):
    """A page sent while Wagtail saves a first draft by itself would be made twice."""
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 0


@pytest.fixture
def editor(django_user_model, transactional_db):
    return django_user_model.objects.create_superuser(NAME, password=PASSWORD)


def sign_in(page):
    page.goto("/admin/login/")
    page.locator("[name=username]").fill(NAME)
    page.locator("[name=password]").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/admin/")


def new_story(page):
    parent = index(StoryIndexPage)
    page.goto(f"/admin/pages/add/stories/storypage/{parent.pk}/")
    page.locator("#id_title").fill("River song")


def add_block(page, name):
    """Adds a block at the end of the body, by its name in the list of blocks."""
    body = page.locator("#panel-child-content-body-section")
    body.locator("button[title='Insert a block']").last.click()
    page.get_by_role("option", name=re.compile(f"^{name}")).click()
    return body.locator("[data-contentpath]:visible").last


def test_story_from_the_editors_desk_to_reader_and_client(page, editor, tmp_path):
    photo = tmp_path / "ferry.png"
    photo.write_bytes(picture_file(900, 600).read())
    sign_in(page)
    new_story(page)
    body = page.locator("#panel-child-content-body-section")

    add_block(page, "Paragraph")
    body.locator(".public-DraftEditor-content").last.click()
    page.keyboard.type("The river carried us here.")

    add_block(page, "Image")
    body.get_by_role("button", name="Choose an image").click()
    chooser = page.get_by_role("dialog")
    chooser.get_by_role("tab", name="Upload").click()
    chooser.locator("input[type=file]").set_input_files(photo)
    chooser.locator("#tab-upload").get_by_label("Title").fill("Ferry")
    chooser.get_by_role("button", name="Upload").click()
    chooser.wait_for(state="hidden")
    body.locator("[name$='-alt_text']").fill("A ferry at the quay")

    add_block(page, "Quote")
    body.locator("[name$='-value-text']").last.fill("A river is a road.")
    body.locator("[name$='-attribution']").last.fill("Rahima")

    page.get_by_role("button", name="Toggle preview").click()
    preview = page.frame_locator("#w-preview-iframe")
    preview.get_by_role("heading", name="River song", level=1).wait_for()
    preview.get_by_text("A river is a road.").wait_for()

    page.locator(
        "[data-w-dropdown-target='toggle'][aria-label='Actions'], .footer .w-dropdown__toggle"
    ).last.click()
    page.get_by_role("button", name="Publish").click()
    page.locator(".messages").get_by_text("created and published").wait_for()
    story = StoryPage.objects.get()

    page.context.clear_cookies()
    page.goto("/en/stories/")
    page.get_by_role("link", name="River song").click()
    assert page.url.endswith(f"/en/stories/{story.slug}/")
    main = page.get_by_role("main")
    assert main.get_by_role("heading", level=1).inner_text() == "River song"
    assert main.get_by_text("The river carried us here.").is_visible()
    assert "A river is a road." in main.locator("blockquote").inner_text()
    picture = main.get_by_role("img", name="A ferry at the quay")
    picture.scroll_into_view_if_needed()
    page.wait_for_function(
        "image => image.complete && image.naturalWidth > 0", arg=picture.element_handle()
    )
    assert picture.evaluate("image => image.currentSrc").endswith(".avif")

    answer = page.request.get(f"/api/delivery/v1/stories/{story.translation_key}/?locale=bn")
    detail = answer.json()
    assert answer.status == 200
    assert detail["title"] == "River song"
    assert detail["language"]["served"] == "en"
    assert detail["language"]["is_fallback"]
    kinds = {block["type"]: block["value"] for block in detail["body"]}
    assert set(kinds) == {"paragraph", "image", "quote"}
    assert kinds["image"]["image"]["alt"] == "A ferry at the quay"
    assert kinds["quote"]["attribution"] == "Rahima"


def test_phrase_is_marked_as_bengali(page, editor):
    sign_in(page)
    new_story(page)
    add_block(page, "Paragraph")
    words = page.locator("#panel-child-content-body-section .public-DraftEditor-content").last
    words.click()
    page.keyboard.type("We say nodi")
    page.keyboard.press("Control+Shift+ArrowLeft")
    page.get_by_role("button", name="Phrase in another language").first.click()
    page.locator("select:visible").last.select_option("bn")
    page.get_by_role("button", name="Mark").click()
    # The editor hands over what was written a moment after it was.
    page.wait_for_function(
        "() => [...document.querySelectorAll('input[type=hidden]')]"
        ".some(field => field.value.includes('\"LANGUAGE\"'))"
    )
    page.get_by_role("button", name="Save draft").click()
    page.locator(".messages").get_by_text("created").wait_for()
    stored = StoryPage.objects.get().latest_revision.content["body"]
    assert re.search(r'linktype=\\"language\\"[^>]*>nodi</a>', stored), stored
    assert 'lang=\\"bn\\"' in stored
