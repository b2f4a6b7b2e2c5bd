"""An address stays when a title changes, and an address that is changed leads on, in every language."""

import pytest

from stories.models import StoryPage
from tests.factories import StoryPageFactory, locale

pytestmark = pytest.mark.django_db
API = "/api/delivery/v1/resolve/"
TITLES = {
    "bn": "নদীর গান",
    "ar": "أغنية النهر",
    "zh-hans": "河之歌",
    "am": "የወንዝ ዘፈን",
    "ur": "دریا کا گیت",
}


@pytest.mark.parametrize("language", TITLES)
def test_a_title_in_any_script_gives_one_lasting_address(client, language):
    story = StoryPageFactory(language=language, title=TITLES[language], slug="")
    english = StoryPageFactory(translation_of=story, language="en", title="River song")
    slug = story.slug
    assert slug.isascii()
    assert slug.replace("-", "").isalnum()
    assert english.slug == slug
    for page in (story, english):
        page.title = f"{page.title} 2"
        page.save_revision().publish()
    assert set(StoryPage.objects.values_list("slug", flat=True)) == {slug}
    for reader in (language, "en", "so"):
        locale(reader)
        assert client.get(f"/{reader}/stories/{slug}/").status_code == 200


@pytest.fixture
def renamed(django_capture_on_commit_callbacks):
    """A story told in Bengali with an English translation, at its third address."""
    story = StoryPageFactory(language="bn", title="নদী", slug="first")
    StoryPageFactory(translation_of=story, language="en", title="River")
    for slug in ("second", "third"):
        story = StoryPage.objects.get(pk=story.pk)
        story.slug = slug
        with django_capture_on_commit_callbacks(execute=True):
            story.save_revision().publish()
    return story


@pytest.mark.parametrize("old", ["first", "second"])
@pytest.mark.parametrize("language", ["bn", "en", "ar"])
def test_a_changed_address_leads_on_in_every_language(client, renamed, language, old):
    """In Arabic too, in which there is no translation: readers had the original at that address."""
    now = f"/{language}/stories/third/"
    answer = client.get(f"/{language}/stories/{old}/")
    assert (answer.status_code, answer.headers["Location"]) == (301, now)
    assert client.get(now).status_code == 200
    found = client.get(API, {"path": f"/{language}/stories/{old}/"}).json()
    assert found == {
        "kind": "redirect",
        "location": f"http://testserver{now}",
        "permanent": True,
    }


@pytest.mark.parametrize("language", ["bn", "en", "ar"])
def test_an_old_address_is_free_for_another_story(client, renamed, language):
    StoryPageFactory(language="en", slug="first", title="Another")
    found = client.get(API, {"path": f"/{language}/stories/first/"}).json()
    assert found["page"]["title"] == "Another"


def test_an_old_address_of_what_is_not_public_leads_nowhere(client, renamed):
    StoryPage.objects.update(live=False)
    for language in ("bn", "en", "ar"):
        path = f"/{language}/stories/first/"
        assert client.get(path).status_code == 404
        assert client.get(API, {"path": path}).status_code == 404


def test_an_old_address_leads_to_what_stands_in(client, renamed):
    """The English version is taken down; the original is read in its stead, at the same address."""
    StoryPage.objects.get(locale=locale("en")).unpublish()
    assert client.get("/en/stories/first/").headers["Location"] == "/en/stories/third/"


@pytest.mark.django_db(transaction=True)
def test_all_translations_are_renamed_where_each_is_committed_by_itself(client):
    story = StoryPageFactory(title="River", slug="first")
    for language in ("ar", "bn", "so"):
        StoryPageFactory(translation_of=story, language=language)
    story.slug = "second"
    story.save_revision().publish()
    assert set(StoryPage.objects.values_list("slug", flat=True)) == {"second"}
    for language in ("en", "ar", "bn", "so"):
        answer = client.get(f"/{language}/stories/first/")
        assert (answer.status_code, answer.headers["Location"]) == (
            301,
            f"/{language}/stories/second/",
        )
