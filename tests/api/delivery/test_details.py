"""Whole pages by their identity."""

import uuid

import pytest

from stories.models import StoryIndexPage
from tests.factories import (
    ProgrammePageFactory,
    ProjectPageFactory,
    StandardPageFactory,
    StoryImageFactory,
    StoryPageFactory,
    home,
    index,
)


def test_one_identity_for_all_languages(ask):
    bengali = StoryPageFactory(title="নদী", language="bn")
    StoryPageFactory(translation_of=bengali, language="en", title="River")
    path = f"stories/{bengali.translation_key}/"
    assert ask(path)["title"] == "River"
    assert ask(path, locale="bn")["title"] == "নদী"
    assert ask(path, locale="en")["id"] == ask(path, locale="bn")["id"]


def test_a_page_of_another_type_is_not_found(ask):
    project = ProjectPageFactory()
    ask(f"stories/{project.translation_key}/", 404)
    ask(f"pages/{project.translation_key}/", 404)
    ask(f"projects/{project.translation_key}/")


@pytest.mark.parametrize("path", ["stories", "projects", "programmes", "pages"])
def test_what_there_is_not_is_not_found(ask, path):
    ask(f"{path}/{uuid.uuid4()}/", 404)


@pytest.mark.parametrize("path", ["stories/1/", "stories/river-song/", "stories/None/"])
def test_what_is_no_identity_is_not_found(client, db, path):
    response = client.get(f"/api/delivery/v1/{path}")
    assert response.status_code == 404
    assert response.headers["Content-Type"] == "application/problem+json"


def test_pages_are_also_the_home_page_and_the_pages_that_lists_stand_on(ask):
    StandardPageFactory(title="About us")
    assert [item["type"] for item in ask("pages/")["items"]] == ["page"]
    assert ask(f"pages/{home().translation_key}/")["type"] == "home"
    assert ask(f"pages/{index(StoryIndexPage).translation_key}/")["type"] == "story_index"


def test_breadcrumbs_lead_down_in_the_readers_language(ask):
    story = StoryPageFactory()
    crumbs = ask(f"stories/{story.translation_key}/", locale="ar")["breadcrumbs"]
    assert [crumb["url"] for crumb in crumbs] == [
        "http://testserver/ar/",
        "http://testserver/ar/stories/",
    ]


def test_a_project_lists_its_stories_and_a_programme_its_projects(ask):
    programme = ProgrammePageFactory()
    project = ProjectPageFactory(title="Project", programme=programme)
    StoryPageFactory(title="Story", project=project)
    found = ask(f"projects/{project.translation_key}/")
    assert [card["title"] for card in found["stories"]] == ["Story"]
    found = ask(f"programmes/{programme.translation_key}/")
    assert [card["title"] for card in found["projects"]] == ["Project"]


def test_addresses_are_absolute(ask):
    story = StoryPageFactory(lead_image=StoryImageFactory(rendered=True), lead_image_alt="A quay")
    page = ask(f"stories/{story.translation_key}/")
    renditions = [each for source in page["lead_image"]["sources"] for each in source["srcset"]]
    urls = [page["url"], page["lead_image"]["src"], *[each["url"] for each in renditions]]
    assert len(renditions) == 6
    assert all(url.startswith("http://testserver/") for url in urls)


def test_an_image_is_there_in_avif_webp_and_jpeg(ask):
    story = StoryPageFactory(lead_image=StoryImageFactory(rendered=True), lead_image_alt="A quay")
    sources = ask(f"stories/{story.translation_key}/")["lead_image"]["sources"]
    assert [source["type"] for source in sources] == ["image/avif", "image/webp", "image/jpeg"]
    assert [[each["width"] for each in source["srcset"]] for source in sources] == [[320, 400]] * 3
