"""What is said where there is no page, and what visitors of old addresses get."""

import re

import pytest
from django.template.loader import render_to_string
from wagtail.contrib.redirects.models import Redirect

from config.languages import INTERFACE_LANGUAGES
from home.models import HomePage
from tests.factories import StoryPageFactory, home, locale

from .markup import links, read

pytestmark = pytest.mark.any_database


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "language", "direction"),
    [
        ("/en/nowhere/", "en", "ltr"),
        ("/ar/stories/nowhere/", "ar", "rtl"),
        ("/bn/nowhere/", "bn", "ltr"),
        ("/xx/stories/", "en", "ltr"),
        ("/nowhere/", "en", "ltr"),
        ("/de/", "en", "ltr"),
        ("/en/stories/nowhere.php", "en", "ltr"),
        ("/media/images/nowhere.jpg", "en", "ltr"),
    ],
)
def test_missing_page_is_told_in_the_language_of_the_address(client, path, language, direction):
    response = client.get(path)
    assert response.status_code == 404
    page = read(response)
    html = page.one("html")
    assert (html.attrs["lang"], html.attrs["dir"]) == (language, direction)
    assert response["Content-Language"] == language
    assert f"/{language}/stories/" in links(page.one("main"))
    if language == "en":
        assert page.one("h1").text == "Page not found"


@pytest.mark.django_db
def test_missing_page_offers_every_language_that_has_pages(client):
    StoryPageFactory(language="ar")
    StoryPageFactory(language="bn")
    locale("so")
    switcher = read(client.get("/en/nowhere/")).one("nav", class_="languages")
    assert set(links(switcher)) == {"/en/", "/ar/", "/bn/"}


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_missing_page_cannot_be_written_to(client, method):
    assert getattr(client, method)("/en/nowhere/").status_code in (404, 405)


@pytest.mark.django_db
def test_page_that_was_never_published_is_as_missing_as_any(client):
    StoryPageFactory(slug="draft", draft=True)
    StoryPageFactory(slug="expired", expired=True)
    for slug in ("draft", "expired", "nothing"):
        for language in ("en", "ar"):
            assert client.get(f"/{language}/stories/{slug}/").status_code == 404


@pytest.mark.django_db
def test_page_under_an_unpublished_list_is_still_found(client):
    # Wagtail unpublishes children only when asked to.
    story = StoryPageFactory(slug="song")
    story.get_parent().specific.unpublish()
    assert client.get("/en/stories/song/").status_code == 200


@pytest.mark.django_db
def test_story_is_at_its_own_place_only(client):
    StoryPageFactory(slug="song")
    for path in ("/en/song/", "/en/projects/song/", "/en/home/stories/song/"):
        assert client.get(path).status_code == 404, path


@pytest.mark.django_db
def test_address_without_the_last_slash_leads_to_the_page(client):
    StoryPageFactory(slug="song")
    response = client.get("/en/stories/song")
    assert response.status_code == 301
    assert response["Location"] == "/en/stories/song/"


@pytest.mark.django_db
def test_editors_redirects_are_followed(client):
    story = StoryPageFactory(slug="song")
    Redirect.add_redirect("/en/old-song/", redirect_to=story)
    Redirect.add_redirect("/leaflet/", redirect_to="/ar/stories/", is_permanent=False)
    old = client.get("/en/old-song/")
    assert old.status_code == 301
    assert old["Location"].endswith("/en/stories/song/")
    leaflet = client.get("/leaflet/")
    assert (leaflet.status_code, leaflet["Location"]) == (302, "/ar/stories/")


@pytest.mark.django_db
def test_story_given_another_address_is_found_at_the_old_one(
    client, django_capture_on_commit_callbacks
):
    story = StoryPageFactory(slug="song")
    with django_capture_on_commit_callbacks(execute=True):
        story.slug = "river-song"
        story.save_revision().publish()
    old = client.get("/en/stories/song/")
    assert old.status_code == 301
    assert old["Location"].endswith("/en/stories/river-song/")


@pytest.mark.django_db
def test_menu_of_a_missing_page_is_that_of_every_page(client):
    front = home("en")
    missing, found = (read(client.get(path)) for path in ("/en/nowhere/", "/en/"))
    menus = [links(page.one("nav", class_="site-navigation")) for page in (missing, found)]
    assert menus[0] == menus[1] != []
    assert HomePage.objects.get(pk=front.pk).live


def test_page_of_a_broken_site_needs_nothing():
    html = render_to_string("500.html")
    assert "The site has a problem" in html
    for part in ("{{", "{%", "style=", "<style", "<script"):
        assert part not in html
    assert set(INTERFACE_LANGUAGES) == set(re.findall(r' lang="([\w-]+)"', html))


@pytest.mark.django_db
def test_broken_page_says_so(client, monkeypatch):
    def broken(*args):
        raise RuntimeError("broken")

    monkeypatch.setattr("home.views.version_at", broken)
    client.raise_request_exception = False
    response = client.get("/en/")
    assert response.status_code == 500
    assert "The site has a problem" in response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("prefix", ["", "/de"])
def test_page_without_a_language_that_there_is_is_named_in_its_own(client, prefix):
    StoryPageFactory(language="bn", slug="song", title="নদীর গান")
    StoryPageFactory(language="bn", slug="draft", title="খসড়া", draft=True)
    page = read(client.get(f"{prefix}/stories/song/")).one("main")
    link = page.one(class_="lost-versions").one("a")
    assert (link.text, link.attrs["href"]) == ("নদীর গান", "/bn/stories/song/")
    assert link.language == ("bn", "ltr")
    assert not read(client.get(f"{prefix}/stories/draft/")).all(class_="lost-versions")


@pytest.mark.django_db
def test_missing_page_has_a_search_and_says_in_which_languages_there_are_pages(client):
    StoryPageFactory(language="ar")
    page = read(client.get("/ar/nowhere/")).one("main")
    assert page.one("form").attrs["action"] == "/ar/search/"
    assert links(page.one(class_="lost-languages")) == ["/en/", "/ar/"]
