"""What comes first of what is found."""

from pyroaring import BitMap

from search.asking.choosing import in_order, newest_first
from search.models import SUBJECTS


def entry(subject, language):
    return language * SUBJECTS + subject


def test_the_newest_page_is_first_whatever_its_language():
    entries = [entry(1, 3), entry(2, 1), entry(3, 2), entry(70_000, 1), entry(70_001, 3)]
    assert list(newest_first(BitMap(entries))) == entries[::-1]


def test_one_language_is_in_order_too():
    entries = [entry(subject, 255) for subject in (1, 2, 70_000, SUBJECTS - 1)]
    assert list(newest_first(BitMap(entries))) == entries[::-1]
    assert list(newest_first(BitMap())) == []


def test_better_ones_are_before_newer_ones():
    good, new = entry(1, 2), entry(9, 1)
    assert list(in_order({5: BitMap([new]), 7: BitMap([good])})) == [(good, 7), (new, 5)]
