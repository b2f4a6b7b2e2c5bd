"""Pages that gather what has to do with a theme, a community, a place, a partner, an object, a person."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from stories.addresses import is_taken
from stories.delivery.hearing import heard_together
from stories.models import ProgrammePage
from stories.subjects import FOLDERS
from tests.factories import (
    CollectionObjectFactory,
    PartnerFactory,
    ProgrammePageFactory,
    ProjectPageFactory,
    StoryPageFactory,
    ThemeFactory,
    home,
)
from tests.once import measured
from tests.pages.markup import read
from tests.pages.test_costs import queries, said, stories

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def credit(name, page):
    return {"name": name, "role": "storyteller", "biography": "", "page": page}


def test_names_are_in_the_best_language_that_there_is(client):
    rivers = ThemeFactory(name="নদী", slug="rivers", language="bn")
    ThemeFactory(name="Rivers", translation_of=rivers)
    StoryPageFactory(themes=[rivers], language="bn", title="নদীর গান")
    english = read(client.get("/en/themes/rivers/"))
    assert english.one("h1").language == ("en", "ltr")
    arabic = read(client.get("/ar/themes/rivers/"))
    assert arabic.one("h1").language == ("en", "ltr")
    assert arabic.one("article", class_="card").one("h3").language == ("bn", "ltr")


def test_it_is_only_offered_in_languages_that_something_is_in(client):
    rivers = ThemeFactory(slug="rivers")
    StoryPageFactory(themes=[rivers], language="bn")
    html = read(client.get("/en/themes/rivers/"))
    links = html.all("link")
    assert [each.attrs["hreflang"] for each in links if "hreflang" in each.attrs] == ["bn"]
    [canonical] = [each.attrs["href"] for each in links if each.attrs.get("rel") == "canonical"]
    assert canonical.endswith("/bn/themes/rivers/")


def test_what_nothing_public_has_to_do_with_has_no_page(client):
    rivers, lamp = ThemeFactory(slug="rivers"), CollectionObjectFactory(museum_number="7")
    hidden = {
        "themes": [rivers],
        "collection_objects": [{"object": lamp, "use": ""}],
        "contributors": [credit("Amina", "amina-y")],
    }
    story = StoryPageFactory(draft=True, **hidden)
    StoryPageFactory(private=True, **hidden)
    StoryPageFactory(expired=True, **hidden)
    pages = ["themes/rivers/", "objects/7/", "contributors/amina-y/", "themes/no/"]
    assert {client.get(f"/en/{path}").status_code for path in pages} == {404}
    assert "amina-y" not in client.get("/en/contributors/").content.decode()
    story.save_revision().publish()
    assert [client.get(f"/en/{path}").status_code for path in pages] == [200, 200, 200, 404]
    story.refresh_from_db()
    story.unpublish()
    assert {client.get(f"/en/{path}").status_code for path in pages} == {404}


def test_credits_without_a_word_of_their_own_lead_nowhere(client):
    story = StoryPageFactory(contributors=[credit("Amina", "")])
    page = client.get(f"/en/stories/{story.slug}/").content.decode()
    assert "Amina" in page
    assert "/contributors/" not in page


def test_namesakes_are_two_people(client):
    StoryPageFactory(title="One", contributors=[credit("Amina", "amina-y")])
    StoryPageFactory(title="Other", contributors=[credit("Amina", "amina-k")])
    page = read(client.get("/en/contributors/amina-y/")).one("main").text
    assert "One" in page
    assert "Other" not in page


def test_nobody_comes_onto_a_page_under_another_name():
    StoryPageFactory(contributors=[credit("Amina Yusuf", "amina-y")])
    with pytest.raises(ValidationError, match=r"amina-y.*Amina Yusuf"):
        StoryPageFactory(contributors=[credit("Shapla", "amina-y")])
    StoryPageFactory(language="bn", contributors=[credit("আমিনা ইউসুফ", "amina-y")])


def test_a_name_that_was_changed_is_gone_from_the_page(client):
    story = StoryPageFactory(contributors=[credit("Amina Yusuf", "amina-y")])
    assert "Amina Yusuf" in client.get("/en/contributors/amina-y/").content.decode()
    story.contributors[0].value["name"] = "A."
    story.save_revision().publish()
    page = client.get("/en/contributors/amina-y/").content.decode()
    assert read(client.get("/en/contributors/amina-y/")).one("h1").text == "A."
    assert "Amina Yusuf" not in page


def test_kept_pages_are_made_anew_when_something_belongs_to_them(client):
    rivers, harbours = ThemeFactory(slug="rivers"), ThemeFactory(slug="harbours")
    StoryPageFactory(themes=[rivers])
    StoryPageFactory(themes=[harbours])
    before = {path: client.get(f"/en/themes/{path}").content for path in ("", "rivers/")}
    tag = client.get("/en/themes/harbours/").headers["ETag"]
    StoryPageFactory(themes=[rivers], title="Another")
    assert "Another" in client.get("/en/themes/rivers/").content.decode()
    assert client.get("/en/themes/").content != before[""]
    unchanged = client.get("/en/themes/harbours/", headers={"if-none-match": tag})
    assert unchanged.status_code == 304
    rivers.name = "Streams"
    rivers.save()
    assert "Streams" in client.get("/en/themes/rivers/").content.decode()
    assert "Streams" in client.get("/en/themes/").content.decode()


def test_kept_lists_follow_partners_and_objects(client):
    school, lamp = PartnerFactory(name="The school"), CollectionObjectFactory(title="Lamp")
    ProjectPageFactory(
        partners=[{"partner": school, "role": ""}],
        collection_objects=[{"object": lamp, "use": ""}],
    )
    assert "The school" in client.get("/en/partners/").content.decode()
    assert "Lamp" in client.get("/en/objects/").content.decode()
    school.live = False
    school.save()
    lamp.title = "Lantern"
    lamp.save()
    assert "The school" not in client.get("/en/partners/").content.decode()
    assert "Lantern" in client.get("/en/objects/").content.decode()
    school.live = True
    school.save()
    assert "The school" in client.get("/en/partners/").content.decode()


def test_long_lists_have_pages(client):
    rivers = ThemeFactory(slug="rivers")
    ProgrammePageFactory(themes=[rivers])
    ProjectPageFactory(themes=[rivers])
    StoryPageFactory.create_batch(20, themes=[rivers])
    first, second = (read(client.get(f"/en/themes/rivers/?page={number}")) for number in (1, 2))
    assert [len(html.all("article", class_="card")) for html in (first, second)] == [20, 2]
    assert client.get("/en/themes/rivers/?page=3").status_code == 404
    assert client.get("/en/themes/rivers/?page=x").status_code == 404


@pytest.mark.parametrize("folder", FOLDERS.values())
def test_no_page_takes_their_addresses(folder):
    assert is_taken(folder, home(), ProgrammePage(slug=folder))


PATHS = [
    f"/{language}/{path}"
    for language in ("en", "ar")
    for path in ("themes/", "themes/rivers/", "objects/", "objects/7/", "contributors/amina-y/")
]


def asked_by_subjects():
    """What each of them asks for two stories, and for eighteen: ``({address: queries}, the same)``."""
    rivers = ThemeFactory(slug="rivers")
    lamp = CollectionObjectFactory(museum_number="7")
    shared = {
        "collection_objects": [{"object": lamp, "use": ""}],
        "contributors": [credit("Amina", "amina-y")],
    }

    def each():
        return {path: queries(Client(), path) for path in PATHS}

    @heard_together()
    def grow(count):
        for story in stories(count, summary="more", **shared):
            story.themes.add(rivers)
            story.save()

    grow(2)
    two = each()
    grow(16)
    return two, each()


asked = measured(asked_by_subjects)


@pytest.mark.parametrize("path", PATHS)
def test_they_cost_the_same_for_two_and_for_eighteen(asked, path):
    two, eighteen = (each[path] for each in asked)
    assert len(eighteen) == len(two) <= 8, said(eighteen)
