"""Sparse answers."""

import pytest

from tests.factories import ProjectPageFactory, StoryImageFactory, StoryPageFactory, ThemeFactory

pytestmark = pytest.mark.any_database


@pytest.fixture
def story(db):
    return StoryPageFactory(
        title="River",
        project=ProjectPageFactory(title="Project"),
        themes=[ThemeFactory(name="Rivers")],
        lead_image=StoryImageFactory(rendered=True),
        lead_image_alt="A quay",
        body=[("heading", {"text": "One", "level": "2"}), ("paragraph", "<p>Two</p>")],
    )


def test_only_what_was_asked_for_and_always_id_and_type(ask, story):
    [card] = ask("stories/", fields="title")["items"]
    assert card == {"id": str(story.translation_key), "type": "story", "title": "River"}


def test_the_count_of_a_list_stays(ask, story):
    assert ask("stories/", fields="title")["count"] == 1


def test_dots_lead_into_what_a_key_holds(ask, story):
    [card] = ask("stories/", fields="project.title,lead_image.src,themes.title")["items"]
    assert card["project"] == {"title": "Project"}
    assert card["lead_image"].keys() == {"src"}
    assert card["themes"] == [{"title": "Rivers"}]


def test_the_whole_of_a_key_counts_more_than_a_part_of_it(ask, story):
    for fields in ("project,project.title", "project.title,project"):
        [card] = ask("stories/", fields=fields)["items"]
        assert len(card["project"]) == 6


def test_nothing_stays_nothing(ask, story):
    assert ask("stories/", fields="programme.title")["items"][0]["programme"] is None


def test_a_block_keeps_its_type(ask, story):
    path = f"stories/{story.translation_key}/"
    assert ask(path, fields="body.value.html")["body"] == [
        {"type": "heading", "id": ask(path)["body"][0]["id"], "value": {}},
        {"type": "paragraph", "id": ask(path)["body"][1]["id"], "value": {"html": "<p>Two</p>"}},
    ]


def test_details_images_and_resolved_pages_too(ask, story):
    assert ask(f"stories/{story.translation_key}/", fields="credit_line").keys() == {
        "id",
        "type",
        "credit_line",
    }
    assert ask(f"images/{story.lead_image_id}/", fields="alt").keys() == {"id", "alt"}
    found = ask("resolve/", path=f"/en/stories/{story.slug}/", fields="title")
    assert found["kind"] == "page"
    assert found["page"].keys() == {"id", "type", "title"}


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("stories/", "weave"),
        ("stories/", "body"),
        ("stories/", "title.x"),
        ("stories/", "lead_image.nothing"),
        ("stories/", ""),
        ("stories/", "title,"),
        ("stories/{}/", "original"),
        ("stories/{}/", "aims"),
        ("stories/{}/", "seo.image"),
        ("pages/", "mission"),
    ],
)
def test_an_unknown_field_is_refused_by_name(ask, story, path, field):
    problem = ask(path.format(story.translation_key), 400, fields=field)
    assert [error["name"] for error in problem["errors"]] == ["fields"]
    assert field.split(",")[-1] in problem["detail"]
