"""A story read and heard: by keyboard, without JavaScript, in Arabic at 320 px, by a screen reader."""

import gzip
from pathlib import Path

import pytest
from django.core.files.base import ContentFile

from stories.demo.sound import quay_wav
from tests.factories import (
    ContentWarningFactory,
    RecordingFactory,
    StoryDocumentFactory,
    StoryPageFactory,
)
from tests.once import lived_in

SPOKEN = ["أمواج صغيرة.", "صفّارة بعيدة.", "يهدأ الماء."]
SAID = ["Small waves.", "A foghorn, far off.", "The water grows quiet."]
EXIT = "https://www.bbc.co.uk/weather"


def captions(language, cues):
    said = "\n\n".join(
        f"00:{number * 4:02}.000 --> 00:{number * 4 + 4:02}.000\n{text}"
        for number, text in enumerate(cues)
    )
    file = ContentFile(f"WEBVTT\n\n{said}\n".encode(), f"quay.{language}.vtt")
    return {"language": language, "file": StoryDocumentFactory(file=file)}


def make_quay():
    """A warned story with a recording, in Arabic and English."""
    warning = ContentWarningFactory(
        name="War", text="It speaks of war.", slug="war", quick_exit=True,
        support=[("service", {"name": "Harbour Council", "url": "", "phone": "020 7946 0177",
                              "languages": ["en", "ar"]})],
    )  # fmt: skip
    recording = RecordingFactory(
        title="Quay", file=ContentFile(quay_wav(), "quay.wav"), duration=16
    )
    sound = ("audio", {"title": "The quay", "recording": recording, "embed": "",
                       "captions": [captions("ar", SPOKEN), captions("en", SAID)],
                       "transcript": "<p>Waves.</p>", "transcript_language": "en"})  # fmt: skip
    story = StoryPageFactory(
        language="ar", title="عود في حقيبة", slug="oud", summary="حكاية عود",
        body=[("paragraph", "<p>كان العود تحت السرير.</p>"), sound], content_warnings=[warning],
        contributors=[{"name": "Salma", "role": "storyteller", "biography": ""}],
    )  # fmt: skip
    return StoryPageFactory(
        translation_of=story, language="en", title="An oud in a suitcase", summary="An oud's story",
        body=[("paragraph", "<p>The oud lay under the bed.</p>"), sound],
    )  # fmt: skip


quay = lived_in(make_quay)


@pytest.fixture
def bare_page(browser, live_server):
    """A visitor's page with JavaScript off."""
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    yield context.new_page()
    context.close()


def press_until(page, selector, key="Tab"):
    """Presses a key until what the selector finds has the focus."""
    for _ in range(60):
        page.keyboard.press(key)
        if page.locator(f"{selector}:focus").count():
            return
    raise AssertionError(f"{key} never comes to {selector}")


def test_a_story_is_opened_heard_and_searched_with_the_keyboard(page, quay):
    block = quay.body.raw_data[-1]["id"]
    # Not even an address that points into the story goes past the warning.
    page.goto(f"/en/stories/oud/#recording-{block}&t=4")
    page.locator(".warned:not([open])").wait_for(state="attached")
    assert not page.get_by_text("under the bed").is_visible()
    press_until(page, ".warned > summary")
    page.keyboard.press("Enter")
    assert page.get_by_text("under the bed").is_visible()
    press_until(page, ".timed-find input")
    page.keyboard.type("FOGHORN")
    assert page.locator(".cue:visible").count() == 1
    page.locator(".timed-found", has_text="1 of 3 passages").wait_for()
    press_until(page, ".cue-time")
    page.keyboard.press("Enter")
    page.locator(".cue[aria-current=true]", has_text="A foghorn").wait_for()
    assert page.url.endswith("&t=4")
    # For the visit the story stays open, and an address with a time leads to that moment.
    page.goto("/en/")
    page.goto(f"/en/stories/oud/#recording-{block}&t=8")
    assert page.get_by_text("under the bed").is_visible()
    page.locator(".cue[aria-current=true]", has_text="grows quiet").wait_for()
    assert page.evaluate("document.querySelector('audio').currentTime") == 8


