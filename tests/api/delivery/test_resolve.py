"""Where a path leads."""

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from tests.factories import StandardPageFactory, StoryPageFactory


@pytest.fixture
def story(db):
    return StoryPageFactory(title="River", slug="river-song")


@pytest.mark.parametrize(
    "path",
    [
        "/en/stories/river-song/",
        "/en/stories/river-song",
        "/en/stories/river%2Dsong/",
        "/en/stories/river-song/?theme=x#top",
    ],
)
def test_to_a_page(ask, story, path):
    found = ask("resolve/", path=path)
    assert found["kind"] == "page"
    assert found["page"] == ask(f"stories/{story.translation_key}/")


@pytest.mark.parametrize(
    ("path", "kind"),
    [("/en/", "home"), ("/en", "home"), ("/ar/stories/", "story_index"), ("/bn/about", "page")],
)
def test_to_every_type_of_page(ask, path, kind):
    StandardPageFactory(slug="about")
    assert ask("resolve/", path=path)["page"]["type"] == kind


def test_the_path_says_the_language(ask, story):
    page = ask("resolve/", path="/ar/stories/river-song/")["page"]
    assert page["language"]["requested"] == "ar"
    assert page["language"]["served"] == "en"
    ask("resolve/", 404, path="/ar/stories/river-song/", fallback="none")
    StoryPageFactory(translation_of=story, language="ar", title="نهر")
    page = ask("resolve/", path="/ar/stories/river-song/", fallback="none")["page"]
    assert page["title"] == "نهر"


def test_the_root_leads_to_the_default_language(ask):
    assert ask("resolve/", path="/") == {
        "kind": "redirect",
        "location": "http://testserver/en/",
        "permanent": False,
    }


@pytest.mark.parametrize(
    "path",
    ["/xx/", "/fr/stories/", "/en/nothing/", "/stories/river-song/", "/admin/", "/en/a%00b/"],
)
def test_nowhere(ask, story, path):
    problem = ask("resolve/", 404, path=path)
    assert problem["status"] == 404


def test_nowhere_for_visitors_either(client, db):
    assert client.get("/en/a%00b/").status_code == 404


@pytest.mark.parametrize("trait", ["draft", "expired", "private"])
def test_never_to_what_is_not_public(ask, trait):
    StoryPageFactory(slug="hidden", **{trait: True})
    ask("resolve/", 404, path="/en/stories/hidden/")


@pytest.mark.parametrize("parameters", [{}, {"path": "en/"}, {"path": ""}, {"path": ["/", "/en/"]}])
def test_without_one_path_there_is_no_answer(ask, db, parameters):
    assert ask("resolve/", 400, **parameters)["errors"][0]["name"] == "path"


@pytest.mark.parametrize("stored", ["/old", "/old/", "/en/stories/älter"])
@pytest.mark.parametrize("permanent", [True, False])
def test_a_redirect_to_a_page(ask, story, stored, permanent):
    Redirect.objects.create(old_path=stored, redirect_page=story, is_permanent=permanent)
    for asked in (stored.rstrip("/"), stored.rstrip("/") + "/"):
        assert ask("resolve/", path=asked) == {
            "kind": "redirect",
            "location": "http://testserver/en/stories/river-song/",
            "permanent": permanent,
        }


def test_a_redirect_to_an_address(ask):
    Redirect.add_redirect("/out", "https://museum.example/")
    Redirect.add_redirect("/in", "/en/stories/")
    assert ask("resolve/", path="/out")["location"] == "https://museum.example/"
    assert ask("resolve/", path="/in")["location"] == "http://testserver/en/stories/"


def test_a_redirect_of_the_site_comes_before_one_of_all_sites(ask):
    Redirect.add_redirect("/out", "https://all.example/")
    Redirect.add_redirect("/out", "https://this.example/", site=Site.objects.get())
    assert ask("resolve/", path="/out")["location"] == "https://this.example/"


@pytest.mark.parametrize("trait", ["draft", "expired", "private"])
def test_no_redirect_to_what_is_not_public(ask, client, trait):
    Redirect.add_redirect("/old", StoryPageFactory(slug="hidden", **{trait: True}))
    ask("resolve/", 404, path="/old")
    assert client.get("/old/").status_code == 404


def test_a_page_comes_before_a_redirect(ask, story):
    Redirect.add_redirect("/en/stories/river-song", "https://museum.example/")
    assert ask("resolve/", path="/en/stories/river-song/")["kind"] == "page"


def test_visitors_are_led_on_too(client, story):
    Redirect.add_redirect("/old", story)
    Redirect.add_redirect("/old?page=2", "https://museum.example/", is_permanent=False)
    assert client.get("/old/").headers["Location"] == "/en/stories/river-song/"
    assert client.get("/old/").status_code == 301
    answer = client.get("/old/?page=2")
    assert (answer.status_code, answer.headers["Location"]) == (302, "https://museum.example/")


def test_no_redirect_hides_the_api(client, db):
    Redirect.add_redirect("/api/delivery/v1/nothing", "https://museum.example/")
    assert client.get("/api/delivery/v1/nothing/").status_code == 404
