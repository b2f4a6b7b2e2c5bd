"""Nothing that is a draft, private, expired or only chosen by something public is in an answer."""

import pytest

from tests.factories import (
    CollectionObjectFactory,
    ProgrammePageFactory,
    ProjectPageFactory,
    StandardPageFactory,
    StoryDocumentFactory,
    StoryImageFactory,
    StoryPageFactory,
    ThemeFactory,
    home,
    private_collection,
    stored,
)

HIDDEN = ["draft", "expired", "private"]


@pytest.mark.parametrize("trait", HIDDEN)
@pytest.mark.parametrize(
    ("path", "factory"),
    [
        ("stories/", StoryPageFactory),
        ("projects/", ProjectPageFactory),
        ("programmes/", ProgrammePageFactory),
        ("pages/", StandardPageFactory),
    ],
)
def test_what_is_not_public_is_not_there(ask, path, factory, trait):
    page = factory(**{trait: True})
    assert ask(path) == {"count": 0, "items": []}
    ask(f"{path}{page.translation_key}/", 404)


@pytest.mark.parametrize("trait", HIDDEN)
def test_nothing_leads_to_what_is_not_public(ask, client, trait):
    hidden = StoryPageFactory(title="Hidden story", slug="hidden-story", **{trait: True})
    project = ProjectPageFactory(title="Hidden project", slug="hidden-project", **{trait: True})
    link = f'<p>See <a linktype="page" id="{hidden.pk}">this</a>.</p>'
    page = {"text": "Words", "page": hidden, "url": ""}
    story = StoryPageFactory(
        project=project,
        related_pages=[hidden],
        body=[
            ("paragraph", link),
            ("related_pages", {"title": "", "pages": [hidden]}),
            ("call_to_action", {"title": "Go", "text": "", "link": page}),
        ],
    )
    front = home()
    front.footer_navigation = stored(
        front._meta.get_field("footer_navigation"), [{"page": hidden, "url": "", "text": ""}]
    )
    front.featured_stories = stored(front._meta.get_field("featured_stories"), [hidden])
    front.save()
    found = ask(f"stories/{story.translation_key}/")
    assert found["project"] is None
    assert found["related"] == []
    assert [block["type"] for block in found["body"]] == ["paragraph", "related_pages"]
    assert found["body"][0]["value"]["html"] in ("<p>See this.</p>", "<p>See <a>this</a>.</p>")
    for path in (f"stories/{story.translation_key}/", "stories/", "navigation/"):
        assert b"idden" not in client.get(f"/api/delivery/v1/{path}").content
    assert b"idden" not in client.get(f"/api/delivery/v1/pages/{front.translation_key}/").content


@pytest.mark.parametrize("trait", HIDDEN)
def test_a_filter_does_not_tell_what_is_not_public(ask, trait):
    project = ProjectPageFactory(**{trait: True})
    StoryPageFactory(project=project)
    ask("stories/", 400, project=project.slug)
    ask("stories/", 400, project=str(project.translation_key))


def test_a_filter_does_not_tell_what_only_a_draft_has(ask):
    theme = ThemeFactory()
    story = StoryPageFactory()
    StoryPageFactory(translation_of=story, language="bn", draft=True, themes=[theme])
    assert ask("stories/", theme=theme.slug)["count"] == 0


def test_a_page_below_a_private_one_is_private(ask):
    parent = StandardPageFactory(private=True)
    child = StandardPageFactory(parent=parent)
    ask(f"pages/{child.translation_key}/", 404)


@pytest.mark.parametrize("trait", HIDDEN)
def test_an_image_that_nothing_public_shows_is_not_there(ask, trait):
    image = StoryImageFactory()
    ask(f"images/{image.pk}/", 404)
    StoryPageFactory(lead_image=image, lead_image_alt="A quay", **{trait: True})
    ask(f"images/{image.pk}/", 404)
    StoryPageFactory(lead_image=image, lead_image_alt="A quay")
    assert ask(f"images/{image.pk}/")["id"] == image.pk


def test_files_of_private_collections_are_nowhere(ask):
    secret = private_collection()
    image = StoryImageFactory(collection=secret, rendered=True)
    document = StoryDocumentFactory(collection=secret)
    thing = CollectionObjectFactory(image=image, image_alt="An oar")
    story = StoryPageFactory(
        lead_image=image,
        lead_image_alt="A quay",
        collection_objects=[{"object": thing, "use": ""}],
        body=[
            ("image", {"image": {"image": image, "alt_text": "A", "decorative": False},
                       "caption": ""}),
            ("paragraph", f'<p><a linktype="document" id="{document.pk}">File</a></p>'),
        ],
    )  # fmt: skip
    found = ask(f"stories/{story.translation_key}/")
    assert found["lead_image"] is None
    assert found["collection_objects"][0]["image"] is None
    assert [block["type"] for block in found["body"]] == ["paragraph"]
    assert "href" not in found["body"][0]["value"]["html"]
    ask(f"images/{image.pk}/", 404)


def test_no_drafted_words_of_a_live_page(ask):
    story = StoryPageFactory(title="Published")
    story.title = "Drafted"
    story.save_revision()
    assert ask(f"stories/{story.translation_key}/")["title"] == "Published"
    assert ask("stories/")["items"][0]["title"] == "Published"
