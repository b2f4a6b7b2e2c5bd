"""Wagtail's read-write API is read with a token only, and never answers with more than was asked for."""

from copy import deepcopy

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from tests.factories import (
    StoryDocumentFactory,
    StoryImageFactory,
    StoryPageFactory,
    home,
)
from tests.once import once
from tests.translation.people import editor, person, translator

from .callers import ROOT, Caller

pytestmark = pytest.mark.django_db


def make_story():
    return StoryPageFactory(
        slug="song", title="Song", lead_image=StoryImageFactory(), lead_image_alt="A quay"
    )


made = once(make_story)


@pytest.fixture
def story(made, db):
    return deepcopy(made)


def names(response):
    return [error["name"] for error in response.json()["errors"]]


@pytest.mark.parametrize("path", ["", "/", "/pages/", "/openapi.json", "/docs/"])
def test_it_is_not_there_unless_it_is_switched_on(admin, settings, path):
    settings.API_V3_PREVIEW = False
    response = admin.get(path)
    assert response.status_code == 404
    assert response.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("path", ["/", "/docs/", "/no/such/", "/snippets/stories.Theme/"])
def test_what_is_not_offered_is_not_there(admin, path):
    response = admin.get(path)
    assert response.status_code == 404
    assert response.headers["Content-Type"] == "application/problem+json"


READ = [
    "/pages/",
    "/images/",
    "/documents/",
    "/redirects/",
    "/sites/",
    "/whoami/",
    "/schema/",
    "/openapi.json",
]


@pytest.mark.parametrize("path", READ)
def test_it_is_read_with_a_token_only(admin, admin_client, story, path):
    assert admin.get(path).status_code == 200
    bad = Client(headers={"Authorization": "Bearer wagtail_nonsense"})
    # Neither a session nor what looks like a token helps.
    for client in (Client(), admin_client, bad):
        response = client.get(f"{ROOT}{path}")
        assert response.status_code == 401
        assert response.headers["Content-Type"] == "application/problem+json"
        assert response.headers["WWW-Authenticate"] == "Bearer"
        assert response.headers["Cache-Control"] == "private, no-store"


def test_a_token_ends_with_its_owners_access(story):
    user = person("visitor")
    caller = Caller(user)
    assert caller.get("/images/").status_code == 403
    user.is_active = False
    user.save()
    assert caller.get("/images/").status_code == 401


@pytest.mark.parametrize("path", READ)
def test_nobody_keeps_an_answer(admin, client, path):
    response = admin.get(path)
    assert response.headers["Cache-Control"] == "private, no-store"
    assert client.get(f"{ROOT}{path}").status_code == 401


@pytest.mark.parametrize(
    ("query", "wrong"),
    [
        ("bogus=1", "bogus"),
        ("source_language=bn", "source_language"),
        ("type=stories.StoryPage&type=stories.ProjectPage&source_language=bn", "source_language"),
        ("type=stories.StoryPage&bogus=1", "bogus"),
        ("type=stories.StoryPage&source_language=bn&source_language=en", "source_language"),
        ("locale=en&locale=bn", "locale"),
        ("fields=*", "fields"),
        ("search=%00", "search"),
    ],
)
def test_no_filter_is_left_out(admin, story, query, wrong):
    response = admin.get(f"/pages/?{query}")
    assert response.status_code == 400
    assert names(response) == [wrong]


def test_filters_filter(admin, story):
    StoryPageFactory(language="bn", slug="river")
    found = admin.get("/pages/?type=stories.StoryPage&source_language=bn").json()
    assert [page["meta"]["slug"] for page in found["items"]] == ["river"]
    assert admin.get("/pages/?slug=song&order=-title&limit=5").json()["count"] == 1
    assert admin.get("/images/?width=1").json()["count"] == 0
    for path in ("/images/?tags_=x", "/documents/?x=1", f"/pages/{story.pk}/?x=1", "/whoami/?x=1"):
        assert admin.get(path).status_code == 400


def test_a_page_is_read_whole(admin, story):
    page = admin.get(f"/pages/{story.pk}/").json()
    assert (page["title"], page["lead_image"]["alt"]) == ("Song", "A quay")
    assert page["meta"]["html_url"] == "http://testserver/en/stories/song/"
    story.title = "Not yet"
    story.save_revision()
    assert admin.get(f"/pages/{story.pk}/?version=draft").json()["title"] == "Not yet"


def test_people_see_what_they_work_on(story):
    secret = StoryPageFactory(slug="secret")
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    somali = home("so")
    of_team = Caller(translator("so"))
    shown = of_team.get("/pages/").json()["items"]
    assert somali.pk in {page["id"] for page in shown}
    assert {page["meta"]["locale"] for page in shown} == {"so"}
    for page in (story, secret):
        assert of_team.get(f"/pages/{page.pk}/").status_code == 404
        assert of_team.get(f"/pages/{page.pk}/revisions/").status_code == 404
    assert of_team.get("/redirects/").status_code == 403
    assert of_team.get("/sites/").status_code == 403


def test_files_are_told_of_to_who_may_choose_them_and_never_with_their_originals(story):
    StoryDocumentFactory()
    chooser, other = Caller(translator("en")), Caller(editor())
    for path in ("/images/", "/documents/"):
        shown = chooser.get(path)
        assert shown.json()["count"] == 1
        assert "download_url" not in shown.text
        assert other.get(path).json()["count"] == 0  # who has no right to choose any
    image = story.lead_image
    assert "download_url" not in chooser.get(f"/images/{image.pk}/").text
    assert other.get(f"/images/{image.pk}/").status_code == 404


def test_its_description_names_its_addresses(admin):
    paths = admin.get("/openapi.json").json()["paths"]
    assert f"{ROOT}/pages/" in paths
    assert not [path for path in paths if "snippets" in path or "alias" in path]


@pytest.mark.any_database
def test_lists_cost_the_same_for_few_and_many(admin):
    def cost(path):
        admin.get(path)
        with CaptureQueriesContext(connection) as queries:
            assert admin.get(path).status_code == 200
        return len(queries)

    for number in range(2):
        StoryPageFactory(slug=f"one-{number}", lead_image=StoryImageFactory(), lead_image_alt="x")
    paths = ("/pages/?type=stories.StoryPage", "/images/")
    few = [cost(path) for path in paths]
    for number in range(10):
        StoryPageFactory(slug=f"more-{number}", lead_image=StoryImageFactory(), lead_image_alt="x")
    assert [cost(path) for path in paths] == few
