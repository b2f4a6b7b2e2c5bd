"""Reading with a keyboard, without JavaScript, on a small screen, by day and by night."""

import pytest

from tests.factories import StoryPageFactory
from tests.fixtures.everything import LANGUAGES, PATHS, WORDS, make_everything
from tests.once import lived_in

FOCUS = "document.activeElement"
# How wide the ring is around what has the focus, or around the card that it opens.
OUTLINE = f"""Math.max(...[{FOCUS}, {FOCUS}.closest(".card") ?? {FOCUS}].map(element => {{
    const style = getComputedStyle(element)
    return style.outlineStyle == "none" ? 0 : parseFloat(style.outlineWidth)
}}))"""


def make_everywhere():
    """The site, and a story that is not of the rivers."""
    StoryPageFactory(title="Bread", slug="bread")
    return make_everything()


everywhere = lived_in(make_everywhere)
pytestmark = [pytest.mark.long, pytest.mark.usefixtures("everywhere")]


@pytest.fixture
def bare_page(browser, live_server):
    """A visitor's page with JavaScript off."""
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    yield context.new_page()
    context.close()


def tab_to(page, words):
    """Presses Tab until what has those words has the focus, which must be seen."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if words in page.evaluate(f"{FOCUS}.innerText || ''"):
            assert page.evaluate(OUTLINE) >= 2, words
            return
    raise AssertionError(f"Tab never comes to {words}")


def test_story_is_found_and_read_with_the_keyboard(page):
    page.goto("/en/")
    page.keyboard.press("Tab")
    assert page.evaluate(f"{FOCUS}.getAttribute('href')") == "#content"
    page.keyboard.press("Enter")
    assert page.evaluate(f"{FOCUS}.id") == "content"
    page.goto("/en/stories/")
    tab_to(page, "All")
    assert page.evaluate(f"{FOCUS}.name") == "theme"
    page.keyboard.press("ArrowDown")
    tab_to(page, "Show")
    page.keyboard.press("Enter")
    page.wait_for_url("**/stories/?theme=rivers**")
    assert page.locator("article.card").count() == 1
    tab_to(page, f"{WORDS['en']} 4")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/stories/river-song/")
    assert page.get_by_role("heading", level=1).inner_text() == f"{WORDS['en']} 4"


def test_story_is_found_and_read_without_javascript(bare_page):
    page = bare_page
    page.goto("/en/stories/")
    page.get_by_label("Theme").select_option("rivers")
    page.get_by_role("button", name="Show").click()
    assert page.locator("article.card").count() == 1
    page.get_by_role("link", name=WORDS["en"]).first.click()
    assert page.get_by_role("heading", level=1).is_visible()
    page.locator(".warned > summary").click()
    page.get_by_text("Transcript").first.click()
    assert page.locator("details.transcript").first.locator(".prose").is_visible()
    page.locator("nav.languages a[hreflang=ar]").click()
    page.wait_for_url("**/ar/stories/river-song/")
    assert page.locator("html").get_attribute("dir") == "rtl"


def test_filters_open_on_a_small_screen_without_javascript(bare_page):
    bare_page.set_viewport_size({"width": 320, "height": 640})
    bare_page.goto("/en/stories/")
    theme = bare_page.get_by_label("Theme")
    if not theme.is_visible():
        bare_page.get_by_text("Filter the list").click()
    theme.select_option("rivers")
    bare_page.get_by_role("button", name="Show").click()
    bare_page.wait_for_url("**theme=rivers**")
    assert bare_page.locator("article.card").count() == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_small_screen_never_scrolls_sideways(page, language):
    page.set_viewport_size({"width": 320, "height": 640})
    for path in PATHS.values():
        page.goto(f"/{language}/{path}")
        wide = page.evaluate(
            """() => [...document.querySelectorAll("body *")].filter(element => {
                const box = element.getBoundingClientRect()
                return box.width && !element.closest("svg, .visually-hidden, .skip")
                    && (box.right > innerWidth + 1 || box.left < -1)
            }).map(element => element.outerHTML.slice(0, 120))"""
        )
        scrolls = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        assert not scrolls, (path, wide)


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing(page, axe, language):
    for path in [*PATHS.values(), "stories/?theme=rivers", "nowhere/", "stories/withdrawn-words/"]:
        page.emulate_media(color_scheme="light")
        page.goto(f"/{language}/{path}")
        assert not axe(page), path
        page.emulate_media(color_scheme="dark")
        assert not axe(page, "cat.color"), path


def test_story_in_another_language_is_clean_too(page, axe):
    StoryPageFactory(language="bn", slug="song", title="নদীর গান", summary="নদীর কথা")
    for language in ("en", "ar"):
        page.goto(f"/{language}/stories/song/")
        assert not axe(page), language


def test_language_cookie_is_there_only_once_a_language_was_chosen(page):
    page.goto("/en/", wait_until="networkidle")
    page.goto("/en/stories/river-song/", wait_until="networkidle")
    assert page.context.cookies() == []
    page.locator("nav.languages a[hreflang=ar]").click()
    page.wait_for_url("**/ar/stories/river-song/")
    [cookie] = page.context.cookies()
    assert (cookie["name"], cookie["value"]) == ("django_language", "ar")


def test_forced_colours_and_less_motion_are_heeded(page, axe):
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    page.goto("/en/stories/river-song/")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    moving = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter((element) => {
            const { transitionDuration, animationName, animationDuration } = getComputedStyle(element)
            return parseFloat(transitionDuration) > 0
                || (animationName !== "none" && parseFloat(animationDuration) > 0)
        }).map((element) => element.outerHTML.slice(0, 100))"""
    )
    assert moving == []
    for path in ("", "search/?q=river"):
        page.goto(f"/en/{path}")
        button = page.get_by_role("button", name="Search").first
        edge = button.evaluate(
            "(element) => ((style) => parseFloat(style.borderTopWidth) + parseFloat(style.outlineWidth))"
            "(getComputedStyle(element))"
        )
        assert edge > 0, path
