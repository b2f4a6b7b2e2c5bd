"""`/` leads to the site in the visitor's language."""

import pytest
from django.conf import settings

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def door(client, cookie=None, accept=None):
    if cookie:
        client.cookies[settings.LANGUAGE_COOKIE_NAME] = cookie
    response = client.get("/", headers={"accept-language": accept} if accept else {})
    assert response.status_code == 302
    return response


@pytest.mark.parametrize(
    ("cookie", "accept", "where"),
    [
        (None, None, "/en/"),
        (None, "ar", "/ar/"),
        (None, "bn-BD,bn;q=0.9,en;q=0.5", "/bn/"),
        (None, "en;q=0.5,ar;q=0.8", "/ar/"),
        (None, "de", "/en/"),
        (None, "de,bn;q=0.7", "/bn/"),
        (None, "tlh, *;q=0.1", "/en/"),
        ("bn", "ar", "/bn/"),
        ("de", "ar", "/ar/"),
        ("nonsense", "ar", "/ar/"),
        ("nonsense", None, "/en/"),
    ],
)
def test_language_is_the_cookies_then_the_browsers_then_the_default(client, cookie, accept, where):
    assert door(client, cookie, accept)["Location"] == where


def test_caches_are_told_what_it_depends_on(client):
    vary = {each.strip().lower() for each in door(client)["Vary"].split(",")}
    assert {"accept-language", "cookie"} <= vary


def test_it_only_answers_readers(client):
    assert client.head("/").status_code == 302
    assert client.post("/").status_code == 405
