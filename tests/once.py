"""Sites that are made once for all tests of a file, which is most of what such tests cost."""

from contextlib import contextmanager

import pytest
from django.core.cache import cache
from django.db import transaction

from search.asking.matching import matches, words
from stories.delivery.finishing import made_at_the_end
from stories.delivery.ledger import ledger
from stories.delivery.memory import memory
from stories.delivery.shelf import shelf
from stories.lists import orders
from tests.fixtures.contents import remembered_too


def forget():
    """A cache would give the next test's pictures the renditions of this one's, and its pages."""
    forget_answers()
    ledger.forget()
    for each in (memory, orders, words, matches):
        each.forget()


def forget_answers():
    """Has every answer made anew."""
    cache.clear()
    shelf.forget()


def once(make):
    """A fixture of what `make()` returns: made for the first test of a file that asks for it, and undone
    after the last. What a test changes in the database is undone after that test; give each test a
    `deepcopy` where it changes the objects themselves.

    All other tests of the file then meet that site too, so they had better be of another file.
    """

    @pytest.fixture(scope="module")
    def made(django_db_setup, django_db_blocker):
        forget()
        with django_db_blocker.unblock(), transaction.atomic():
            yield make()
            transaction.set_rollback(True)

    return made


def lived_in(make):
    """The same for tests with a live server, and others that commit: each finds the site as it was made.

    Its pages are finished, as after the worker's turn.
    """

    @pytest.fixture(scope="module")
    def made(django_db_setup, django_db_blocker):
        with lived(django_db_blocker, make) as site:
            yield site

    return made


@contextmanager
def lived(django_db_blocker, make):
    """The same, for a fixture that needs others to make its site."""
    forget()
    with django_db_blocker.unblock():
        with made_at_the_end(), transaction.atomic():
            site = make()
        with remembered_too():
            yield site


def measured(measure):
    """A fixture of what `measure()` found, for all tests of a file; what it made is undone at once."""

    @pytest.fixture(scope="module")
    def found(django_db_setup, django_db_blocker):
        forget()
        with django_db_blocker.unblock(), transaction.atomic():
            answer = measure()
            transaction.set_rollback(True)
        return answer

    return found
