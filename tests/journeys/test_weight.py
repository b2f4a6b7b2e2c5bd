"""A story's words, style and fonts come quickly also over a slow line, and stay where they are."""

import gzip

import pytest

from tests.factories import ProjectPageFactory, StoryImageFactory, StoryPageFactory

BUDGET = 150_000
KINDS = {"document", "stylesheet", "font", "script"}
SCRIPTS = 12_000
# How far what is seen has moved, as browsers count it: the sum of all shifts that nobody asked for.
SHIFTS = """() => new Promise((resolve) => {
    const count = (entries) => entries.reduce(
        (sum, entry) => sum + (entry.hadRecentInput ? 0 : entry.value), 0
    )
    new PerformanceObserver((list) => resolve(count(list.getEntries()))).observe(
        { type: "layout-shift", buffered: true }
    )
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(0), 100)))
})"""


def test_story_page_weighs_little(page, transactional_db):
    """Compressed by gzip, as every server can; fonts are compressed already."""
    words = "<p>" + "The river carried us here, and <b>here</b> we stayed. " * 12 + "</p>"
    story = StoryPageFactory(
        title="River song",
        slug="river-song",
        summary="What the river remembers",
        project=ProjectPageFactory(title="Lanterns"),
        body=[
            ("heading", {"text": "The quay", "level": "2"}),
            *[("paragraph", words)] * 12,
            ("quote", {"text": "A river is a road.", "attribution": "Rahima"}),
        ],
    )
    for language, title in (("ar", "أغنية النهر"), ("bn", "নদীর গান")):
        StoryPageFactory(translation_of=story, language=language, title=title)
    weights, scripts = {}, {}

    def weigh(response):
        if response.request.resource_type in KINDS:
            body = response.body()
            packed = body if response.request.resource_type == "font" else gzip.compress(body)
            weights[response.url] = len(packed)
            if response.request.resource_type == "script":
                scripts[response.url] = len(packed)

    page.on("response", weigh)
    page.goto("/en/stories/river-song/", wait_until="networkidle")
    page.evaluate("document.fonts.ready")
    listed = "\n".join(f"{size:7} {url}" for url, size in sorted(weights.items()))
    assert any("/css/" in url for url in weights), listed
    assert any(url.endswith(".woff2") for url in weights), listed
    assert sum(weights.values()) <= BUDGET, listed
    assert scripts, listed
    assert sum(scripts.values()) <= SCRIPTS, listed


@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_moves_as_a_page_is_loaded(page, transactional_db, language):
    """At the size and speed of a phone."""
    image = StoryImageFactory(rendered=True)
    story = StoryPageFactory(
        title="River song", slug="song", lead_image=image, lead_image_alt="A river"
    )
    StoryPageFactory(translation_of=story, language="ar", title="أغنية النهر", summary="نهر " * 30)
    page.set_viewport_size({"width": 412, "height": 823})
    for path in ("", "stories/", "stories/song/", "search/?q=river"):
        page.goto(f"/{language}/{path}", wait_until="networkidle")
        page.evaluate("document.fonts.ready")
        assert page.evaluate(SHIFTS) < 0.02, path


# When the fonts were asked for whose addresses have a word in them, since the first words were seen.
FONT = """(word) => performance.getEntriesByType("resource")
    .filter((entry) => entry.name.endsWith(".woff2") && entry.name.includes(word))
    .map((entry) => entry.startTime - performance.getEntriesByName("first-contentful-paint")[0].startTime)"""


def test_fonts_of_other_scripts_come_after_the_first_words(page, transactional_db):
    story = StoryPageFactory(title="أغنية النهر", slug="song", language="ar")
    StoryPageFactory(translation_of=story, language="en", title="River song")
    page.goto("/en/stories/song/", wait_until="networkidle")
    assert page.evaluate(FONT, "literata-latin")
    (waited,) = page.evaluate(FONT, "naskh-arabic-regular")
    assert waited >= 0
    page.goto("/ar/stories/song/", wait_until="networkidle")
    assert page.locator("html[data-words-first]").count() == 0
    assert page.evaluate("document.fonts.check('1em \"Noto Naskh Arabic at once\"', 'نهر')")


def test_fonts_of_other_scripts_need_no_javascript(browser, live_server, transactional_db):
    story = StoryPageFactory(title="أغنية النهر", slug="song", language="ar")
    StoryPageFactory(translation_of=story, language="en", title="River song")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    with page.expect_response("**/noto-naskh-arabic-regular*.woff2"):
        page.goto(f"{live_server.url}/en/stories/song/")
    context.close()
