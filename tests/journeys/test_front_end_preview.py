"""An editor sees in the preview panel how a front end on another origin shows what is being written."""

import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from stories.models import StoryPage
from tests.factories import StoryPageFactory

NAME, PASSWORD = "amina", "of the river and the sea"
# Where its reader was is told as docs/api.md has it.
PAGE = """<!doctype html>
<html lang="en"><title>A front end</title><h1></h1><p style="height: 5000px">Long</p>
<script>
const asked = new URLSearchParams(location.search);
const query = new URLSearchParams({path: asked.get("path"), preview: asked.get("token")});
const tell = said => parent.postMessage({wagtail: {...said, origin: location.origin}}, "%(cms)s");
let asking;
addEventListener("message", ({origin, data}) => {
  if (origin !== "%(cms)s" || !data.wagtail) return;
  const {type, x, y} = data.wagtail;
  if (type === "w-preview:get-scroll-position")
    tell({type: "w-preview:set-scroll-position", x: scrollX, y: scrollY});
  if (type === "w-preview:set-scroll-position") {
    clearInterval(asking);
    scrollTo({left: x, top: y, behavior: "instant"});
  }
});
fetch(`%(cms)s/api/delivery/v1/resolve/?${query}`).then(answer => answer.json()).then(found => {
  document.querySelector("h1").textContent = found.page ? found.page.title : found.detail;
  asking = setInterval(() => tell({type: "w-preview:request-scroll"}), 100);
  setTimeout(() => clearInterval(asking), 5000);
});
</script></html>"""


@pytest.fixture
def front_end(live_server, settings):
    """A front end of its own on another port, and the site that knows of it; yields its origin."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write((PAGE % {"cms": live_server.url}).encode())

        def log_message(self, *words):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    settings.PREVIEW_ORIGIN = f"http://127.0.0.1:{server.server_port}"
    settings.PREVIEW_URL = f"{settings.PREVIEW_ORIGIN}/preview?token={{token}}&path={{path}}"
    yield settings.PREVIEW_ORIGIN
    server.shutdown()
    server.server_close()


@pytest.fixture
def editor(browser, live_server, client, django_user_model):
    """The page of an editor who has signed in; its violations of the security policy are an error."""
    user = django_user_model.objects.create_superuser(NAME, password=PASSWORD)
    client.force_login(user)
    context = browser.new_context(
        base_url=live_server.url, viewport={"width": 1600, "height": 900}, locale="en-GB"
    )
    context.set_default_timeout(15_000)
    session = client.cookies["sessionid"]
    context.add_cookies([{"name": "sessionid", "value": session.value, "url": live_server.url}])
    wrongs = []
    context.on("console", lambda said: "Security Policy" in said.text and wrongs.append(said.text))
    yield context.new_page()
    context.close()
    assert not wrongs


def scrolled(panel):
    """How far down the panel's page is shown, once it has been scrolled; else 0."""
    for _ in range(50):
        if down := panel.locator("html").evaluate("() => scrollY"):
            return down
        time.sleep(0.1)
    return 0


def test_panel_follows_the_editor_in_a_front_end_on_another_origin(editor, front_end):
    story = StoryPageFactory(title="Song", slug="song")
    story.title = "River song"
    story.save_revision()
    editor.goto(f"/admin/pages/{story.pk}/edit/")
    editor.get_by_role("button", name="Toggle preview").click()
    panel = editor.frame_locator("#w-preview-iframe")
    panel.get_by_role("heading", name="River song", exact=True).wait_for()
    shown = [frame for frame in editor.frames if frame.url.startswith(front_end)]
    assert len(shown) == 1

    shown[0].evaluate("scrollTo(0, 700)")
    # Slowly: what is written in a form's first two seconds is no edit to Wagtail.
    title = editor.locator("#id_title")
    title.press("End")
    title.press_sequentially(" at dusk", delay=350)
    panel.get_by_text("River song at dusk", exact=True).wait_for()
    assert scrolled(panel) >= 600
    assert StoryPage.objects.get().title == "Song"

    editor.get_by_label("Preview mode").select_option("On the website")
    panel.get_by_role("main").get_by_role("heading", name="River song at dusk").wait_for()
    assert not [frame for frame in editor.frames if frame.url.startswith(front_end)]
