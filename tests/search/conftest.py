"""What searches are tried on."""

from types import SimpleNamespace

import pytest

from search.search import search
from stories.presentation.reader import Reader
from stories.translation.locales import Languages


@pytest.fixture
def ask(db):
    """`ask("river", "bn", type="story")`: what a reader of Bengali finds: `titles`, and all of `found`."""
    from search import results
    from search.filters import resolved

    def asked(text, reads="en", limit=20, offset=0, **filters):
        reader = Reader(reads, Languages.load())
        found = search(text, reader, resolved(filters, reader.languages), limit, offset)
        items = [each.item for each in results.results(found, reader)]
        return SimpleNamespace(
            found=found,
            items=items,
            titles=[item["title"] for item in items],
            facets=results.facets(found, reader),
        )

    return asked
