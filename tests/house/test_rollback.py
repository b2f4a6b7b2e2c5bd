"""A test that empties the database hands it back as a migrated one."""

import pytest
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from wagtail.models import Locale, Page


def is_as_migrated():
    tags = {locale.language_code for locale in Locale.objects.all()}
    return tags == set(settings.SITE_LANGUAGES) and Page.objects.filter(depth=2).exists()


@pytest.mark.parametrize("turn", [1, 2])
@pytest.mark.django_db(transaction=True)
def test_each_time_anew(turn):
    assert is_as_migrated()
    assert ContentType.objects.get_for_model(Page).pk
    Locale.objects.create(language_code="cy")


@pytest.mark.parametrize("turn", [1, 2])
def test_behind_a_live_server_too(live_server, turn):
    assert is_as_migrated()
