"""What a reader has read stays readable without a network, until the site takes it back."""

import time
from copy import deepcopy

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from stories.delivery.finishing import made_at_the_end
from stories.demo.sound import quay_wav
from tests.factories import RecordingFactory, StoryImageFactory, StoryPageFactory
from tests.once import lived_in

LATEST = "/api/delivery/v1/changes/?since=latest&limit=1"
KEPT = """async () => (await caches.keys()).filter((name) => name.includes(' story '))
    .map((name) => name.slice(name.indexOf('/')))"""


def make_stories():
    """Three stories; the first with a picture at its head and one far below."""
    image = StoryImageFactory(rendered=True)
    picture = {"image": image, "alt_text": "A ferry", "decorative": False}
    return {
        slug: StoryPageFactory(
            title=title,
            slug=slug,
            body=[
                ("paragraph", f"<p>{title}, told.</p>"),
                ("image", {"image": picture, "caption": ""}),
            ],
        )
        for slug, title in {"song": "River song", "bread": "Bread", "tea": "Tea"}.items()
    }


site = lived_in(make_stories)


@pytest.fixture
def stories(site):
    return deepcopy(site)


def until(page, is_so, arg=None):
    """Waits until an asynchronous function says yes: `wait_for_function` takes the promise for one."""
    deadline = time.monotonic() + 15
    while not page.evaluate(is_so, arg):
        assert time.monotonic() < deadline, is_so
        page.wait_for_timeout(50)


def kept(page, *slugs):
    """Waits until just these stories are kept, the one read longest ago first, as the site is now."""
    wanted = [f"/en/stories/{slug}/" for slug in slugs]
    until(
        page,
        f"""async (wanted) => {{
            const {{ cursor }} = await (await fetch("{LATEST}", {{ cache: "no-store" }})).json()
            const known = await (await caches.match("{LATEST}"))?.text()
            const names = await ({KEPT})()
            return known === cursor && JSON.stringify(names) === JSON.stringify(wanted)
        }}""",
        arg=wanted,
    )


def read(page, slug):
    page.goto(f"/en/stories/{slug}/", wait_until="networkidle")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")


def is_shown(page, title):
    assert page.get_by_role("heading", level=1).inner_text() == title


def test_stories_that_were_read_are_read_again_offline_until_taken_back(page, axe, stories):
    read(page, "song")
    kept(page, "song")
    read(page, "bread")
    kept(page, "song", "bread")

    page.context.set_offline(True)
    page.goto("/en/stories/song/?from=home")
    is_shown(page, "River song")
    assert page.get_by_text("River song, told.").is_visible()
    assert page.evaluate("getComputedStyle(document.body).display") == "flex"
    assert page.evaluate("document.fonts.check('1em Literata')")
    picture = page.get_by_role("img", name="A ferry")
    picture.scroll_into_view_if_needed()
    assert page.wait_for_function("image => image.naturalWidth > 0", arg=picture.element_handle())

    page.goto("/en/stories/tea/")
    is_shown(page, "Stories on this device")
    page.get_by_text("cannot be reached without a network").wait_for()
    listed = page.locator(".kept-stories a")
    assert listed.all_inner_texts() == ["Bread", "River song"]
    assert not axe(page)
    listed.first.click()
    page.wait_for_url("**/en/stories/bread/")
    is_shown(page, "Bread")

    page.context.set_offline(False)
    stories["song"].unpublish()
    page.goto("/en/")
    kept(page, "bread")
    page.context.set_offline(True)
    page.goto("/en/stories/tea/")
    is_shown(page, "Stories on this device")
    page.get_by_text("cannot be reached without a network").wait_for()
    assert listed.all_inner_texts() == ["Bread"]
    page.context.set_offline(False)


