"""Pages for people who have signed in, or who know a password."""

import pytest
from wagtail.models import PageViewRestriction

from stories.models import StoryIndexPage
from tests.factories import StoryPageFactory, home, index

from .markup import read

pytestmark = pytest.mark.django_db
WORDS = "only for us"


@pytest.fixture
def for_those_who_know(db):
    story = StoryPageFactory(slug="song", title="Song", summary=WORDS)
    story.view_restrictions.create(
        restriction_type=PageViewRestriction.PASSWORD, password="open sesame"
    )
    return story


def test_page_for_signed_in_people_leads_to_the_door(client):
    StoryPageFactory(slug="song", private=True, summary=WORDS)
    response = client.get("/en/stories/song/")
    assert response.status_code == 302
    assert response["Location"] == "/en/_util/login/?next=/en/stories/song/"
    assert WORDS not in response.content.decode()


def test_door_is_a_page_of_the_site_that_opens(client, django_user_model, html_problems):
    StoryPageFactory(slug="song", private=True, summary=WORDS)
    django_user_model.objects.create_user("amina", password="of the river")
    door = client.get("/en/stories/song/", follow=True)
    page = read(door)
    assert page.one("html").attrs["lang"] == "en"
    assert page.one("nav", class_="site-navigation")
    assert not html_problems({"door": door.content.decode()})
    form = page.one("form", class_="password")
    response = client.post(
        form.attrs["action"],
        {"username": "amina", "password": "of the river", "next": "/en/stories/song/"},
        follow=True,
    )
    assert WORDS in response.content.decode()


def test_people_who_have_signed_in_read_it(client, django_user_model):
    StoryPageFactory(slug="song", private=True, summary=WORDS)
    client.force_login(django_user_model.objects.create_user("amina"))
    response = client.get("/en/stories/song/")
    assert response.status_code == 200
    assert WORDS in response.content.decode()
    assert "no-store" in response["Cache-Control"]


def test_password_is_asked_for_in_the_language_of_the_address(client, for_those_who_know):
    response = client.get("/en/stories/song/")
    page = read(response)
    assert page.one("html").attrs["lang"] == "en"
    assert page.one("h1").text == "This page needs a password"
    assert WORDS not in response.content.decode()
    assert "Song" not in response.content.decode()
    assert page.one("meta", name="robots").attrs["content"] == "noindex"
    assert page.one("input", type="password").attrs["id"]


def test_password_page_is_valid_html(client, for_those_who_know, html_problems):
    assert not html_problems({"password": client.get("/en/stories/song/").content.decode()})


def answer(client, password):
    form = read(client.get("/en/stories/song/")).one("form", class_="password")
    fields = {
        each.attrs["name"]: each.attrs.get("value", "") for each in form.all("input", type="hidden")
    }
    return client.post(form.attrs["action"], {**fields, "password": password}, follow=True)


def test_right_password_opens_the_page_and_keeps_it_open(client, for_those_who_know):
    response = answer(client, "open sesame")
    assert response.status_code == 200
    assert WORDS in response.content.decode()
    again = client.get("/en/stories/song/")
    assert WORDS in again.content.decode()
    assert "no-store" in again["Cache-Control"]


def test_wrong_password_asks_again(client, for_those_who_know):
    response = answer(client, "sesame")
    assert WORDS not in response.content.decode()
    assert read(response).one("ul", class_="errorlist").text


def test_password_stays_asked_for_after_a_wrong_one_is_answered_in_arabic(client):
    story = StoryPageFactory(slug="song", language="ar", summary=WORDS)
    story.view_restrictions.create(
        restriction_type=PageViewRestriction.PASSWORD, password="open sesame"
    )
    page = read(client.get("/ar/stories/song/"))
    assert page.one("html").attrs["dir"] == "rtl"
    assert page.one("form", class_="password").attrs["action"].startswith("/ar/")


def test_private_page_that_has_expired_is_gone(client, django_user_model):
    StoryPageFactory(slug="song", private=True, expired=True)
    client.force_login(django_user_model.objects.create_user("amina"))
    assert client.get("/en/stories/song/").status_code == 404


def test_private_draft_is_not_found(client, django_user_model):
    StoryPageFactory(slug="song", private=True, draft=True)
    client.force_login(django_user_model.objects.create_user("amina"))
    assert client.get("/en/stories/song/").status_code == 404


def test_private_original_does_not_stand_in_for_a_translation(client):
    StoryPageFactory(slug="song", language="bn", private=True)
    assert client.get("/en/stories/song/").status_code == 404


def test_public_translation_of_a_private_page_is_read(client):
    original = StoryPageFactory(slug="song", language="bn", private=True, title="গান")
    StoryPageFactory(translation_of=original, language="en", title="Song")
    response = client.get("/bn/stories/song/")
    page = read(response)
    assert page.one("h1").text == "Song"
    assert "গান" not in response.content.decode()
    assert [each.attrs["hreflang"] for each in page.all("link", rel="alternate", type=None)] == [
        "en"
    ]


def test_what_lies_below_a_private_list_is_private(client):
    StoryPageFactory(slug="song")
    index(StoryIndexPage).view_restrictions.create(restriction_type=PageViewRestriction.LOGIN)
    assert client.get("/en/stories/song/").status_code == 302
    assert read(client.get("/en/stories/")).one("h1").language[0] != "en"


def test_site_under_a_private_home_page_is_private(client):
    StoryPageFactory(slug="song")
    home("en").view_restrictions.create(restriction_type=PageViewRestriction.LOGIN)
    assert client.get("/en/stories/song/").status_code == 302
    assert client.get("/ar/stories/song/").status_code == 404
