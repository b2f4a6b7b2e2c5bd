"""What counts how much when two pages are compared: rules, without a database."""

from collections import Counter
from uuid import NAMESPACE_OID, UUID, uuid5

import pytest

from stories.related.weights import KEPT, nearest, ranked, reason, score

pytestmark = pytest.mark.any_database

SELF, RIVERS, PROJECT = UUID(int=1), ("theme", UUID(int=7)), ("project", UUID(int=8))
LAMP, LANGUAGE = ("object", UUID(int=9)), "bn"


def test_the_same_project_ties_more_than_the_same_theme():
    near = {UUID(int=2): ("bn", {RIVERS}), UUID(int=3): ("en", {PROJECT})}
    found = ranked(SELF, ("bn", {RIVERS, PROJECT}), near)
    assert found == [(UUID(int=3), PROJECT), (UUID(int=2), RIVERS)]


def test_what_is_shared_adds_up_and_the_strongest_is_the_reason():
    near = {UUID(int=2): ("en", {LAMP}), UUID(int=3): ("en", {LAMP, RIVERS})}
    found = ranked(SELF, ("bn", {RIVERS, LAMP}), near)
    assert found == [(UUID(int=3), LAMP), (UUID(int=2), LAMP)]


def test_the_language_decides_between_equals_and_never_alone():
    near = {
        UUID(int=2): ("en", {RIVERS}),
        UUID(int=3): ("bn", {RIVERS}),
        UUID(int=4): ("bn", set()),
    }
    found = ranked(SELF, ("bn", {RIVERS}), near)
    assert [other for other, _ in found] == [UUID(int=3), UUID(int=2)]
    assert score(set(), is_same_language=True) == 0


def test_equals_are_ordered_in_the_same_way_and_for_each_page_in_another():
    pages = [uuid5(NAMESPACE_OID, str(number)) for number in range(60)]
    lists = {page: nearest(page, dict.fromkeys(others(page, pages), 3)) for page in pages}
    for page, found in lists.items():
        assert len(found) == KEPT
        assert found == nearest(page, dict.fromkeys(reversed(others(page, pages)), 3))
    # None is left out, and none is led to from everywhere.
    led_to = Counter(other for found in lists.values() for other, _score in found)
    assert led_to.keys() == set(pages)
    assert max(led_to.values()) < 3 * KEPT


def others(page, pages):
    return [each for each in pages if each != page]


def test_nothing_in_common_is_no_reason():
    assert reason({RIVERS}, {LAMP}) is None
    assert reason({("content_warning", UUID(int=5))}, {("content_warning", UUID(int=5))}) is None
