"""Drafts and blocks, seen before they are published."""

import pytest

from stories.blocks.body import BodyBlock
from stories.models import StoryIndexPage, StoryPage
from tests.factories import CollectionObjectFactory, StoryImageFactory, StoryPageFactory, index
from tests.fixtures.everything import LANGUAGES, PATHS
from tests.pages.markup import read

from .forms import page_form, rich_text, streamfield

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def preview(admin_client, base, data):
    """What the editor's preview shows of a form."""
    posted = admin_client.post(base, data)
    assert posted.json() == {"is_valid": True, "is_available": True}, posted.content
    response = admin_client.get(base)
    assert response.status_code == 200
    return read(response)


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl"), ("bn", "ltr")])
def test_story_is_previewed_before_it_is_saved(admin_client, language, direction):
    parent = index(StoryIndexPage, language)
    body = streamfield([("paragraph", rich_text("<p>It carried us.</p>"))])
    page = preview(
        admin_client,
        f"/admin/pages/add/stories/storypage/{parent.pk}/preview/",
        page_form(StoryPage, title="River song", body=body),
    )
    html = page.one("html")
    assert (html.attrs["lang"], html.attrs["dir"]) == (language, direction)
    assert page.one("h1").text == "River song"
    assert "It carried us." in page.one("main").text


def test_preview_shows_the_form_and_not_the_published_page(admin_client, client):
    story = StoryPageFactory(title="Song", slug="song", summary="Old")
    page = preview(
        admin_client,
        f"/admin/pages/{story.pk}/edit/preview/",
        page_form(StoryPage, title="River song", slug="song", summary="New"),
    )
    assert page.one("h1").text == "River song"
    assert page.one("p", class_="standfirst").text == "New"
    assert read(client.get("/en/stories/song/")).one("h1").text == "Song"


@pytest.mark.parametrize("kind", PATHS)
def test_draft_of_every_type_is_shown(admin_client, everything_once, kind):
    for language in LANGUAGES:
        page = everything_once.pages[kind, language]
        page.title = f"Draft of {kind}"
        page.save_revision()
        shown = read(admin_client.get(f"/admin/pages/{page.pk}/view_draft/"))
        assert shown.one("html").attrs["lang"] == language
        assert shown.one("h1").text == f"Draft of {kind}"


def test_draft_that_was_never_published_is_shown(admin_client):
    story = StoryPageFactory(title="Song", language="bn", draft=True)
    story.save_revision()
    shown = read(admin_client.get(f"/admin/pages/{story.pk}/view_draft/"))
    assert shown.one("html").attrs["lang"] == "bn"
    assert shown.one("h1").text == "Song"


@pytest.mark.parametrize("library", ["empty", "filled"])
@pytest.mark.parametrize("name", BodyBlock().child_blocks)
def test_block_shows_itself_before_it_is_chosen(admin_client, name, library):
    if library == "filled":
        StoryImageFactory()
        CollectionObjectFactory()
        StoryPageFactory()
    body = StoryPage._meta.get_field("body").stream_block
    block = body.child_blocks[name]
    response = admin_client.get("/admin/block-preview/", {"id": block.definition_prefix})
    assert response.status_code == 200
    assert "text/html" in response["Content-Type"]
    shown = read(response).one("body")
    if library == "filled" or name not in ("image", "gallery", "object_response", "related_pages"):
        assert shown.text or shown.all("img"), name


def test_every_block_says_what_it_is_for():
    for name, block in BodyBlock().child_blocks.items():
        assert block.meta.icon != "placeholder", name
        assert block.meta.description, name
        assert block.label, name
