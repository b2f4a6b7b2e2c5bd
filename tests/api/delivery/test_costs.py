"""What an answer costs in queries: the same for 2 rows and for 20, in one language and in several."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from stories.delivery.hearing import heard_together
from tests.api.delivery.content import everything
from tests.factories import (
    CollectionObjectFactory,
    CommunityFactory,
    PartnerFactory,
    PlaceFactory,
    ProgrammePageFactory,
    ProjectPageFactory,
    StandardPageFactory,
    StoryImageFactory,
    StoryPageFactory,
    ThemeFactory,
    picture_file,
)
from tests.once import forget_answers, measured

pytestmark = pytest.mark.any_database

ROOT = "/api/delivery/v1/"
LIST, DETAIL = 4, 4  # the log among them


def count(path, **parameters):
    """How many queries that takes."""
    client = Client()
    client.get(ROOT + path, parameters)
    forget_answers()
    with CaptureQueriesContext(connection) as queries:
        response = client.get(ROOT + path, parameters)
    assert response.status_code == 200, response.content
    return len(queries)


@pytest.fixture
def cost(db):
    """`cost("stories/")` is how many queries that takes."""
    return count


def rich(factory, languages, rendered=True, **values):
    """A page with something of everything that a card shows, in each of the languages."""
    page = None
    for language in languages:
        terms = {
            "themes": [ThemeFactory()],
            "communities": [CommunityFactory()],
            "places": [PlaceFactory()],
            "lead_image": StoryImageFactory(file=picture_file(40, 30), rendered=rendered),
            "lead_image_alt": "A quay",
        }
        page = factory(language=language, translation_of=page, **{**terms, **values}) or page
    return page


def story(languages, **values):
    programme = rich(ProgrammePageFactory, languages)
    project = rich(ProjectPageFactory, languages, programme=programme)
    return rich(StoryPageFactory, languages, project=project, **values)


ONE, SEVERAL = ["en"], ["en", "ar", "bn"]
LISTS = ["stories/", "projects/", "programmes/", "pages/"]


def costs_of_lists():
    """What each list costs of two, of twenty in one language, and of three more in three languages."""

    def costs(number, languages):
        with heard_together():
            for _ in range(number):
                story(languages)
                rich(StandardPageFactory, languages)
        return {path: count(path, locale="bn") for path in LISTS}

    return costs(2, ONE), costs(18, ONE), costs(3, SEVERAL)


costs = measured(costs_of_lists)


@pytest.mark.parametrize("path", LISTS)
def test_a_list(costs, path):
    two, twenty, translated = (each[path] for each in costs)
    assert two == twenty == translated <= LIST


def test_a_list_with_every_filter(cost):
    page = story(["bn", "en"])
    filters = {
        "theme": page.themes.first().slug,
        "community": page.communities.first().slug,
        "place": page.places.first().slug,
        "programme": page.project.programme.slug,
        "project": page.project.slug,
        "language": "en",
        "q": "page",
        "fields": "title",
        "order": "title",
    }
    assert cost("stories/", **filters) <= LIST


def test_a_list_whose_renditions_are_still_being_made(cost):
    for _ in range(3):
        story(["en"], rendered=False)
    assert cost("stories/") <= LIST


PAGES = {
    "story": "stories",
    "project": "projects",
    "programme": "programmes",
    "about": "pages",
    "home": "pages",
}


def costs_of_pages():
    """What each page costs that has everything on it: ``{its name: queries}``."""
    made = everything()
    return {
        name: count(f"{path}/{getattr(made, name).translation_key}/", locale="ar")
        for name, path in PAGES.items()
    }


pages = measured(costs_of_pages)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_with_everything_on_it(pages, name):
    assert pages[name] <= DETAIL


@pytest.mark.parametrize("languages", [ONE, SEVERAL])
def test_a_detail_costs_the_same_whatever_belongs_to_it(cost, languages):
    programme = rich(ProgrammePageFactory, languages)

    def project():
        objects = [{"object": CollectionObjectFactory(), "use": ""} for _ in range(3)]
        partners = [{"partner": PartnerFactory(), "role": ""} for _ in range(3)]
        return rich(
            ProjectPageFactory,
            languages,
            programme=programme,
            collection_objects=objects,
            partners=partners,
        )

    first = project()
    paths = [f"projects/{first.translation_key}/", f"programmes/{programme.translation_key}/"]

    def grow(times):
        for _ in range(times):
            project()
            rich(StoryPageFactory, languages, project=first)

    grow(2)
    costs = [cost(path, locale="bn") for path in paths]
    grow(4)
    assert [cost(path, locale="bn") for path in paths] == costs
    assert max(costs) <= DETAIL


def test_what_stands_around(cost):
    def costs():
        return [cost(path) for path in ("taxonomies/", "locales/", "navigation/")]

    ThemeFactory.create_batch(2)
    two = costs()
    ThemeFactory.create_batch(18)
    assert costs() == two
    assert max(two) <= LIST
