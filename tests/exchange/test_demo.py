"""One command fills an empty site with the demo, and changes nothing when it is run again."""

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from wagtail.models import ModelLogEntry, PageLogEntry, Revision

from home.demo.files import LANGUAGES
from home.models import HomePage, StandardPage
from stories.library.models import StoryImage
from stories.models import CollectionObject, Partner, ProgrammePage, ProjectPage, StoryPage, Theme

pytestmark = [pytest.mark.django_db, pytest.mark.any_database, pytest.mark.long]


@pytest.fixture
def at_home(settings, small_pictures):
    settings.BASE_URL = "http://127.0.0.1:8740"


def originals(model):
    return model.objects.filter(locale__language_code="en", live=True).count()


def test_it_refuses_in_production(settings):
    settings.BASE_URL = "https://stories.example.org"
    with pytest.raises(CommandError, match="not for production"):
        call_command("demo")
    assert not get_user_model().objects.exists()


def test_it_loads_everything_once(at_home, run):
    said, status = run("demo")
    assert status == 0
    assert "0 bundles refused; 0 warnings" in said
    assert "Sign in        editor / ferrybank-editor" in said
    assert get_user_model().objects.get(username="editor").groups.count() == 2
    counts = [originals(model) for model in (ProgrammePage, ProjectPage, StandardPage)]
    assert counts == [3, 6, 3]
    assert StoryPage.objects.values("translation_key").distinct().count() == 12
    assert Theme.objects.count() == 8 * len(LANGUAGES)
    assert Partner.objects.count() == CollectionObject.objects.count() == 8 * len(LANGUAGES)
    for language in LANGUAGES:
        assert HomePage.objects.get(locale__language_code=language).organisation
        assert StoryPage.objects.filter(locale__language_code=language, live=True).count() >= 5
    row_counts = [
        model.objects.count()
        for model in (Revision, StoryImage, PageLogEntry, ModelLogEntry, get_user_model())
    ]
    said, _ = run("demo")
    assert "The demo was loaded already." in said
    assert row_counts == [
        model.objects.count()
        for model in (Revision, StoryImage, PageLogEntry, ModelLogEntry, get_user_model())
    ]

    project = ProjectPage.objects.get(slug="river-words", locale__language_code="en")
    project.title = "Ours now"
    editor = get_user_model().objects.get(username="editor")
    project.save_revision(user=editor, log_action=True).publish(user=editor)
    run("demo")
    project.refresh_from_db()
    assert project.title == "Ours now"
