"""What is served of a page is finished when it is published, and never says anything else than what would
be put together for its reader."""

from copy import deepcopy
from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Locale, PageViewRestriction, Site

from stories.delivery.finishing import doubt_other_releases, finish_some
from stories.delivery.log import Entry, append
from stories.delivery.models import Finished, PublicPage, Unfinished
from stories.models import StoryPage
from tests.factories import (
    ProgrammePageFactory,
    ProjectPageFactory,
    StoryImageFactory,
    StoryPageFactory,
    ThemeFactory,
    home,
    locale,
    private_collection,
)
from tests.once import once

from .finished import API, LANGUAGES, addresses, cost, finish_all, publish, said, stand_in

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.any_database,
    pytest.mark.usefixtures("nothing_is_kept"),
    pytest.mark.long,
]


def make_and_finish():
    programme = ProgrammePageFactory(slug="talk")
    related = StoryPageFactory(slug="other", title="Other")
    story = StoryPageFactory(
        slug="song",
        title="Song",
        project=ProjectPageFactory(slug="quay", programme=programme),
        themes=[ThemeFactory(name="Weaving")],
        lead_image=StoryImageFactory(),
        lead_image_alt="A quay",
        related_pages=[("page", related)],
        body=[("paragraph", f'<p><a linktype="page" id="{programme.pk}">See</a></p>')],
    )
    StoryPageFactory(language="ar", translation_of=story, title="أغنية")
    finish_all()
    return story


finished = once(make_and_finish)


@pytest.fixture
def story(finished, db):
    return deepcopy(finished)


def related(story):
    return StoryPage.objects.get(slug="other")


def move(story):
    publish(story.project.programme, slug="tea")


def change_word(story):
    theme = story.themes.get()
    theme.name = "Looms"
    theme.save()


def change_picture(story):
    story.lead_image.credit_line = "Someone else"
    story.lead_image.save()


def hide_picture(story):
    story.lead_image.collection = private_collection()
    story.lead_image.save()


CHANGES = {
    "title": lambda story: publish(story, title="Another song"),
    "project": lambda story: publish(story.project, title="Pier"),
    "programme": lambda story: publish(story.project.programme, title="Tea and talk"),
    "address": move,
    "related": lambda story: publish(related(story), summary="What else there is"),
    "related gone": lambda story: related(story).unpublish(),
    "linked gone": lambda story: story.project.programme.delete(),
    "private": lambda story: PageViewRestriction.objects.create(
        page=story.project, restriction_type="login"
    ),
    "word": change_word,
    "word gone": lambda story: story.themes.get().delete(),
    "picture": change_picture,
    "picture hidden": hide_picture,
    "translated": lambda story: StoryPageFactory(language="bn", translation_of=story, title="গান"),
    "translation gone": lambda story: StoryPage.objects.get(
        translation_key=story.translation_key, locale=locale("ar")
    ).unpublish(),
    "home": lambda story: publish(home(), title="Welcome"),
    "language": lambda story: Locale.objects.create(language_code="so"),
    "stand-in": lambda story: stand_in(),
    "site": lambda story: Site.objects.get().save(),
    "gone": lambda story: story.delete(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_nothing_says_what_is_no_longer_true(story, is_the_same, change):
    paths = [path for path in addresses() if "song" in path or str(story.translation_key) in path]
    paths += [f"{API}stories/?locale={tag}" for tag in LANGUAGES]
    paths += [f"/{tag}/stories/feed/" for tag in LANGUAGES]
    for path in paths:
        said(path)
    story = StoryPage.objects.get(pk=story.pk)
    CHANGES[change](story)
    assert is_the_same(paths)
    finish_all()
    assert is_the_same(paths)


def test_what_is_over_is_given_out_no_longer(story, is_the_same, monkeypatch):
    publish(related(story), expire_at=timezone.now() + timedelta(minutes=2))
    theme = story.themes.get()
    theme.expire_at = timezone.now() + timedelta(minutes=4)
    theme.save()
    finish_all()
    paths = ["/en/stories/song/", f"{API}stories/{story.translation_key}/", f"{API}stories/"]
    for minutes, words in ((0, b"Other Weaving"), (3, b"Weaving"), (5, b"")):
        later = timezone.now() + timedelta(minutes=minutes)
        with monkeypatch.context() as patched:
            patched.setattr("django.utils.timezone.now", lambda later=later: later)
            assert is_the_same(paths)
            for word in (b"Other", b"Weaving"):
                assert (word in said(paths[1])[2]) == (word in words)


def test_little_else_is_taken_away(story):
    others = StoryPageFactory.create_batch(5)
    finish_all()
    publish(story, title="New")
    gone = set(Unfinished.objects.values_list("page_id", flat=True))
    versions = PublicPage.objects.filter(key=story.translation_key)
    assert gone >= {*versions.values_list("pk", flat=True), story.project.pk}
    assert gone.isdisjoint(other.pk for other in others)
    assert not Finished.objects.filter(page__in=gone).exists()
    assert Finished.objects.filter(page__in=[other.pk for other in others], part="markup").exists()


def test_a_home_page_takes_nothing_from_those_that_only_lead_back_to_it(story):
    publish(home(), mission="<p>To listen.</p>")
    assert not Unfinished.objects.filter(page_id=story.pk).exists()
    publish(home(), organisation="The Other Museum")
    assert Unfinished.objects.filter(page_id=story.pk).exists()
    finish_all()
    publish(home(), title="Welcome")
    assert Unfinished.objects.filter(page_id=story.pk).exists()


def test_what_touches_every_page_makes_all_count_no_more(story):
    count = Finished.objects.count()
    append([Entry("updated", "site", tags=frozenset({"site"}))])
    assert cost("/en/stories/song/") > 2
    finish_all()
    assert cost("/en/stories/song/") == 2
    assert Finished.objects.count() == count


def test_another_release_makes_its_own(story, settings):
    settings.RELEASE = "the next"
    assert cost("/en/stories/song/") > 2
    assert not finish_some()
    doubt_other_releases()
    finish_all()
    assert cost("/en/stories/song/") == 2