def test_offline_a_recording_says_in_the_readers_language_that_it_needs_a_network(
    page, transactional_db
):
    recording = RecordingFactory(file=ContentFile(quay_wav(), "quay.wav"), duration=16)
    sound = {"title": "Quay", "recording": recording, "embed": "", "captions": [],
             "transcript": "<p>Waves.</p>", "transcript_language": "en"}  # fmt: skip
    StoryPageFactory(language="ar", title="النهر", slug="quay", body=[("audio", sound)])
    page.goto("/ar/stories/quay/", wait_until="domcontentloaded")
    until(page, "async () => Boolean(await caches.match(location.pathname))")

    page.context.set_offline(True)
    page.goto("/ar/stories/quay/")
    is_shown(page, "النهر")
    said = page.locator(".recording-away")
    said.wait_for()
    assert "لا تُحفظ التسجيلات" in said.inner_text()
    assert not page.locator("audio").is_visible()
    page.context.set_offline(False)
    page.locator("audio").wait_for()
    assert not said.is_visible()


def test_what_changes_is_kept_as_it_is_now(page, stories):
    read(page, "song")
    kept(page, "song")
    story = stories["song"]
    story.title = "The river's song"
    story.save_revision().publish()
    page.goto("/en/")
    until(
        page,
        """async () => (await (await caches.match('/en/stories/song/')).text()).includes("river’s song")
            || (await (await caches.match('/en/stories/song/')).text()).includes("river&#x27;s song")""",
    )


def test_only_the_last_twenty_are_kept(page, transactional_db):
    slugs = [f"story-{number}" for number in range(21)]
    with made_at_the_end():
        for slug in slugs:
            StoryPageFactory(title=slug, slug=slug)
    read(page, slugs[0])
    kept(page, slugs[0])
    # What the pages would say one after another.
    page.evaluate(
        """async (stories) => {
            const { active } = await navigator.serviceWorker.ready
            for (const story of stories) active.postMessage({ offline: '/en/offline/', story, files: [] })
        }""",
        [f"/en/stories/{slug}/" for slug in slugs[1:]],
    )
    kept(page, *slugs[1:])


def test_what_not_everybody_may_read_is_not_kept(page, stories, django_user_model):
    django_user_model.objects.create_superuser("amina", password="of the river")
    page.goto("/admin/login/")
    page.locator("[name=username]").fill("amina")
    page.locator("[name=password]").fill("of the river")
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/admin/")
    draft = stories["bread"]
    draft.unpublish()
    stories["tea"].view_restrictions.create(restriction_type="login")
    page.goto(reverse("wagtailadmin_pages:view_draft", args=[draft.pk]))
    is_shown(page, "Bread")
    read(page, "tea")
    is_shown(page, "Tea")
    # Things are done in their turn: when this one is kept, the others have been refused.
    read(page, "song")
    kept(page, "song")
    assert "amina" not in page.evaluate(
        "async () => (await caches.match('/en/stories/song/')).text()"
    )


def test_a_reader_can_have_all_removed(page, stories):
    read(page, "song")
    kept(page, "song")
    page.goto("/en/offline/")
    page.locator(".kept-stories").get_by_role("link", name="River song").wait_for()
    page.get_by_role("button", name="Remove them, and keep no more").click()
    page.get_by_text("Nothing is kept on this device").wait_for()
    until(page, "async () => JSON.stringify(await caches.keys()) === JSON.stringify(['off'])")
    read(page, "bread")
    page.goto("/en/offline/")
    page.get_by_role("button", name="Keep stories again").click()
    page.get_by_text("There is none yet").wait_for()
    read(page, "bread")
    kept(page, "bread")


def test_switched_off_it_removes_what_was_kept_and_itself(page, stories, settings):
    read(page, "song")
    kept(page, "song")
    settings.OFFLINE_READING = False
    page.goto("/en/")
    assert page.locator("script[data-offline]").count() == 0
    # Browsers look for a new worker by themselves when a page is opened; this does not wait for it.
    page.evaluate("navigator.serviceWorker.getRegistration().then((found) => found?.update())")
    until(
        page,
        """async () => !(await navigator.serviceWorker.getRegistration())
            && (await caches.keys()).length === 0""",
    )
    assert page.goto("/en/offline/").status == 404
