"""Pages as Wagtail clients read them, whole and in their own language."""

from copy import deepcopy
from datetime import timedelta

import pytest
from django.utils import timezone

from tests import factories as make
from tests.once import once

pytestmark = pytest.mark.django_db
PAGES = "/api/v2/pages/"


def titles(client, **query):
    response = client.get(PAGES, {"type": "stories.StoryPage", **query})
    assert response.status_code == 200, response.content
    return {item["title"] for item in response.json()["items"]}


def read(client, page, **query):
    return client.get(f"{PAGES}{page.pk}/", query).json()


def make_story():
    project = make.ProjectPageFactory(title="Lanterns", slug="lanterns")
    picture = make.StoryImageFactory(rendered=True, credit_line="Rahima Begum")
    thing = make.CollectionObjectFactory(title="Water jar", image=picture, image_alt="A jar")
    theme = make.ThemeFactory(name="Rivers", slug="rivers")
    story = make.StoryPageFactory(
        title="River song",
        slug="river-song",
        summary="What the river carried.",
        project=project,
        lead_image=picture,
        lead_image_alt="A boat at dawn",
        licence="CC-BY-4.0",
        contributors=[("contributor", {"name": "Rahima Begum", "role": "storyteller"})],
        collection_objects=[("object", {"object": thing, "use": "She held it."})],
        related_pages=[project],
        body=[
            ("paragraph", f'<p>See <a linktype="page" id="{project.pk}">lanterns</a>.</p>'),
            ("image", {"image": {"image": picture, "alt_text": "A jar"}, "caption": "At home"}),
        ],
    )
    story.themes.add(theme)
    story.save()
    return story


made = once(make_story)


@pytest.fixture
def story(made, db):
    return deepcopy(made)


def test_a_story_is_whole(client, story):
    page = read(client, story)
    assert page["meta"]["type"] == "stories.StoryPage"
    assert page["meta"]["html_url"] == "http://testserver/en/stories/river-song/"
    assert page["meta"]["detail_url"] == f"http://testserver/api/v2/pages/{story.pk}/"
    assert page["meta"]["locale"] == "en"
    assert page["meta"]["parent"]["title"] == "Stories"
    assert page["meta"]["parent"]["meta"]["html_url"] == "http://testserver/en/stories/"
    assert page["summary"] == "What the river carried."
    assert page["project"]["title"] == "Lanterns"
    assert page["licence"]["url"] == "https://creativecommons.org/licenses/by/4.0/"
    assert page["contributors"][0]["name"] == "Rahima Begum"
    assert [theme["slug"] for theme in page["themes"]] == ["rivers"]
    assert [card["title"] for card in page["related_pages"]] == ["Lanterns"]
    assert page["collection_objects"][0]["use"] == "She held it."
    assert "import_id" not in page


def test_pictures_are_pictures_and_not_numbers(client, story):
    page = read(client, story)
    lead, block = page["lead_image"], page["body"][1]["value"]["image"]
    assert lead["alt"] == "A boat at dawn"
    assert block["alt"] == "A jar"
    assert [each["type"] for each in lead["sources"]] == ["image/avif", "image/webp", "image/jpeg"]
    assert lead["src"].startswith("http://testserver/media/")
    assert client.get(lead["src"]).status_code == 200


def test_rich_text_is_html_with_links_in_the_pages_own_locale(client, story):
    html = read(client, story)["body"][0]["value"]["html"]
    assert '<a href="http://testserver/en/projects/lanterns/">lanterns</a>' in html
    translated = make.StoryPageFactory(translation_of=story, language="bn", title="নদীর গান")
    html = client.get(f"{PAGES}{translated.pk}/", headers={"Accept-Language": "ar"}).json()["body"][
        0
    ]["value"]["html"]
    assert 'href="http://testserver/bn/projects/lanterns/"' in html


