"""What is served of pages is made at once where it is little, and by the worker where it is much."""

import pytest

from stories.delivery.finishing import made_at_the_end
from stories.delivery.models import Unfinished
from stories.delivery.worker import Worker
from tests.factories import StoryPageFactory, ThemeFactory

from .finished import cost, finish_all, publish

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.any_database,
    pytest.mark.usefixtures("nothing_is_kept"),
]


@pytest.fixture
def story():
    return StoryPageFactory(slug="song", themes=[ThemeFactory(name="Weaving")])


@pytest.mark.django_db(transaction=True)
def test_little_is_made_at_once_and_much_by_the_worker(story, monkeypatch):
    monkeypatch.setattr("stories.delivery.finishing.AT_ONCE", 4)
    finish_all()
    StoryPageFactory()
    assert not Unfinished.objects.exists()
    theme = story.themes.get()
    for _number in range(4):
        StoryPageFactory(themes=[theme])
    theme.name = "Looms"
    theme.save()
    assert Unfinished.objects.count() > 4
    Worker().run(once=True)
    assert not Unfinished.objects.exists()
    assert cost("/en/stories/song/") == 2


def test_what_many_changes_touch_is_made_once_at_the_end(story):
    finish_all()
    other = StoryPageFactory()
    with made_at_the_end():
        publish(story, title="New")
        with made_at_the_end():
            publish(story, title="Newer")
        assert Unfinished.objects.filter(page_id=story.pk).exists()
    assert not Unfinished.objects.filter(page_id=story.pk).exists()
    assert cost("/en/stories/song/") == 2
    assert Unfinished.objects.filter(
        page_id=other.pk
    ).exists()  # of which nothing was changed meanwhile
