"""What is asked for in eight languages is found, and first."""

import pytest

from tests.search.evaluate import LANGUAGES, evaluate, lines, misses, questions

pytestmark = pytest.mark.django_db


def test_finds_what_is_asked_for():
    results = evaluate()
    said = "\n".join([*lines(results), *misses(results)])
    assert {each.language for each in results} == set(LANGUAGES)
    assert len(LANGUAGES) == 8
    assert min(each.recall for each in results) >= 0.95, said
    assert min(each.rank for each in results) >= 0.85, said


@pytest.mark.parametrize("language", LANGUAGES)
def test_asks_enough(language):
    asked = {query for query, _wanted, _why in questions(language)}
    assert len(asked) >= 20
