"""A reader who changes the language of a list keeps what they had narrowed it by."""

import pytest

from tests.factories import ProgrammePageFactory, StoryPageFactory, ThemeFactory

from .markup import read

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture
def stories():
    theme = ThemeFactory(name="Rivers", slug="rivers")
    programme = ProgrammePageFactory(slug="tea-and-talk")
    for number in range(21):
        StoryPageFactory(title=f"Song {number}", themes=[theme], programme=programme)
    for language in ("ar", "bn"):  # which are offered once there is something in them
        StoryPageFactory(language=language)


def switched(client, address):
    """Where the switcher of a page leads, ``{language: address}``."""
    switcher = read(client.get(address)).one("nav", class_="languages")
    return {each.attrs["hreflang"]: each.attrs["href"] for each in switcher.all("a")}


def test_a_list_stays_narrowed(client, stories):
    found = switched(client, "/en/stories/?theme=rivers&programme=tea-and-talk")
    assert found["ar"] == "/ar/stories/?theme=rivers&programme=tea-and-talk"
    assert client.get(found["ar"]).context["listing"]["count"] == 21


def test_it_begins_at_its_first_page(client, stories):
    assert switched(client, "/en/stories/?theme=rivers&page=2")["bn"] == "/bn/stories/?theme=rivers"
    assert switched(client, "/en/stories/?page=2")["bn"] == "/bn/stories/"


def test_only_in_this_language_means_the_other_one_there(client, stories):
    assert switched(client, "/en/stories/?language=en")["bn"] == "/bn/stories/?language=bn"
    assert switched(client, "/en/stories/?language=ar")["bn"] == "/bn/stories/?language=ar"


def test_what_is_no_filter_is_not_carried_along(client, stories):
    address = "/en/stories/?theme=rivers&utm_source=x&beside=ar&theme=%22%3E"
    assert "utm" not in switched(client, address)["ar"]
    assert switched(client, "/en/?theme=rivers")["ar"] == "/ar/"


def test_what_a_visitor_types_stays_an_address(client, stories):
    found = switched(client, "/en/stories/?theme=%22%3E%3Cscript%3E")
    assert found["ar"] == "/ar/stories/?theme=%22%3E%3Cscript%3E"
