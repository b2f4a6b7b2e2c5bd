"""What is served of a page is finished when it is published, and never says anything else than what would
be put together for its reader."""

import random
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Locale, PageViewRestriction, Site

from stories.delivery.finishing import doubt_other_releases, finish_some, made_at_the_end
from stories.delivery.log import Entry, append
from stories.delivery.models import Finished, PublicPage, Unfinished
from stories.delivery.worker import Worker
from stories.models import StoryPage
from stories.translation.models import LanguageSettings, StandIn
from tests.factories import (
    CommunityFactory,
    ProgrammePageFactory,
    ProjectPageFactory,
    StandardPageFactory,
    StoryImageFactory,
    StoryPageFactory,
    ThemeFactory,
    home,
    locale,
    private_collection,
)

API = "/api/delivery/v1/"
PLURALS = {"story": "stories", "project": "projects", "programme": "programmes"}
LANGUAGES = ("en", "ar", "bn")
pytestmark = [pytest.mark.django_db, pytest.mark.any_database, pytest.mark.long]


@pytest.fixture(autouse=True)
def nothing_is_kept(settings):
    settings.KEEP_ANSWERS = False


def finish_all():
    while finish_some():
        pass


def said(path):
    """An answer, whole."""
    response = Client().get(path)
    return response.status_code, dict(response.headers), response.content


@pytest.fixture
def is_the_same(settings):
    """`is_the_same(paths)`: whether each is answered as it is where nothing is finished."""
    release = settings.RELEASE

    def compare(paths):
        for path in paths:
            given = said(path)
            settings.RELEASE = "another"
            composed = said(path)
            settings.RELEASE = release
            assert given == composed, path
        return True

    return compare


def addresses(languages=LANGUAGES):
    """Those of all that is public, in every language."""
    paths = []
    for row in PublicPage.objects.order_by("pk"):
        paths += [f"/{tag}/{row.below}" for tag in languages]
        plural = PLURALS.get(row.type, "pages")
        paths += [f"{API}{plural}/{row.key}/?locale={tag}" for tag in languages]
    for tag in languages:
        paths += [f"{API}{plural}/?locale={tag}" for plural in (*PLURALS.values(), "pages")]
        paths.append(f"{API}stories/?locale={tag}&fields=title,themes.title&order=title&offset=1")
        paths += [f"/{tag}/stories/feed/", f"/{tag}/stories/feed.json"]
    return list(dict.fromkeys(paths))


def cost(path):
    said(path)  # what a process asks once
    with CaptureQueriesContext(connection) as asked:
        said(path)
    return len(asked)


def test_everything_is_the_same(everything, is_the_same):
    finish_all()
    assert is_the_same(addresses())


def test_what_is_finished_costs_one_query_beside_the_log(everything):
    finish_all()
    story = everything.pages["story", "en"]
    for path in (
        story.get_url(),
        "/bn/projects/lanterns/",
        f"{API}stories/{story.translation_key}/",
        f"{API}programmes/{everything.pages['programme', 'ar'].translation_key}/?locale=ar",
        f"{API}stories/?locale=bn",
        f"{API}stories/?locale=en&theme={story.themes.get().slug}&order=title",
    ):
        assert cost(path) == 2, path


def test_a_finished_feed_costs_two_queries_beside_the_log(everything):
    finish_all()
    for path in ("/en/stories/feed/", "/ar/stories/feed.json"):
        assert cost(path) == 3, path


def test_menus_are_those_of_the_moment(client, everything):
    finish_all()
    path = "/en/programmes/tea-and-talk/"
    page = home()
    page.footer_navigation = [("item", {"page": None, "url": "/en/cellar/", "text": "The cellar"})]
    page.save_revision().publish()
    assert "The cellar" in client.get(path).content.decode()
    finish_all()
    assert cost(path) == 2
    assert "The cellar" in client.get(path).content.decode()


@pytest.fixture
def story():
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
    return story


def publish(page, **values):
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision().publish()


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


def stand_in(tag="ar"):
    """That language stands in for Bengali."""
    bengali = LanguageSettings.objects.get(locale=locale("bn"))
    StandIn.objects.filter(settings=bengali).delete()
    StandIn.objects.create(settings=bengali, locale=locale(tag))


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
    finish_all()
    paths = [path for path in addresses() if "song" in path or str(story.translation_key) in path]
    paths += [f"{API}stories/?locale={tag}" for tag in LANGUAGES]
    paths += [f"/{tag}/stories/feed/" for tag in LANGUAGES]
    assert is_the_same(paths)
    story = StoryPage.objects.get(pk=story.pk)
    CHANGES[change](story)
    assert is_the_same(paths)
    finish_all()
    assert is_the_same(paths)


