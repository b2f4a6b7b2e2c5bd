"""The page that visitors search on."""

import re
from html import unescape
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from home.models import StandardPage
from stories.delivery.hearing import heard_together
from tests.factories import (
    CommunityFactory,
    PlaceFactory,
    ProjectPageFactory,
    StoryImageFactory,
    StoryPageFactory,
    ThemeFactory,
    home,
)
from tests.once import forget_answers

pytestmark = pytest.mark.django_db


def body(client, path):
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def words(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.fixture
def ferry():
    story = StoryPageFactory(
        title="Ferry song", slug="song", themes=[ThemeFactory(name="Rivers", slug="rivers")]
    )
    StoryPageFactory(title="Ferry bell", slug="bell")
    StoryPageFactory(language="bn", title="Ferry ফেরি", slug="feri")
    return story


def test_results_in_other_languages_stand_below_and_say_so(client, ferry):
    page = words(body(client, "/en/search/?q=ferry"))
    assert "3 results" in page
    places = [
        page.index(each) for each in ("In English", "Ferry song", "In other languages", "ফেরি")
    ]
    assert places == sorted(places)
    assert "Not yet in English: in Bengali" in page
    assert "In other languages" not in words(body(client, "/en/search/?q=song"))


def test_only_the_form_without_words(client, ferry):
    page = body(client, "/en/search/")
    assert 'name="q" value=""' in page
    assert "listing" not in page
    assert '<meta name="robots" content="noindex">' in page


def test_every_page_leads_to_search(client, ferry):
    assert 'action="/bn/search/"' in body(client, "/bn/stories/feri/")
    assert body(client, "/en/search/?q=ferry").count('role="search"') == 1


def test_what_was_asked_for_is_no_markup(client, ferry):
    page = body(client, "/en/search/?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
    assert "<script>alert" not in page


def test_misspelt_words_lead_to_what_was_meant(client, ferry):
    page = body(client, "/en/search/?q=fery+song&type=story")
    assert 'Did you mean: <a href="?q=ferry+song&amp;type=story">' in page


def test_nothing_was_found(client, ferry):
    page = words(body(client, "/en/search/?q=xylophone"))
    assert "0 results Nothing was found." in page
    page = body(client, "/en/search/?q=bell&theme=rivers")
    assert "Remove a filter to see more" in page
    assert 'href="?q=bell"' in page
    assert "0 results" in words(
        body(client, "/en/search/?q=bell&theme=nowhere&language=xx&type=no")
    )


def test_filters_count_what_choosing_them_gives(client, ferry):
    page = words(body(client, "/en/search/?q=ferry"))
    assert "Rivers (1)" in page
    assert "Story (3)" in page
    chosen = words(body(client, "/en/search/?q=ferry&theme=rivers"))
    assert "1 result " in chosen
    assert "Theme: Rivers" in chosen


def test_pages_of_results(client):
    for number in range(21):
        StoryPageFactory(title=f"Bell {number}")
    assert "21 results" in words(body(client, "/en/search/?q=bell"))
    second = body(client, "/en/search/?q=bell&page=2")
    assert second.count("<article") == 1
    assert 'href="?q=bell" rel="prev"' in second
    for page in ("3", "0", "x", "2x"):
        assert client.get(f"/en/search/?q=bell&page={page}").status_code == 404


def test_the_languages_keep_the_question(client, ferry):
    assert 'href="/bn/search/?q=ferry&amp;type=story"' in body(
        client, "/en/search/?q=ferry&type=story"
    )


def test_what_is_remembered_of_the_page_says_nothing_of_an_earlier_question(client, ferry):
    asked = {"ferry": "song", "bell &amp; ferry": "bell", "ferry -song": "feri"}
    for _turn in range(2):
        for text, slug in asked.items():
            page = body(client, "/en/search/?" + urlencode({"q": unescape(text)}))
            address = "?" + urlencode({"q": unescape(text)})
            assert f"<title>Search: {text} · " in page
            assert page.count(f'name="q" value="{text}"') == 2
            assert f'href="/bn/search/{address}"' in page
            assert f"/{slug}/" in page
        assert "<title>Search · " in body(client, "/en/search/")
        arabic = body(client, "/ar/search/?q=ferry&language=ar")
        assert 'dir="rtl"' in arabic
        assert 'href="/en/search/?q=ferry&amp;language=en"' in arabic
        assert "css/large" in body(client, "/en/search/?q=ferry&print=large")


def test_no_page_can_take_the_address():
    page = home().add_child(instance=StandardPage(title="Search", slug="", locale=home().locale))
    assert page.slug == "search-2"


@heard_together()
def rich(count):
    for _number in range(count):
        StoryPageFactory(
            title="Ferry",
            lead_image=StoryImageFactory(rendered=True),
            lead_image_alt="A quay",
            project=ProjectPageFactory(),
            themes=[ThemeFactory()],
            communities=[CommunityFactory()],
            places=[PlaceFactory()],
        )


@pytest.mark.any_database
@pytest.mark.parametrize("path", ["/en/search/?q=ferry", "/api/delivery/v1/search/?q=ferry"])
def test_twenty_results_cost_as_many_queries_as_four(client, path):
    def cost():
        client.get(path)
        forget_answers()
        with CaptureQueriesContext(connection) as queries:
            assert client.get(path).status_code == 200
        return len([each for each in queries if "search_terms" not in each["sql"]])

    rich(4)
    few = cost()
    rich(16)
    assert cost() == few <= 10


@pytest.mark.parametrize("language", ["en", "ar"])
def test_can_be_used_by_everybody(page, axe, ferry, language):
    page.set_viewport_size({"width": 320, "height": 640})
    for query in ("", "?q=ferry", "?q=fery", "?q=xylophone", "?q=ferry&theme=rivers"):
        page.goto(f"/{language}/search/{query}")
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        assert not axe(page)


def test_without_javascript_by_keyboard(live_server, browser, ferry):
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/en/")
    page.get_by_role("searchbox").focus()
    page.keyboard.type("song")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Ferry song").click()
    assert page.url == f"{live_server.url}/en/stories/song/"
    context.close()