def test_a_list_says_of_each_page_what_its_detail_says(client, story):
    make.StoryPageFactory(translation_of=story, language="bn", title="নদীর গান")
    items = client.get(PAGES, {"type": "stories.StoryPage", "fields": "*"}).json()["items"]
    assert len(items) == 2
    for item in items:
        detail = client.get(f"{PAGES}{item['id']}/").json()
        assert detail["meta"].pop("parent")
        assert item == detail


def test_terms_are_in_the_pages_own_language(client, story):
    theme = story.themes.get()
    make.ThemeFactory(translation_of=theme, language="bn", name="নদী")
    make.StoryPageFactory(translation_of=story, language="bn", title="নদীর গান")
    items = client.get(PAGES, {"type": "stories.StoryPage", "fields": "themes,locale"}).json()[
        "items"
    ]
    named = {item["meta"]["locale"]: item["themes"][0]["title"] for item in items}
    assert named == {"en": "Rivers", "bn": "নদী"}


def test_every_type_can_be_listed_with_all_its_fields(client, story):
    make.ProgrammePageFactory()
    make.StandardPageFactory()
    for name in (
        "home.HomePage",
        "home.StandardPage",
        "stories.ProgrammePage",
        "stories.ProgrammeIndexPage",
        "stories.ProjectPage",
        "stories.ProjectIndexPage",
        "stories.StoryPage",
        "stories.StoryIndexPage",
        "stories.StoryPage,stories.ProjectPage",
        "wagtailcore.Page",
    ):
        response = client.get(PAGES, {"type": name, "fields": "*"})
        assert response.status_code == 200, (name, response.content)
        assert response.json()["items"], name


def test_a_project_by_itself_has_its_stories(client, story):
    project = read(client, story.project)
    assert [card["title"] for card in project["stories"]] == ["River song"]
    response = client.get(PAGES, {"type": "stories.ProjectPage", "fields": "stories"})
    assert response.status_code == 400


def test_pages_are_filtered(client, story):
    make.StoryPageFactory(title="Another")
    make.searchable()
    key = str(story.project.translation_key)
    for query in (
        {"slug": "river-song"},
        {"project": story.project_id},
        {"project": key},
        {"project": "lanterns"},
        {"themes": "rivers"},
        {"themes": story.themes.get().pk},
        {"search": "river"},
        {"search": "river", "locale": "en", "type": "stories.StoryPage"},
        {"source_language": "en", "order": "-title", "limit": 1},
    ):
        assert titles(client, **query) == {"River song"}, query


def test_a_project_that_is_not_public_finds_nothing(client):
    project = make.ProjectPageFactory(draft=True)
    make.StoryPageFactory(project=project)
    assert titles(client, project=project.pk) == set()


def test_translations_are_found(client, story):
    other = make.StoryPageFactory(translation_of=story, language="bn", title="নদীর গান")
    assert titles(client, translation_of=story.pk) == {"নদীর গান"}
    assert titles(client, locale="bn") == {"নদীর গান"}
    assert {each["locale"] for each in read(client, other)["translations"]} == {"bn", "en"}


@pytest.mark.parametrize(
    ("path", "language"),
    [
        ("/bn/stories/river-song/", "bn"),
        ("/en/stories/river-song/", "en"),
        ("http://testserver/bn/stories/river-song/?x=1", "bn"),
        ("/stories/river-song/", "en"),
    ],
)
def test_a_page_is_found_by_its_address(client, story, path, language):
    make.StoryPageFactory(translation_of=story, language="bn", title="নদীর গান")
    response = client.get(f"{PAGES}find/", {"html_path": path, "fields": "title"}, follow=True)
    assert response.redirect_chain[0][1] == 302
    assert client.get(f"{PAGES}{response.json()['id']}/").json()["meta"]["locale"] == language


@pytest.mark.parametrize("path", ["/ar/stories/river-song/", "/en/stories/none/", "/xx/", "/en/x"])
def test_an_address_where_no_page_of_that_language_is_finds_nothing(client, story, path):
    response = client.get(f"{PAGES}find/", {"html_path": path})
    assert response.status_code == 404
    assert response["Content-Type"] == "application/json"


