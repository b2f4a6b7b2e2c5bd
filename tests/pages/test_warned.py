"""What stands before a story that may hurt: the warning, who can help, and a way out."""

import pytest

from home.navigation import WEATHER
from tests.factories import ContentWarningFactory, StoryImageFactory, StoryPageFactory, home

from .markup import links, read

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
LINE = {"name": "Listening Line", "url": "https://line.example/", "phone": "020 7946 0116",
        "languages": ["en", "bn"]}  # fmt: skip


def warned(**values):
    warning = ContentWarningFactory(name="Loss", text="Somebody grieves.", **values)
    words = [("paragraph", "<p>She was gone before the ferry came.</p>")]
    return StoryPageFactory(title="River", slug="river", body=words, content_warnings=[warning])


def opened(client, url="/en/stories/river/"):
    return read(client.get(url))


def test_the_warning_comes_first_and_the_story_is_closed_without_javascript(client):
    warned()
    story = opened(client).one("article")
    closed, warning = story.one("details", class_="warned"), story.one(class_="warnings")
    assert "open" not in closed.attrs
    assert "ferry" in closed.text
    assert "Somebody grieves." in warning.text
    assert story.children.index(warning) < story.children.index(closed)
    assert story.text.count("ferry") == closed.text.count("ferry")


def test_a_story_without_warnings_is_open(client):
    StoryPageFactory(title="River", slug="river", body=[("paragraph", "<p>ferry</p>")])
    page = opened(client)
    for name in ("warned", "warnings", "quick-exit"):
        assert not page.all(class_=name)
    assert "ferry" in page.one(class_="body").text


def test_who_can_help_is_said_with_the_warning_and_by_the_api(client):
    front = home()
    front.support = [("service", {**LINE, "name": "Museum Line", "phone": ""})]
    front.save()
    story = warned(support=[("service", LINE)])
    support = opened(client).one(class_="support")
    names = [each.text for each in support.all(class_="support-name")]
    assert names == ["Listening Line", "Museum Line"]
    assert "tel:02079460116" in links(support)
    assert "English and Bengali" in support.text
    detail = client.get(f"/api/delivery/v1/stories/{story.translation_key}/?locale=en").json()
    assert detail["content_warnings"][0]["support"] == [LINE]
    menus = client.get("/api/delivery/v1/navigation/?locale=en").json()
    assert [each["name"] for each in menus["support"]] == ["Museum Line"]


def test_a_quick_exit_is_a_plain_link_to_where_editors_say(client):
    story = warned(quick_exit=True)
    assert links(opened(client).one(class_="quick-exit")) == [WEATHER]
    front = home()
    front.quick_exit_url = "https://news.example/"
    front.save()
    link = opened(client).one("a", class_="quick-exit-link")
    assert link.attrs["href"] == "https://news.example/"
    assert "noreferrer" in link.attrs["rel"]
    detail = client.get(f"/api/delivery/v1/stories/{story.translation_key}/?locale=en").json()
    assert detail["quick_exit"] is True


def test_a_warning_that_changes_is_told_at_once(client):
    story = warned()
    assert not opened(client).all(class_="quick-exit")
    warning = story.content_warnings.get()
    warning.quick_exit = True
    warning.save()
    assert opened(client).all(class_="quick-exit")


def styles(page):
    return {each.attrs["href"].rpartition("/")[2] for each in page.all("link", rel="stylesheet")}


def test_large_print_is_asked_for_by_a_link(client):
    warned()
    ordinary = opened(client)
    assert "large.css" not in styles(ordinary)
    assert "?print=large" in links(ordinary.one(class_="keep"))
    large = opened(client, "/en/stories/river/?print=large")
    assert "large.css" in styles(large)
    assert "?" in links(large.one(class_="keep"))


def test_a_story_is_passed_on_by_plain_links(client):
    warned()
    (letter,) = (
        link for link in links(opened(client).one(class_="keep")) if link.startswith("mailto:")
    )
    assert "subject=River" in letter
    assert "stories%2Friver" in letter


def test_a_picture_that_is_warned_of_is_only_on_the_page_behind_the_warning(client):
    image = StoryImageFactory(rendered=True)
    story = warned()
    story.lead_image, story.lead_image_alt = image, "A grave"
    story.save_revision().publish()
    assert opened(client).one(class_="warned").all("img")
    for address in ("/en/stories/", "/en/search/?q=river"):
        listed = opened(client, address).one(class_="card")
        assert not listed.all("img")
        assert listed.all("svg")
    detail = client.get(f"/api/delivery/v1/stories/{story.translation_key}/?locale=en").json()
    assert detail["lead_image"]["alt"] == "A grave"
    for address in ("stories/?locale=en", "search/?locale=en&q=river"):
        (card,) = client.get(f"/api/delivery/v1/{address}").json()["items"]
        assert card["lead_image"] is None
    story.content_warnings.get().delete()
    assert opened(client, "/en/stories/").one(class_="card").all("img")
