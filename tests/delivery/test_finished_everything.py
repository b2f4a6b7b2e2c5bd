"""Every answer about a site with everything on it is finished, and as it would be put together."""

from copy import deepcopy

import pytest

from tests.factories import home
from tests.fixtures.everything import make_everything
from tests.once import once

from .finished import API, addresses, cost, finish_all

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.any_database,
    pytest.mark.usefixtures("nothing_is_kept"),
]


def make_and_finish():
    everything = make_everything()
    finish_all()
    return everything


finished = once(make_and_finish)


@pytest.fixture
def everything(finished, db):
    return deepcopy(finished)


def test_everything_is_the_same(everything, is_the_same):
    assert is_the_same(addresses())


def test_what_is_finished_costs_one_query_beside_the_log(everything):
    story = everything.pages["story", "en"]
    for path in (
        story.get_url(),
        "/bn/projects/lanterns/",
        f"{API}stories/{story.translation_key}/",
        f"{API}programmes/{everything.pages['programme', 'ar'].translation_key}/?locale=ar",
        f"{API}stories/?locale=bn",
        f"{API}stories/?locale=en&theme={story.themes.get().slug}&order=title",
    ):
        assert cost(path) == 2, path


def test_a_finished_feed_costs_two_queries_beside_the_log(everything):
    for path in ("/en/stories/feed/", "/ar/stories/feed.json"):
        assert cost(path) == 3, path


def test_menus_are_those_of_the_moment(client, everything):
    path = "/en/programmes/tea-and-talk/"
    page = home()
    page.footer_navigation = [("item", {"page": None, "url": "/en/cellar/", "text": "The cellar"})]
    page.save_revision().publish()
    assert "The cellar" in client.get(path).content.decode()
    finish_all()
    assert cost(path) == 2
    assert "The cellar" in client.get(path).content.decode()
