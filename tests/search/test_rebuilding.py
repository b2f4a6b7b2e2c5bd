"""The index is made anew while people search and publish."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import count

import pytest
from django.core.management import call_command
from django.db import connection

from search.analysis.kinship import compared
from search.index.facets import bitmaps
from search.index.spellings import grams_in, unpacked
from search.models import Entry, Gram, Spelling, Terms
from stories.delivery.memory import memory
from tests.factories import StoryPageFactory

pytestmark = pytest.mark.django_db(transaction=True)


def test_whoever_searches_or_publishes_meanwhile_notices_nothing(ask, monkeypatch):
    monkeypatch.setattr("search.index.rebuilding.TURN", 2)
    stays = {StoryPageFactory(title=f"Bell {name}").title for name in ("Amber", "Cedar", "Flint")}
    changes, goes = StoryPageFactory(title="Gong 0"), StoryPageFactory(title="Quernstone")
    with ThreadPoolExecutor(3) as pool:
        rebuilt = pool.submit(in_a_thread, rebuild, times=3)
        readers = [
            pool.submit(in_a_thread, partial(searched, ask, until=rebuilt.done)) for _ in range(2)
        ]
        for number in count(1):
            changes.title = f"Gong {number}"
            changes.save_revision().publish()
            assert ask("gong").titles == [changes.title]
            new = StoryPageFactory(title=f"Lantern {number}")
            if number == 1:
                goes.unpublish()
            if rebuilt.done():
                break
        rebuilt.result()
        for reader in readers:
            assert all(titles == stays for titles in reader.result())
    assert ask("gong").titles == [changes.title]
    assert ask("lantern").found.count == number
    assert new.title in ask(new.title).titles
    assert ask("quernstone").found.count == 0
    assert_whole()


def in_a_thread(function, **values):
    try:
        return function(**values)
    finally:
        connection.close()


def rebuild(times):
    for _turn in range(times):
        call_command("rebuild_search", anew=True, verbosity=0, stdout=None)


def searched(ask, until):
    """What was found each time."""
    found = []
    while not until():
        found.append(set(ask("bell").titles))
    return found


def assert_whole():
    """Everything in the index says the same."""
    memory.forget()
    entries = set(Entry.objects.values_list("pk", flat=True))
    assert set(Terms.objects.values_list("pk", flat=True)) == entries
    assert {entry for those in bitmaps()["language"].values() for entry in those} == entries
    words = Counter(
        word for row in Entry.objects.values_list("words", flat=True) for word in unpacked(row)
    )
    spellings = Spelling.objects.all()
    assert {each.pk: each.entries for each in spellings} == words
    assert set(Gram.objects.values_list("gram", "spelling")) == {
        (gram, each.pk)
        for each in spellings
        for gram in grams_in(each.language, compared(each.folded, each.stem, each.language))
    }
