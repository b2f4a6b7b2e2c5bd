"""The admin's lists and forms of pages and of the vocabulary."""

import pytest

from home.models import HomePage, StandardPage
from stories.models import (
    CollectionObject,
    Community,
    ContentWarning,
    Partner,
    Place,
    ProgrammeIndexPage,
    ProgrammePage,
    ProjectIndexPage,
    ProjectPage,
    StoryIndexPage,
    StoryPage,
    Theme,
)
from tests.factories import (
    ContentWarningFactory,
    StoryPageFactory,
    ThemeFactory,
    home,
    index,
    locale,
)
from tests.pages.markup import read

from .forms import page_form, rich_text, streamfield, word_form

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
VOCABULARY = [Theme, Community, Place, ContentWarning, Partner, CollectionObject]
PAGES = {
    StandardPage: HomePage,
    ProgrammePage: ProgrammeIndexPage,
    ProjectPage: ProjectIndexPage,
    StoryPage: StoryIndexPage,
}


def add(admin_client, model, language="en", action="action-publish", **values):
    """Adds a page by its form, and gives it back."""
    parent = index(PAGES[model], language)
    path = f"/admin/pages/add/{model._meta.app_label}/{model._meta.model_name}/{parent.pk}/"
    response = admin_client.post(path, page_form(model, **values) | {action: "1"})
    assert response.status_code == 302, response.context["form"].errors
    return model.objects.latest("pk")


@pytest.mark.parametrize("model", PAGES, ids=lambda model: model.__name__)
def test_page_is_added_by_its_form(admin_client, client, model):
    page = add(admin_client, model, title="River song", summary="Of the river")
    assert (page.slug, page.live, page.source_language) == ("river-song", True, "en")
    assert client.get(page.url).status_code == 200


@pytest.mark.parametrize("model", PAGES, ids=lambda model: model.__name__)
@pytest.mark.parametrize("language", ["en", "bn"])
def test_form_to_add_a_page_opens(admin_client, model, language):
    parent = index(PAGES[model], language)
    path = f"/admin/pages/add/{model._meta.app_label}/{model._meta.model_name}/{parent.pk}/"
    assert admin_client.get(path).status_code == 200


def test_bengali_story_gets_an_address_of_its_own(admin_client):
    first = add(admin_client, StoryPage, "bn", title="নদীর গান")
    second = add(admin_client, StoryPage, "bn", title="নদীর গান")
    assert first.slug.isascii()
    assert second.slug == f"{first.slug}-2"


def test_address_that_another_story_has_in_another_language_is_refused(admin_client):
    StoryPageFactory(language="bn", slug="song")
    parent = index(StoryIndexPage, "en")
    path = f"/admin/pages/add/stories/storypage/{parent.pk}/"
    response = admin_client.post(path, page_form(StoryPage, slug="song"))
    assert "slug" in response.context["form"].errors


def test_story_is_written_with_every_kind_of_its_fields(admin_client, client, everything):
    body = streamfield([
        ("heading", {"text": "The river", "level": "2"}),
        ("paragraph", rich_text("<p>It carried us.</p>")),
        ("quote", {"text": "A road", "attribution": "Rahima", "language": "bn"}),
    ])  # fmt: skip
    story = add(
        admin_client, StoryPage, title="Written", body=body,
        themes=[everything.pages["story", "en"].themes.get().pk],
        project=everything.pages["project", "en"].pk, told_on="2024-02-02", licence="CC-BY-4.0",
        contributors=streamfield([("contributor", {"name": "Rahima", "role": "author",
                                                   "biography": ""})]),
        lead_image=everything.image.pk, lead_image_alt="A river",
    )  # fmt: skip
    page = read(client.get(story.url))
    for words in ("The river", "It carried us.", "A road", "Rahima", "Rivers"):
        assert words in page.one("main").text
    assert page.one("blockquote").language == ("bn", "ltr")


def test_editing_changes_what_is_read(admin_client, client):
    story = StoryPageFactory(title="Song", slug="song")
    data = page_form(StoryPage, title="River song", slug="song") | {"action-publish": "1"}
    response = admin_client.post(f"/admin/pages/{story.pk}/edit/", data)
    assert response.status_code == 302, response.context["form"].errors
    assert read(client.get("/en/stories/song/")).one("h1").text == "River song"


