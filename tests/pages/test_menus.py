"""Menus, breadcrumbs and the language switcher."""

import pytest
from wagtail.models import PageViewRestriction

from stories.models import ProgrammeIndexPage, StoryIndexPage
from stories.translation.models import LanguageSettings, StandIn
from tests.factories import StandardPageFactory, StoryPageFactory, home, index, locale

from .markup import links, read

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def menu(client, path, kind="site-navigation"):
    page = read(client.get(path))
    return [(each.text, each.attrs["href"]) for each in page.one("nav", class_=kind).all("a")]


def give_menu(language, *entries, field="navigation"):
    front = home(language)
    setattr(front, field, [("item", {"text": "", "url": "", **entry}) for entry in entries])
    front.save()


def test_home_pages_start_with_a_menu_of_the_lists(client):
    assert menu(client, "/en/") == [
        ("Programmes", "/en/programmes/"),
        ("Projects", "/en/projects/"),
        ("Stories", "/en/stories/"),
    ]


def test_default_languages_menu_is_shown_in_the_readers_words(client):
    titles = dict.fromkeys(title for title, _ in menu(client, "/ar/"))
    assert list(titles) == [page.title for page in home("ar").get_children().order_by("path")[:3]]
    assert [url for _, url in menu(client, "/ar/")] == [
        "/ar/programmes/",
        "/ar/projects/",
        "/ar/stories/",
    ]


def test_own_menu_comes_first(client):
    about = StandardPageFactory(language="ar", title="من نحن", slug="about")
    give_menu("ar", {"page": about}, {"url": "https://museum.example/", "text": "المتحف"})
    assert menu(client, "/ar/") == [
        ("من نحن", "/ar/about/"),
        ("المتحف", "https://museum.example/"),
    ]
    assert len(menu(client, "/en/")) == 3


def test_entry_can_have_words_of_its_own(client):
    give_menu("en", {"page": index(StoryIndexPage), "text": "Listen"})
    assert menu(client, "/en/") == [("Listen", "/en/stories/")]


def test_pages_that_are_not_public_are_left_out(client):
    draft = StandardPageFactory(draft=True)
    private = StandardPageFactory(private=True)
    give_menu("en", {"page": draft}, {"page": index(StoryIndexPage)}, {"page": private})
    assert [url for _, url in menu(client, "/en/")] == ["/en/stories/"]


def test_page_deleted_from_the_menu_leaves_it(client):
    about = StandardPageFactory()
    give_menu("en", {"page": about}, {"page": index(StoryIndexPage)})
    about.delete()
    assert [url for _, url in menu(client, "/en/")] == ["/en/stories/"]


def test_menu_of_a_private_home_page_is_nobodys(client):
    give_menu("ar", {"url": "https://museum.example/", "text": "المتحف"})
    home("ar").view_restrictions.create(restriction_type=PageViewRestriction.LOGIN)
    assert len(menu(client, "/bn/")) == 3


def test_foot_of_the_page_has_its_own_menu(client):
    about = StandardPageFactory(title="About", slug="about")
    give_menu("en", {"page": about}, field="footer_navigation")
    page = read(client.get("/bn/stories/"))
    assert links(page.one("footer").one("nav")) == ["/bn/about/"]


@pytest.mark.parametrize(
    ("path", "current"),
    [("/en/stories/", ["/en/stories/"]), ("/en/stories/song/", ["/en/stories/"]), ("/en/", [])],
)
def test_menu_shows_where_the_reader_is(client, path, current):
    StoryPageFactory(slug="song")
    menu = read(client.get(path)).one("nav", class_="site-navigation")
    marked = [each for each in menu.all("a") if "aria-current" in each.attrs]
    assert [each.attrs["href"] for each in marked] == current
    assert [each.attrs["aria-current"] for each in marked] == [
        "page" if path == each.attrs["href"] else "true" for each in marked
    ]


def test_home_page_in_the_menu_is_current_only_there(client):
    give_menu("en", {"page": home("en")}, {"page": index(StoryIndexPage)})
    menu = read(client.get("/en/stories/")).one("nav", class_="site-navigation")
    assert [each.attrs["href"] for each in menu.all("a") if "aria-current" in each.attrs] == [
        "/en/stories/"
    ]


def test_breadcrumbs_lead_back_in_the_readers_language(client):
    StoryPageFactory(slug="song", language="bn")
    crumbs = read(client.get("/ar/stories/song/")).one("nav", class_="breadcrumbs")
    assert links(crumbs) == ["/ar/", "/ar/stories/"]
    assert [each.text for each in crumbs.all("a")] == [
        home("ar").title,
        index(StoryIndexPage, "ar").title,
    ]


def test_breadcrumbs_leave_out_what_is_not_public(client):
    page = StandardPageFactory(slug="below", parent=StandardPageFactory(slug="above", draft=True))
    crumbs = read(client.get("/en/above/below/")).one("nav", class_="breadcrumbs")
    assert page.live
    assert links(crumbs) == ["/en/"]


def test_switcher_offers_only_what_is_there(client):
    story = StoryPageFactory(slug="song")
    StoryPageFactory(translation_of=story, language="bn", title="গান")
    StoryPageFactory(translation_of=story, language="ar", draft=True)
    switcher = read(client.get("/en/stories/song/")).one("nav", class_="languages")
    offered = switcher.all("a")
    assert {(each.attrs["href"], each.text) for each in offered} == {
        ("/en/stories/song/", "English"),
        ("/bn/stories/song/", "বাংলা"),
    }
    assert all(each.attrs["lang"] == each.attrs["hreflang"] for each in offered)
    assert [each.attrs["href"] for each in offered if "aria-current" in each.attrs] == [
        "/en/stories/song/"
    ]


def test_list_without_its_translation_is_shown_in_the_readers_chrome(client):
    index(ProgrammeIndexPage, "bn").delete()
    page = read(client.get("/bn/programmes/"))
    assert page.one("html").attrs["lang"] == "bn"
    assert page.one("h1").language == ("en", "ltr")


def test_menu_is_there_where_the_default_language_stands_in_for_nothing(client):
    arabic = LanguageSettings.objects.get(locale__language_code="ar")
    arabic.stand_ins = [StandIn(locale=locale("bn"))]
    arabic.save()
    found = [url for _title, url in menu(client, "/ar/")]
    assert found == ["/ar/programmes/", "/ar/projects/", "/ar/stories/"]