def test_a_story_is_warned_of_and_heard_without_javascript(bare_page, quay):
    page = bare_page
    page.goto("/en/stories/oud/")
    assert page.get_by_text("It speaks of war.").is_visible()
    assert page.get_by_role("link", name="020 7946 0177").is_visible()
    assert page.get_by_role("link", name="Leave this page now").get_attribute("href") == EXIT
    assert not page.get_by_text("under the bed").is_visible()
    page.get_by_text("Read the story").click()
    assert page.get_by_text("under the bed").is_visible()
    rows = page.locator(".cue")
    assert [row.locator(".cue-text").all_inner_texts() for row in rows.all()] == [
        list(pair) for pair in zip(SPOKEN, SAID, strict=True)
    ]
    assert rows.nth(1).get_by_role("link").get_attribute("href").endswith(".wav#t=4")
    assert not page.locator(".timed-tools").is_visible()


def test_a_sensitive_story_is_left_without_a_trace(page, quay, wrongs):
    page.context.route(EXIT, lambda route: route.fulfill(body="<h1>Weather</h1>"))
    page.goto("/en/")
    page.goto("/en/stories/oud/")
    for _ in range(3):
        page.keyboard.press("Escape")
    page.wait_for_url(EXIT)
    page.go_back()
    assert page.url.endswith("/en/")
    assert wrongs == [f"left the site: {EXIT}"]
    wrongs.clear()


def test_arabic_on_a_small_screen(page, axe, quay):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto("/ar/stories/oud/")
    page.locator(".warned > summary").click()
    row = page.locator(".cue").nth(1)
    # Who reads Arabic needs no English beside what is spoken.
    assert row.locator(".cue-text").all_inner_texts() == [SPOKEN[1]]
    assert row.locator(".cue-text").get_attribute("dir") == "rtl"
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert not axe(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_any_state_of_a_story(page, axe, quay, scheme):
    page.emulate_media(color_scheme=scheme)
    page.goto("/en/stories/oud/")
    assert not axe(page), "closed"
    page.locator(".warned > summary").click()
    assert not axe(page), "open"
    page.locator(".cue-time").nth(1).click()
    page.locator(".timed-find input").fill("horn")
    assert not axe(page), "filtered"
    page.goto("/en/stories/oud/?print=large")
    assert not axe(page), "large print"
    page.goto("/de/stories/oud/")
    assert not axe(page), "not found"


def test_a_screen_reader_is_told_the_story_in_order(page, quay):
    page.goto("/en/stories/oud/")
    heard = page.locator("main").aria_snapshot()
    order = ['heading "An oud in a suitcase" [level=1]', 'heading "Before you read" [level=2]',
             "It speaks of war.", 'heading "Somebody to talk to" [level=3]', "Read the story"]  # fmt: skip
    assert [each for each in order if each in heard] == order
    assert [heard.index(each) for each in order] == sorted(heard.index(each) for each in order)
    assert "under the bed" not in heard
    page.locator(".warned > summary").click()
    told = page.locator(".warned").aria_snapshot()
    for each in ("under the bed", 'heading "Who speaks" [level=2]', 'searchbox "Find in the transcript"',
                 'link "Play from 0:04"', "A foghorn, far off.", 'checkbox "Keep pace'):  # fmt: skip
        assert each in told, told


def test_on_paper_there_is_the_story_and_no_controls(page, quay):
    page.emulate_media(media="print")
    page.goto("/en/stories/oud/")
    assert page.get_by_text("under the bed").is_visible()
    assert page.locator(".cue").last.is_visible()
    assert page.get_by_text("/en/stories/oud/").first.is_visible()
    for name in ("nav", "audio", ".keep", ".quick-exit", ".timed-tools", ".site-search"):
        assert not page.locator(name).first.is_visible(), name


def test_scripts_are_small():
    folder = Path("site/static/js")
    weights = {path.name: len(gzip.compress(path.read_bytes())) for path in folder.glob("*.js")}
    assert sum(weights.values()) < 12_000, weights
