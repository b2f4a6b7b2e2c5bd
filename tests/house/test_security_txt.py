"""Whoever finds a weakness is told whom to tell, by the rules of RFC 9116."""

import re
from datetime import UTC, datetime, timedelta

import pytest

ADDRESS = "/.well-known/security.txt"
pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def fields(client):
    """The fields of the file, as ``[(name, value)]``; every line has to be one."""
    answer = client.get(ADDRESS)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    lines = answer.content.decode().splitlines()
    return [re.fullmatch(r"([A-Z][A-Za-z-]+): (\S.*)", line).groups() for line in lines]


def test_contacts_are_said_in_their_order(client, settings):
    settings.SECURITY_CONTACT = ["mailto:security@example.org", "https://example.org/report"]
    settings.SECURITY_LANGUAGES = ["en", "cy"]
    settings.SECURITY_POLICY = "https://example.org/policy"
    said = fields(client)
    assert [value for name, value in said if name == "Contact"] == settings.SECURITY_CONTACT
    once = dict(said)
    assert len(said) == len(once) + 1
    assert once["Preferred-Languages"] == "en, cy"
    assert once["Canonical"] == f"http://testserver{ADDRESS}"
    assert once["Policy"] == "https://example.org/policy"
    expires = datetime.strptime(once["Expires"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    assert timedelta(days=30) < expires - datetime.now(UTC) < timedelta(days=365)


def test_without_a_contact_there_is_no_such_file(client):
    assert client.get(ADDRESS).status_code == 404
