"""What an answer says of itself to caches and browsers."""

import re
from copy import deepcopy
from datetime import UTC, datetime, timedelta

import pytest
from django.core.signing import get_cookie_signer
from django.utils import timezone

from stories.delivery.ledger import ledger
from tests.factories import ProjectPageFactory, StoryImageFactory, StoryPageFactory
from tests.once import once

pytestmark = pytest.mark.any_database

ROOT = "/api/delivery/v1/"
ADDRESSES = [
    "stories/",
    "stories/{story}/",
    "pages/",
    "resolve/?path=/en/stories/",
    "taxonomies/",
    "locales/",
    "navigation/",
    "images/{image}/",
    "openapi.json",
    "docs/",
]


def make_story():
    return StoryPageFactory(lead_image=StoryImageFactory(), lead_image_alt="A quay", language="bn")


made = once(make_story)


@pytest.fixture
def story(made, db):
    return deepcopy(made)


@pytest.fixture
def get(client, story):
    def get(path, **headers):
        path = path.format(story=story.translation_key, image=story.lead_image_id)
        return client.get(ROOT + path, headers=headers)

    return get


@pytest.mark.parametrize("path", ADDRESSES)
def test_who_has_an_answer_already_gets_304(get, path):
    first = get(path)
    tag = first.headers["ETag"]
    assert first.status_code == 200
    assert tag.startswith('"')
    for known in (tag, f'"other", {tag}', f"W/{tag}", "*"):
        again = get(path, if_none_match=known)
        assert again.status_code == 304
        assert again.content == b""
        assert "Content-Type" not in again.headers
        for name in ("ETag", "Cache-Control", "Content-Language", "Access-Control-Allow-Origin"):
            assert again.headers[name] == first.headers[name]
    assert get(path, if_none_match='"other"').status_code == 200


def test_another_answer_has_another_etag(get, story):
    first = get("stories/").headers["ETag"]
    assert get("stories/").headers["ETag"] == first
    story.title = "Another"
    story.save()
    assert get("stories/").headers["ETag"] != first
    assert get("stories/", if_none_match=first).status_code == 200


@pytest.mark.parametrize("path", ADDRESSES)
def test_caches_may_keep_an_answer_for_a_minute(get, path):
    assert get(path).headers["Cache-Control"] == (
        "public, max-age=0, s-maxage=60, stale-while-revalidate=300"
    )


@pytest.mark.parametrize("left", [30, 100])
def test_no_cache_keeps_an_answer_beyond_the_expiry_of_what_is_in_it(get, story, left):
    def lifetime(path):
        control = get(path).headers["Cache-Control"]
        return [int(number) for number in re.findall(r"=(\d+)", control)[1:]]

    expiry = timezone.now() + timedelta(seconds=left)
    project = ProjectPageFactory(expire_at=expiry)
    story.project = project
    story.save()
    for path in ("stories/", "stories/{story}/", "projects/", "resolve/?path=/en/projects/page/"):
        path = path.replace("/page/", f"/{project.slug}/")
        shared, stale = lifetime(path)
        assert left - 10 < shared + stale <= left
        assert shared <= 60
    assert lifetime("pages/") == [60, 300]


def test_no_cache_keeps_a_problem(get):
    assert get("nothing/").headers["Cache-Control"] == "no-store"
    assert get("stories/?limit=0").headers["Cache-Control"] == "no-store"


def test_last_modified_is_the_latest_change_of_what_is_in_an_answer(get, story):
    latest = datetime(2030, 1, 2, 3, 4, 5, tzinfo=UTC)
    StoryPageFactory(last_published_at=latest)
    assert get("stories/").headers["Last-Modified"] == "Wed, 02 Jan 2030 03:04:05 GMT"
    assert get("stories/?fields=title").headers["Last-Modified"] == "Wed, 02 Jan 2030 03:04:05 GMT"
    assert "2024" in get("stories/{story}/").headers["Last-Modified"]


def test_the_language_of_an_answer(get):
    assert get("stories/?locale=ar").headers["Content-Language"] == "ar"
    assert get("taxonomies/?locale=ar").headers["Content-Language"] == "ar"
    # A page never claims to be in a language that it is not in.
    assert get("stories/{story}/?locale=ar").headers["Content-Language"] == "bn"


@pytest.mark.parametrize("path", ADDRESSES)
def test_an_answer_is_the_same_for_everybody(client, get, admin_user, path):
    anonymous = get(path)
    client.cookies["django_language"] = "bn"
    client.cookies["anything"] = get_cookie_signer().sign("x")
    assert get(path, accept_language="bn").content == anonymous.content
    client.force_login(admin_user)
    ledger.forget()
    signed_in = get(path)
    assert signed_in.content == anonymous.content
    for name in ("ETag", "Last-Modified", "Cache-Tag"):
        assert signed_in.headers[name] == anonymous.headers[name]
    for response in (anonymous, signed_in):
        assert "Vary" not in response.headers
        assert "Set-Cookie" not in response.headers
        assert not response.cookies


@pytest.mark.parametrize("path", [*ADDRESSES, "nothing/", "stories/?limit=0"])
def test_any_origin_may_read(get, path):
    response = get(path, origin="https://elsewhere.example")
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in response.headers


@pytest.mark.parametrize("path", ["stories/", "nothing/", "openapi.json"])
def test_a_browser_that_asks_before_is_told_so(client, db, path):
    response = client.options(
        ROOT + path,
        headers={
            "origin": "https://elsewhere.example",
            "access-control-request-method": "GET",
            "access-control-request-headers": "if-none-match",
        },
    )
    assert response.status_code == 204
    assert response.content == b""
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert "GET" in response.headers["Access-Control-Allow-Methods"]
    assert response.headers["Access-Control-Allow-Headers"] == "*"
    assert "Access-Control-Allow-Credentials" not in response.headers


@pytest.mark.parametrize("path", [*ADDRESSES, "nothing/"])
def test_head_says_what_get_says(client, get, story, path):
    path = path.format(story=story.translation_key, image=story.lead_image_id)
    asked, told = get(path), client.head(ROOT + path)
    assert told.status_code == asked.status_code
    assert told.content == b""
    assert told.headers == asked.headers
