"""Page types know where they may live, so that an editor cannot build a wrong tree."""

import pytest
from wagtail.models import Page

from home.models import AccessibilityStatementPage, HomePage, StandardPage
from stories.models import (
    ContentPage,
    ProgrammeIndexPage,
    ProgrammePage,
    ProjectIndexPage,
    ProjectPage,
    StoryIndexPage,
    StoryPage,
)
from tests.factories import StoryPageFactory, home, index

TREE = {
    Page: set(),  # a home page comes with its language
    HomePage: {
        ProgrammeIndexPage,
        ProjectIndexPage,
        StoryIndexPage,
        StandardPage,
        AccessibilityStatementPage,
    },
    StandardPage: {StandardPage},
    AccessibilityStatementPage: set(),
    ProgrammeIndexPage: {ProgrammePage},
    ProjectIndexPage: {ProjectPage},
    StoryIndexPage: {StoryPage},
    ProgrammePage: set(),
    ProjectPage: set(),
    StoryPage: set(),
}


@pytest.mark.parametrize("parent", TREE, ids=lambda model: model.__name__)
def test_what_may_lie_below(parent):
    assert set(parent.creatable_subpage_models()) - {Page} == TREE[parent]


@pytest.mark.django_db
def test_language_has_one_of_each_list():
    for model in (ProgrammeIndexPage, ProjectIndexPage, StoryIndexPage):
        assert not model.can_create_at(home("en"))
        index(model, "en").delete()
        assert model.can_create_at(home("en"))


@pytest.mark.django_db
def test_plain_page_cannot_be_made():
    assert not ContentPage.can_create_at(home("en"))


@pytest.mark.django_db
def test_story_cannot_be_moved_among_projects():
    story = StoryPageFactory()
    assert not story.can_move_to(index(ProjectIndexPage))
    assert not story.can_move_to(home("en"))


@pytest.mark.django_db
def test_admin_refuses_a_wrong_place(admin_client):
    wrong = f"/admin/pages/add/stories/storypage/{home('en').pk}/"
    assert admin_client.get(wrong).status_code == 302
    right = f"/admin/pages/add/stories/storypage/{index(StoryIndexPage).pk}/"
    assert admin_client.get(right).status_code == 200
