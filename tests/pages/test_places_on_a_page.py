"""The places on a page that an address can point to are named once."""

import re

import pytest
from django.conf import settings

from stories.presentation.anchors import OF_TEMPLATES
from tests.factories import StoryPageFactory

from .markup import read

pytestmark = pytest.mark.any_database

NAME = re.compile(r'\bid="?([a-z][a-z-]*)"')


@pytest.mark.django_db
def test_headings_are_named_by_their_words(client):
    headings = ["The river", "The river", "নদী", "Objects", "…"]
    StoryPageFactory(
        slug="song", body=[("heading", {"text": each, "level": "2"}) for each in headings]
    )
    body = read(client.get("/en/stories/song/")).one("div", class_="body")
    names = [each.attrs["id"] for each in body.all("h2")]
    assert names[:2] == ["the-river", "the-river-2"]
    assert names[3:] == ["objects-2", "section"]
    assert all(each.isascii() for each in names)
    assert len(set(names)) == len(names)


def test_names_that_templates_give_are_kept_from_headings():
    # `{% include … with id="stories" %}` and `id="content"` alike.
    given = set()
    for template in (settings.ROOT / "templates").rglob("*.html"):
        given |= set(NAME.findall(template.read_text(encoding="utf-8")))
    assert given <= OF_TEMPLATES
