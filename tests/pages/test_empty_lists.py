"""Lists in which there is nothing yet."""

import pytest

from .markup import read

pytestmark = pytest.mark.django_db


def test_list_without_stories_does_not_speak_of_filters(client):
    page = read(client.get("/en/stories/"))
    assert "filter" not in page.one("p", class_="listing-empty").text.lower()


def test_first_page_of_an_empty_list_is_there(client):
    assert client.get("/en/stories/?page=1").status_code == 200
    assert client.get("/en/stories/?page=2").status_code == 404
