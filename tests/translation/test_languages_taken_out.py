"""A language that LANGUAGES no longer names keeps its pages, and operators are told."""

import pytest
from django.core.management import call_command
from wagtail.models import Locale

from stories.translation.languages_check import check_languages
from tests.factories import StoryPageFactory, written
from tests.pages.markup import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def bengali(settings):
    settings.SITE_LANGUAGES = ["en", "ar"]
    return StoryPageFactory(language="bn", title="নদী", slug="nodi")


def test_its_pages_stay_public_as_what_they_are(client, bengali):
    assert client.get("/bn/stories/nodi/").status_code == 200
    page = read(client.get("/en/stories/nodi/"))
    assert page.one("h1").language == ("bn", "ltr")
    answer = client.get(f"/api/delivery/v1/stories/{bengali.translation_key}/?locale=ar").json()
    assert answer["language"]["served"] == "bn"
    assert "bn" in [
        each["code"] for each in client.get("/api/delivery/v1/locales/").json()["items"]
    ]


def test_operators_are_told_with_the_remedy(bengali):
    (told,) = check_languages(databases=["default"])
    assert told.id == "translation.I001"
    assert "বাংলা (bn, 5 pages)" in told.msg
    assert "LANGUAGES" in told.hint
    assert "Settings → Locales" in told.hint


def test_an_update_tells_and_goes_on(bengali, capsys):
    call_command("migrate", verbosity=0, skip_checks=False)
    assert "বাংলা" in capsys.readouterr().err


def test_nothing_is_told_where_there_is_nothing_to_tell():
    assert check_languages(databases=["default"]) == []
    assert check_languages(databases=None) == []


def test_a_language_that_nobody_knows_any_more_breaks_nothing(client):
    Locale.objects.create(language_code="sw")
    story = StoryPageFactory(language="sw", title="Mto", slug="mto")
    Locale.objects.filter(language_code="sw").update(language_code="qxx")
    written(type(story).objects.all(), source_language="qxx")
    for address in ("/en/", "/en/stories/", "/en/stories/mto/", "/api/delivery/v1/locales/"):
        assert client.get(address).status_code == 200
    assert read(client.get("/en/stories/mto/")).one("h1").language[0] == "qxx"
    assert client.get("/qxx/stories/mto/").status_code == 404
    assert [told.id for told in check_languages(databases=["default"])] == ["translation.W001"]
