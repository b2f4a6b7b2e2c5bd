"""Whatever editors do in a year, what is served is what would be put together for its reader."""

import random
from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from stories.delivery.finishing import finish_some
from stories.models import StoryPage
from tests.factories import (
    CommunityFactory,
    ProgrammePageFactory,
    ProjectPageFactory,
    StandardPageFactory,
    StoryImageFactory,
    StoryPageFactory,
    ThemeFactory,
    home,
)

from .finished import LANGUAGES, addresses, finish_all, publish, stand_in

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.any_database,
    pytest.mark.usefixtures("nothing_is_kept"),
    pytest.mark.long,
]


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


@pytest.mark.parametrize("number", [1, 2])
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
