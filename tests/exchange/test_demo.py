"""The demo, which is for trying the site out, and for nothing else."""

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command


@pytest.mark.django_db
def test_it_refuses_in_production(settings):
    settings.BASE_URL = "https://stories.example.org"
    with pytest.raises(CommandError, match="not for production"):
        call_command("demo")
    assert not get_user_model().objects.exists()