def test_draft_of_a_published_story_is_not_read(admin_client, client):
    story = StoryPageFactory(title="Song", slug="song")
    response = admin_client.post(
        f"/admin/pages/{story.pk}/edit/", page_form(StoryPage, title="Secret", slug="song")
    )
    assert response.status_code == 302, response.context["form"].errors
    assert "Secret" not in client.get("/en/stories/song/").content.decode()


class TestVocabularyInForms:
    @pytest.fixture(autouse=True)
    def words(self):
        self.rivers = ThemeFactory(name="Rivers", slug="rivers")
        self.nodi = ThemeFactory(name="নদী", translation_of=self.rivers, language="bn")
        self.bread = ThemeFactory(name="Bread", slug="bread")

    def offered(self, admin_client, page):
        form = read(admin_client.get(f"/admin/pages/{page.pk}/edit/"))
        return {int(each.attrs["value"]) for each in form.all("input", name="themes")}

    def test_each_word_once_in_the_pages_language(self, admin_client):
        english = self.offered(admin_client, StoryPageFactory())
        assert english == {self.rivers.pk, self.bread.pk}
        bengali = self.offered(admin_client, StoryPageFactory(language="bn"))
        assert bengali == {self.nodi.pk, self.bread.pk}

    def test_chosen_word_stays_chosen(self, admin_client):
        story = StoryPageFactory(language="bn", slug="song", themes=[self.rivers])
        assert self.offered(admin_client, story) == {self.rivers.pk, self.bread.pk}
        data = page_form(StoryPage, slug="song", themes=[str(self.rivers.pk)])
        response = admin_client.post(
            f"/admin/pages/{story.pk}/edit/", data | {"action-publish": "1"}
        )
        assert response.status_code == 302, response.context["form"].errors
        assert list(StoryPage.objects.get(pk=story.pk).themes.all()) == [self.rivers]

    def test_warnings_too(self, admin_client):
        loss = ContentWarningFactory(name="Loss", slug="loss")
        biyog = ContentWarningFactory(name="বিয়োগ", translation_of=loss, language="bn")
        page = StoryPageFactory(language="bn")
        form = read(admin_client.get(f"/admin/pages/{page.pk}/edit/"))
        offered = {int(each.attrs["value"]) for each in form.all("input", name="content_warnings")}
        assert offered == {biyog.pk}


@pytest.mark.parametrize("model", VOCABULARY, ids=lambda model: model.__name__)
class TestVocabularyPages:
    def base(self, model):
        return f"/admin/snippets/stories/{model._meta.model_name}/"

    def test_word_is_added(self, admin_client, model):
        values = word_form(name="নদী", text="Calm words.", museum_number="7", title="Lamp")
        response = admin_client.post(f"{self.base(model)}add/?locale=bn", values)
        assert response.status_code == 302, response.context["form"].errors
        word = model.objects.get()
        assert word.locale == locale("bn")
        assert model is CollectionObject or word.slug.isascii()
        assert model is CollectionObject or word.slug

    def test_same_address_is_not_given_twice(self, admin_client, model):
        if model is CollectionObject:
            return
        for name in ("Rivers", "Rivers!"):
            values = word_form(name=name, text="Calm words.")
            admin_client.post(f"{self.base(model)}add/", values)
        assert len(set(model.objects.values_list("slug", flat=True))) == model.objects.count()


def test_home_page_form_keeps_its_menu(admin_client):
    front = home("en")
    entry = {"page": index(StoryIndexPage).pk, "url": "", "text": "Listen"}
    data = page_form(
        HomePage, title="Welcome", slug=front.slug, navigation=streamfield([("item", entry)])
    )
    response = admin_client.post(f"/admin/pages/{front.pk}/edit/", data | {"action-publish": "1"})
    assert response.status_code == 302, response.context["form"].errors
    assert home("en").navigation.raw_data[0]["value"]["text"] == "Listen"


@pytest.mark.parametrize(
    ("page", "url", "text"), [(True, "https://x.example/", ""), (False, "", "Words"),
                              (False, "https://x.example/", "")],
)  # fmt: skip
def test_menu_entry_is_a_page_or_an_address_with_words(admin_client, page, url, text):
    front = home("en")
    entry = {"page": index(StoryIndexPage).pk if page else "", "url": url, "text": text}
    data = page_form(
        HomePage, title="Welcome", slug=front.slug, navigation=streamfield([("item", entry)])
    )
    response = admin_client.post(f"/admin/pages/{front.pk}/edit/", data)
    assert "navigation" in response.context["form"].errors
