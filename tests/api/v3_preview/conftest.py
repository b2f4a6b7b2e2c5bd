"""The read-write API, switched on."""

import pytest

from .callers import Caller


@pytest.fixture(autouse=True)
def switched_on(settings):
    settings.API_V3_PREVIEW = True


@pytest.fixture
def admin(admin_user):
    return Caller(admin_user)