def test_the_home_page_is_found(client):
    response = client.get(f"{PAGES}find/", {"html_path": "/bn/"}, follow=True)
    assert response.json()["id"] == make.home("bn").pk


@pytest.mark.parametrize(
    "address",
    [
        "/api/v2/",
        "/api/v2/pages",
        "/api/v2/nope/",
        "/api/v2/pages/999999/",
        "/api/v2/pages/x/",
        "/api/v2/images/999999/",
        "/api/v2/documents/999999/",
        "/api/v2/pages/?locale=xx",
    ],
)
def test_what_is_not_there_is_a_404_in_json(client, address):
    response = client.get(address, headers={"Accept": "text/html"})
    assert response.status_code == 404
    assert response["Content-Type"] == "application/json"
    assert response.json()["message"]


@pytest.mark.parametrize(
    "query",
    [
        "bogus=1",
        "type=stories.Nope",
        "fields=nope",
        "order=nope",
        "type=stories.StoryPage&order=themes",
        "type=stories.StoryPage&body=x",
        "type=stories.StoryPage&told_on=yesterday",
        "type=stories.StoryPage&themes=a%00b",
        "type=stories.StoryPage&lead_image=x",
        "show_in_menus=perhaps",
        "first_published_at=x",
        "search=%00",
        "limit=21",
        "limit=x",
        "offset=99999999999999999999",
        "child_of=999999",
        "rich_text_format=db_html",
        "site=localhost",
    ],
)
def test_what_is_unknown_is_a_400_in_json(client, query):
    response = client.get(f"{PAGES}?{query}")
    assert response.status_code == 400, response.content
    assert response.json()["message"]


@pytest.mark.parametrize("query", ["id=99999999999999999999", "title=%F0%9F%8C%8A", "themes=½"])
def test_what_nothing_has_finds_nothing(client, query):
    response = client.get(f"{PAGES}?type=stories.StoryPage&{query}")
    assert response.json()["meta"]["total_count"] == 0


def test_a_wrong_id_finds_nothing(client):
    assert client.get(f"{PAGES}find/?id=x").status_code == 400


def test_what_is_hidden_is_not_there(client, story):
    project = story.project
    project.unpublish()
    page = read(client, story)
    assert page["project"] is None
    assert page["related_pages"] == []
    assert "<a" not in page["body"][0]["value"]["html"]
    index = make.index(make.StoryIndexPage)
    index.unpublish()
    page = read(client, story)
    assert page["meta"]["parent"] is None
    assert [crumb["type"] for crumb in page["breadcrumbs"]] == ["home"]


def test_an_expired_page_is_out_at_once(client, story):
    story.expire_at = timezone.now() + timedelta(hours=1)
    story.save()
    assert titles(client) == {"River song"}
    story.expire_at = timezone.now() - timedelta(seconds=1)
    story.save()
    assert story.live
    assert titles(client) == set()
    assert client.get(f"{PAGES}{story.pk}/").status_code == 404


def test_an_alias_is_left_out(client, story):
    alias = story.create_alias(
        parent=make.index(make.StoryIndexPage, "bn"), update_locale=make.locale("bn")
    )
    assert titles(client, locale="bn") == set()
    assert client.get(f"{PAGES}{alias.pk}/").status_code == 404


def test_an_editor_sees_what_everybody_sees(admin_client, client, story):
    draft = make.StoryPageFactory(draft=True)
    private = make.StoryPageFactory(private=True)
    for page in (draft, private):
        assert admin_client.get(f"{PAGES}{page.pk}/").status_code == 404
    assert titles(admin_client) == titles(client) == {"River song"}


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(client, story, method):
    assert getattr(client, method)(f"{PAGES}{story.pk}/").status_code == 405
