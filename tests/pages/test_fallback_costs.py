"""What it costs that a page is not in the reader's language, with two languages and with twelve."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext

from stories.delivery.hearing import heard_together
from stories.models import StoryPage
from stories.translation.models import LanguageSettings, StandIn
from tests.factories import StoryPageFactory, ThemeFactory, locale
from tests.once import forget_answers

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
TWO = ["bn", "en"]
TWELVE = [*TWO, "so", "pl", "fr", "es", "yo", "am", "ur", "ta", "sw", "zh-hans"]
READER = "ar"
ADDRESSES = {
    "a list in HTML": ("/{}/stories/", 3),
    "a page in HTML": ("/{}/stories/song/", 2),
    "a list in the API": ("/api/delivery/v1/stories/?locale={}", 3),
    "a page in the API": ("/api/delivery/v1/stories/{key}/?locale={}", 2),
    "an address in the API": ("/api/delivery/v1/resolve/?path=/{}/stories/song/", 2),
}


@heard_together()
def tell():
    """Twenty stories told in Bengali."""
    theme = ThemeFactory()
    stories = [StoryPageFactory(language="bn", themes=[theme]) for _ in range(19)]
    return StoryPageFactory(language="bn", slug="song", themes=[theme], related_pages=stories[:3])


def translate(song, languages):
    """The site is in these languages and the reader's, for which they all stand in; so is one story."""
    there = StoryPage.objects.filter(translation_key=song.translation_key)
    for language in languages:
        if not there.filter(locale=locale(language)).exists():
            StoryPageFactory(translation_of=song, language=language)
    reader = LanguageSettings.objects.get(locale=locale(READER))
    StandIn.objects.all().delete()
    reader.stand_ins = [StandIn(locale=locale(tag)) for tag in reversed(languages)]
    reader.save()


def cost(client, address):
    ContentType.objects.clear_cache()
    client.get(address)  # what a process asks once
    forget_answers()
    with CaptureQueriesContext(connection) as asked:
        response = client.get(address)
    assert response.status_code == 200
    return len(asked)


def costs(client, key):
    return {
        (name, reader): cost(client, address.format(reader, key=key))
        for name, (address, _allowed) in ADDRESSES.items()
        for reader in ("bn", READER)
    }


def test_fallback_costs_next_to_nothing_whatever_the_number_of_languages(client):
    song = tell()
    key = str(song.translation_key)
    translate(song, TWO)
    two = costs(client, key)
    translate(song, TWELVE)
    assert costs(client, key) == two
    for name, (_address, allowed) in ADDRESSES.items():
        assert two[name, READER] - two[name, "bn"] <= allowed, (name, two)