def test_what_is_over_is_given_out_no_longer(story, is_the_same, monkeypatch):
    finish_all()
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
    finish_all()
    publish(home(), mission="<p>To listen.</p>")
    assert not Unfinished.objects.filter(page_id=story.pk).exists()
    publish(home(), organisation="The Other Museum")
    assert Unfinished.objects.filter(page_id=story.pk).exists()
    finish_all()
    publish(home(), title="Welcome")
    assert Unfinished.objects.filter(page_id=story.pk).exists()


def test_what_touches_every_page_makes_all_count_no_more(story):
    finish_all()
    count = Finished.objects.count()
    append([Entry("updated", "site", tags=frozenset({"site"}))])
    assert cost("/en/stories/song/") > 2
    finish_all()
    assert cost("/en/stories/song/") == 2
    assert Finished.objects.count() == count


def test_another_release_makes_its_own(story, settings):
    finish_all()
    settings.RELEASE = "the next"
    assert cost("/en/stories/song/") > 2
    assert not finish_some()
    doubt_other_releases()
    finish_all()
    assert cost("/en/stories/song/") == 2


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


class Life:
    """What editors do in a year, at random, to a few pages."""

    def __init__(self, number):
        self.random = random.Random(number)
        self.themes = ThemeFactory.create_batch(2)
        self.words = CommunityFactory.create_batch(2)
        self.pictures = StoryImageFactory.create_batch(2)
        self.programmes = ProgrammePageFactory.create_batch(2)
        self.projects = [ProjectPageFactory(programme=each) for each in self.programmes]
        self.standing = StandardPageFactory(
            slug="about", related_pages=[("page", self.projects[0])]
        )
        for _number in range(3):
            self.tell()

    def step(self):
        action = self.random.choice([
            self.tell, self.retell, self.translate, self.rename, self.rename, self.take_back, self.delete,
            self.change_word, self.change_picture, self.move, self.restrict, self.end, self.stand_in,
        ])  # fmt: skip
        action()

    def page(self, *models):
        pages = StoryPage.objects.filter(live=True).order_by("pk")
        return self.random.choice(list(pages)) if pages else self.tell()

    def tell(self):
        pick = self.random.choice
        others = list(StoryPage.objects.filter(live=True).order_by("pk"))[:2]
        return StoryPageFactory(
            language=pick(LANGUAGES),
            themes=[pick(self.themes)],
            communities=[pick(self.words)],
            project=pick([*self.projects, None]),
            lead_image=pick([*self.pictures, None]),
            lead_image_alt="A quay",
            related_pages=[("page", pick(others))] if others else [],
        )

    def retell(self):
        publish(self.page(), summary=f"Told again {self.random.random()}")

    def translate(self):
        page = self.page()
        versions = StoryPage.objects.filter(translation_key=page.translation_key)
        free = set(LANGUAGES) - set(versions.values_list("locale__language_code", flat=True))
        if free:
            StoryPageFactory(translation_of=page, language=sorted(free)[0])

    def rename(self):
        pages = [self.page(), *self.projects, *self.programmes, self.standing, home("ar")]
        page = self.random.choice(pages)
        page.refresh_from_db()
        publish(page, title=f"Renamed {self.random.random()}")

    def take_back(self):
        self.page().unpublish()

    def delete(self):
        self.page().delete()

    def change_word(self):
        word = self.random.choice(self.themes + self.words)
        word.name = f"Word {self.random.random()}"
        word.save()

    def change_picture(self):
        picture = self.random.choice(self.pictures)
        picture.credit_line = f"Somebody {self.random.random()}"
        picture.save()

    def move(self):
        page = self.random.choice(self.projects)
        page.refresh_from_db()
        publish(page, slug=f"moved-{self.random.randrange(10**6)}")

    def restrict(self):
        PageViewRestriction.objects.create(page=self.page(), restriction_type="login")

    def end(self):
        publish(self.page(), expire_at=timezone.now() + timedelta(days=1))

    def stand_in(self):
        stand_in(self.random.choice(["en", "ar"]))


@pytest.mark.parametrize("number", [1, 2, 3])
def test_at_no_moment_of_a_year_is_anything_else_said(number, is_the_same):
    life = Life(number)
    for _step in range(12):
        life.step()
        paths = addresses()
        assert is_the_same(life.random.sample(paths, min(12, len(paths))))
        for _turn in range(life.random.randrange(3)):
            finish_some()
    finish_all()
    assert is_the_same(addresses())
