"""An editor moves a page: its translations move with it, and every old address leads on."""

import pytest
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from home.models import StandardPage
from stories.moving import MoveRefused
from tests.factories import StandardPageFactory, home
from tests.translation.people import editor, reviewer, signed_in, translator

pytestmark = pytest.mark.django_db

LANGUAGES = ("en", "ar", "bn")


def page_in(original, language):
    return StandardPage.objects.get(
        translation_key=original.translation_key, locale__language_code=language
    )


def told(slug, languages=LANGUAGES, **values):
    """A page in several languages, and the English one of it."""
    original = StandardPageFactory(slug=slug, title=slug.capitalize(), **values)
    for language in languages:
        if language != "en":
            parent = values.get("parent")
            StandardPageFactory(
                translation_of=original,
                language=language,
                title=f"{slug} {language}",
                parent=parent and page_in(parent, language),
            )
    return original


@pytest.fixture
def about():
    return told("about")


@pytest.fixture
def history():
    return told("history")


def move(client, page, destination, **extra):
    address = reverse("wagtailadmin_pages:move_confirm", args=[page.pk, destination.pk])
    return client.post(address, follow=True, **extra)


def said(response):
    return " ".join(str(each) for each in response.context["messages"])


def addresses(page):
    return {
        each.locale.language_code: each.url_path.split("/", 2)[2]
        for each in StandardPage.objects.filter(translation_key=page.translation_key)
    }


def test_translations_move_too(admin_client, about, history):
    response = move(admin_client, history, about)
    assert "moved" in said(response)
    assert addresses(history) == dict.fromkeys(LANGUAGES, "about/history/")
    for language in LANGUAGES:
        assert page_in(history, language).get_parent().pk == page_in(about, language).pk
    assert not Page.find_problems()[0]


def test_the_question_says_how_many(admin_client, about, history):
    address = reverse("wagtailadmin_pages:move_confirm", args=[history.pk, about.pk])
    assert "also move 2 translations" in admin_client.get(address).content.decode()


def test_every_old_address_in_every_language_leads_on(admin_client, client, about, history):
    told("harbour", parent=history)
    move(admin_client, history, about)
    for language in LANGUAGES:
        for path in ("history/", "history/harbour/"):
            response = client.get(f"/{language}/{path}")
            assert response.status_code == 301, (language, path)
            assert response["Location"] == f"/{language}/about/{path}"
            assert client.get(f"/{language}/about/{path}").status_code == 200


def test_it_may_be_moved_from_any_of_its_languages_and_back(admin_client, client, about, history):
    move(admin_client, page_in(history, "ar"), page_in(about, "ar"))
    assert addresses(history) == dict.fromkeys(LANGUAGES, "about/history/")
    move(admin_client, StandardPage.objects.get(pk=history.pk), home("en"))
    assert addresses(history) == dict.fromkeys(LANGUAGES, "history/")
    assert client.get("/bn/history/").status_code == 200
    assert client.get("/bn/about/history/")["Location"] == "/bn/history/"


def test_drafts_move_too_and_go_live_at_the_new_address(admin_client, about, history):
    arabic = page_in(history, "ar")
    arabic.unpublish()
    arabic.save_revision()
    move(admin_client, history, about)
    arabic = page_in(history, "ar")
    arabic.latest_revision.publish()
    assert page_in(history, "ar").url_path.endswith("/about/history/")


def test_where_the_new_place_lacks_a_language_nothing_moves_and_the_editor_reads_why(admin_client):
    about, history = told("about", ["en", "bn"]), told("history")
    before = addresses(history)
    message = said(move(admin_client, history, about))
    assert "“History” is also in \u2068Arabic\u2069, and “About” is not." in message
    assert "translate “About” first" in message
    assert addresses(history) == before
    assert not Redirect.objects.exists()


def test_nothing_moves_onto_another_pages_address_in_another_language(admin_client, about):
    history = told("history")
    StandardPageFactory(language="ar", slug="history", title="Other", parent=page_in(about, "ar"))
    assert "in another language" in said(move(admin_client, history, about))
    assert addresses(history) == dict.fromkeys(LANGUAGES, "history/")


def test_several_pages_at_once(admin_client, about, history):
    query = f"?id={history.pk}&next=/admin/"
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"]) + query
    admin_client.post(address, {"chooser": about.pk})
    assert addresses(history) == dict.fromkeys(LANGUAGES, "about/history/")


def test_several_pages_are_kept_where_they_are_for_the_same_reasons(admin_client, history):
    lone = told("lone", ["en"])
    query = f"?id={history.pk}&next=/admin/"
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"]) + query
    response = admin_client.post(address, {"chooser": lone.pk}, follow=True)
    assert "translate “Lone” first" in said(response)
    assert addresses(history) == dict.fromkeys(LANGUAGES, "history/")


def test_programs_are_held_to_it_too(history):
    with pytest.raises(MoveRefused):
        history.move(told("lone", ["en"]), pos="last-child")


def test_another_order_moves_nothing_else(admin_client, about, history):
    history.move(home("en"), pos="first-child")
    assert addresses(history) == dict.fromkeys(LANGUAGES, "history/")
    assert page_in(history, "ar").get_prev_sibling() is not None


def test_what_breaks_on_the_way_leaves_all_where_it_was(admin_client, about, history, monkeypatch):
    def breaks(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr("stories.moving.MovePageAction", breaks)
    admin_client.raise_request_exception = False
    address = reverse("wagtailadmin_pages:move_confirm", args=[history.pk, about.pk])
    assert admin_client.post(address).status_code == 500
    assert addresses(history) == dict.fromkeys(LANGUAGES, "history/")


@pytest.mark.parametrize("who", [lambda: translator("ar"), lambda: reviewer("ar")])
def test_teams_move_nothing_neither_others_pages_nor_their_own(about, history, who):
    client = signed_in(who())
    for language in ("en", "ar"):
        move(client, page_in(history, language), page_in(about, language))
    assert addresses(history) == dict.fromkeys(LANGUAGES, "history/")


def test_who_may_move_in_one_language_only_moves_nothing(about, history):
    user = editor()
    group = user.groups.get()
    group.page_permissions.update(page=home("en"))
    message = said(move(signed_in(user), history, about))
    assert "is also in" in message
    assert "You may not move it in that language." in message
    assert addresses(history) == dict.fromkeys(LANGUAGES, "history/")
