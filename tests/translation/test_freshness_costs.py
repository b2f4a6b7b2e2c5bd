"""To know how old translations are costs something when an original is published; readers nothing."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from home.structure import ensure_structure
from tests.once import forget_answers

from .telling import page_in, publish, told, translated

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

LANGUAGES = ["en", "ar", "fr", "so", "ur", "am", "zh-hans"]


def queries(action):
    with CaptureQueriesContext(connection) as captured:
        action()
    return len(captured)


def test_each_translation_adds_a_handful_of_queries_to_a_publication():
    ensure_structure(LANGUAGES)
    few, many = told(), told()
    for original, languages in [(few, LANGUAGES[:2]), (many, LANGUAGES)]:
        for language in languages:
            translated(original, language)
    few_queries = queries(lambda: publish(few, summary="অন্য কথা।"))
    many_queries = queries(lambda: publish(many, summary="অন্য কথা।"))
    assert {page_in(many, language).outdated_segments for language in LANGUAGES} == {1}
    assert many_queries - few_queries <= 12 * (len(LANGUAGES) - 2)


def test_readers_pay_nothing(client):
    original = told()
    english = translated(original)
    address = f"/en/stories/{english.slug}/"
    client.get(address)
    before = queries(lambda: client.get(address))
    publish(original, summary="অন্য কথা।")
    forget_answers()
    client.get(address)
    assert queries(lambda: client.get(address)) == before
