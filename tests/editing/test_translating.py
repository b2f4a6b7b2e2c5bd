"""A story is submitted for translation, translated, and read in another language."""

import pytest
from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)

from stories.models import StoryPage
from tests.factories import StoryImageFactory, StoryPageFactory, ThemeFactory, locale
from tests.pages.markup import read

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
PHRASE = '<a linktype="language" lang="bn">নদী</a>'


@pytest.fixture
def story():
    image = StoryImageFactory()
    picture = {"image": image, "alt_text": "A ferry", "decorative": False}
    return StoryPageFactory(
        title="River song", slug="river-song", summary="Of the river",
        lead_image=image, lead_image_alt="A wide river",
        themes=[ThemeFactory(name="Rivers", slug="rivers")], place_precision="region",
        body=[
            ("heading", {"text": "At the quay", "level": "2"}),
            ("paragraph", f"<p>We say {PHRASE} here.</p>"),
            ("image", {"image": picture, "caption": "Ferrybank"}),
            ("quote", {"text": "A road", "attribution": "Rahima", "language": ""}),
        ],
        contributors=[{"name": "Rahima", "role": "storyteller", "biography": "A weaver"}],
    )  # fmt: skip


@pytest.fixture
def submitted(admin_client, story):
    """The Bengali draft that submitting the story for translation makes."""
    response = admin_client.post(
        f"/admin/localize/submit/page/{story.pk}/", {"locales": [str(locale("bn").pk)]}
    )
    assert response.status_code == 302, response.content.decode()[-2000:]
    return StoryPage.objects.get(locale=locale("bn"))


def segments(story):
    source = TranslationSource.objects.get(object_id=story.translation_key)
    return {
        each.context.path: each.string.data
        for each in StringSegment.objects.filter(source=source).select_related("context", "string")
    }


def translate(story, tag="bn", **words):
    """A translation of every segment; those that read so have these words."""
    translation = Translation.objects.get(source__object_id=story.translation_key)
    words = {original.replace("_", " "): translated for original, translated in words.items()}
    for segment in StringSegment.objects.filter(source=translation.source):
        original = segment.string.data
        StringTranslation.objects.create(
            translation_of=segment.string,
            locale=locale(tag),
            context=segment.context,
            data=words.get(original, original.replace("We say", "আমরা বলি")),
        )
    return translation


@pytest.fixture
def publish(django_capture_on_commit_callbacks):
    """Publishes a translation, which happens once its draft is safely stored."""

    def published(translation):
        with django_capture_on_commit_callbacks(execute=True):
            translation.save_target(publish=True)

    return published


def test_submitting_makes_a_draft_in_its_language(client, story, submitted):
    assert not submitted.live
    assert submitted.translation_key == story.translation_key
    assert (submitted.slug, submitted.source_language) == ("river-song", "en")
    assert submitted.place_precision == "region"
    page = read(client.get("/bn/stories/river-song/"))
    assert page.one("h1").language == ("en", "ltr")


def test_translators_are_given_every_word_and_no_address(story, submitted):
    given = segments(story)
    words = set(given.values())
    assert {
        "River song", "Of the river", "A wide river", "At the quay", "A ferry", "Ferrybank",
        "A road", "A weaver",
    } <= words  # fmt: skip
    assert any(each.startswith("We say") for each in words)
    assert "slug" not in given
    assert "river-song" not in words
    assert "2" not in words
    assert "storyteller" not in words


def test_published_translation_is_read(client, publish, story, submitted):
    translation = translate(story, River_song="নদীর গান", Of_the_river="নদীর কথা", A_road="পথ")
    publish(translation)
    page = read(client.get("/bn/stories/river-song/"))
    assert page.one("h1").text == "নদীর গান"
    assert page.one("h1").language == ("bn", "ltr")
    assert page.one("blockquote").text == "পথ"
    assert page.one("p", class_="original").text == "River song"
    found = StoryPage.objects.get(locale=locale("bn"))
    assert (found.slug, found.source_language) == ("river-song", "en")
    assert list(found.themes.all()) == list(story.themes.all())
    assert found.lead_image == story.lead_image


def test_phrase_in_another_language_is_carried_over(client, publish, story, submitted):
    translation = translate(story, River_song="নদীর গান")
    publish(translation)
    prose = read(client.get("/bn/stories/river-song/")).one("div", class_="prose")
    assert prose.text == "আমরা বলি নদী here."
    assert prose.one("span").attrs["lang"] == "bn"


def test_translation_editor_opens(admin_client, story, submitted):
    response = admin_client.get(f"/admin/pages/{submitted.pk}/edit/")
    assert response.status_code == 200
    assert "River song" in response.content.decode()


def test_story_first_told_in_bengali_is_translated_into_english(admin_client, client, publish):
    story = StoryPageFactory(language="bn", title="নদীর গান", slug="river-song")
    admin_client.post(
        f"/admin/localize/submit/page/{story.pk}/", {"locales": [str(locale("en").pk)]}
    )
    publish(translate(story, tag="en", **{"নদীর গান": "River song"}))
    page = read(client.get("/en/stories/river-song/"))
    assert page.one("h1").text == "River song"
    original = page.one("p", class_="original")
    assert (original.text, original.language) == ("নদীর গান", ("bn", "ltr"))
    assert StoryPage.objects.get(locale=locale("en")).source_language == "bn"


def test_story_whose_address_changes_takes_its_translations_along(
    client, publish, story, submitted, django_capture_on_commit_callbacks
):
    publish(translate(story, River_song="নদীর গান"))
    story.refresh_from_db()
    story.slug = "song"
    with django_capture_on_commit_callbacks(execute=True):
        story.save_revision().publish()
    translated = StoryPage.objects.get(locale=locale("bn"))
    assert translated.slug == translated.get_latest_revision_as_object().slug == "song"
    assert read(client.get("/bn/stories/song/")).one("h1").text == "নদীর গান"
    old = client.get("/bn/stories/river-song/")
    assert (old.status_code, old["Location"]) == (301, "/bn/stories/song/")
