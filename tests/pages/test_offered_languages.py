"""A language is offered once something real exists in it."""

import pytest

from tests.factories import StandardPageFactory, StoryPageFactory, home, locale

from .markup import read

pytestmark = pytest.mark.django_db


def offered(client, path):
    page = read(client.get(path))
    switchers = page.all("nav", class_="languages")
    return (
        {a.attrs["hreflang"] for switcher in switchers for a in switcher.all("a")},
        {link.attrs["hreflang"] for link in page.all("link", rel="alternate", type=None)},
    )


def test_an_added_language_is_offered_with_its_first_story(client):
    locale("yo")
    for path in ("/en/", "/en/stories/", "/en/projects/", "/en/nowhere/"):
        assert not any("yo" in each for each in offered(client, path)), path
    story = StoryPageFactory(language="yo", title="Orin odò", slug="song")
    for path in ("/en/", "/en/stories/", "/en/projects/", "/en/stories/song/"):
        assert all("yo" in each for each in offered(client, path)), path
    assert "yo" in offered(client, "/en/nowhere/")[0]
    answer = client.get(f"/api/delivery/v1/stories/{story.translation_key}/").json()
    assert answer["language"]["available"] == ["yo"]


def test_a_draft_is_nothing_to_offer(client):
    StoryPageFactory(language="yo", title="Orin odò", draft=True)
    assert not any("yo" in each for each in offered(client, "/en/"))


def test_a_home_page_that_somebody_wrote_is_something(client):
    StandardPageFactory()
    locale("yo")
    front = home("yo")
    front.title = "Ẹ káàbọ̀"
    front.save_revision().publish()
    assert all("yo" in each for each in offered(client, "/en/"))


def test_who_reads_an_empty_language_knows_where_they_are(client):
    locale("yo")
    here = read(client.get("/yo/")).one("nav", class_="languages")
    assert here.one("a", aria_current="true").attrs["hreflang"] == "yo"
