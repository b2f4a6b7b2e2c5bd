"""What every test can ask for; one concept a file in tests/fixtures/."""

import os

import pytest

from tests.once import forget

# Playwright runs an event loop in the test's thread, which Django would take for async code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

pytest_plugins = [
    "tests.fixtures.browser",
    "tests.fixtures.database",
    "tests.fixtures.demo",
    "tests.fixtures.everything",
    "tests.fixtures.example",
    "tests.fixtures.front_end",
    "tests.fixtures.garbage",
    "tests.fixtures.html",
    "tests.fixtures.css",
    "tests.fixtures.order",
    "tests.fixtures.redis",
    "tests.fixtures.s3",
    "tests.fixtures.styled",
    "tests.fixtures.typescript",
    "tests.fixtures.varnish",
]


@pytest.fixture(autouse=True)
def forgetful_cache():
    forget()


def empties_the_database(item):
    marker = item.get_closest_marker("django_db")
    return (marker and marker.kwargs.get("transaction")) or {
        "live_server",
        "transactional_db",
    }.intersection(getattr(item, "fixturenames", ()))


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")
        if empties_the_database(item):
            item.fixturenames.append("django_db_serialized_rollback")
