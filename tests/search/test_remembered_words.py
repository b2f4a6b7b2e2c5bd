"""Words that were read are remembered, and no more of them than fit."""

import pytest

from search.analysis import words

pytestmark = pytest.mark.any_database


def test_no_more_are_remembered_than_fit(monkeypatch):
    monkeypatch.setattr(words, "CACHED", 10)
    monkeypatch.setattr(words, "_remembered", {})
    for number in range(30):
        (found,) = words.words_of(f"word{number}", "en")
        assert found.form.exact == f"word{number}"
        list(words.words_of(f"słowo{number % 4}", "pl"))
        assert sum(map(len, words._remembered.values())) <= 10
    assert len(words._remembered["pl"]) == 4
