"""A word of the vocabulary is translated under the rules of pages: it is a draft until it is complete."""

import pytest
from django.core.exceptions import ValidationError
from wagtail_localize.models import (
    StringTranslation,
    Translation,
    TranslationContext,
    TranslationSource,
)
from wagtail_localize.operations import translate_object

from stories.models import CollectionObject, Place, Theme
from stories.translation.gate import Incomplete
from tests.factories import (
    CollectionObjectFactory,
    PartnerFactory,
    PlaceFactory,
    ProjectPageFactory,
    StoryPageFactory,
    ThemeFactory,
    locale,
)

from .telling import go_live

pytestmark = pytest.mark.django_db


@pytest.fixture
def theme():
    return ThemeFactory(name="ঘর", slug="home", description="যেখানে আমরা থাকি।", language="bn")


def shown(client, language):
    answer = client.get(f"/api/delivery/v1/stories/?locale={language}").json()
    (theme,) = answer["items"][0]["themes"]
    return theme["title"]


def begin(word, language):
    translate_object(word, [locale(language)])
    return Translation.objects.get(
        source__object_id=word.translation_key, target_locale=locale(language)
    )


def say(translation, *texts):
    """What a translator saves, in the order of the texts; None leaves one open."""
    segments = translation.source.stringsegment_set.order_by("order")
    for segment, text in zip(segments, texts, strict=True):
        if text:
            StringTranslation.objects.update_or_create(
                translation_of=segment.string,
                context=TranslationContext.objects.get(pk=segment.context_id),
                locale=translation.target_locale,
                defaults={"data": text},
            )
    return translation


def in_language(word, language):
    return type(word).objects.get(translation_key=word.translation_key, locale=locale(language))


def publish(word, **values):
    """Changes a word and publishes it, as its form does."""
    word = type(word).objects.get(pk=word.pk)
    for name, value in values.items():
        setattr(word, name, value)
    word.save_revision().publish()
    return type(word).objects.get(pk=word.pk)


def test_a_word_that_was_only_begun_is_a_draft_and_not_shown(client, theme):
    StoryPageFactory(themes=[theme])
    go_live(say(begin(theme, "en"), "Home", "Where we live."))
    begin(theme, "ar")
    assert not in_language(theme, "ar").live
    assert shown(client, "ar") == "Home"
    terms = client.get("/api/delivery/v1/taxonomies/?locale=ar").json()["themes"]
    assert [term["title"] for term in terms] == ["Home"]
    options = client.get("/ar/stories/").context["filters"][0]["options"]
    assert [option["title"] for option in options] == ["Home"]


def test_a_translated_word_is_shown(client, theme):
    StoryPageFactory(themes=[theme])
    go_live(say(begin(theme, "ar"), "الدار", "حيث نسكن."))
    assert shown(client, "ar") == "الدار"


def test_what_is_not_translated_does_not_go_live_and_is_named(theme):
    translation = say(begin(theme, "en"), "Home", None)
    with pytest.raises(Incomplete, match="1 text is not translated: Description"):
        go_live(translation)
    row = in_language(theme, "en")
    assert not row.live
    with pytest.raises(Incomplete):
        row.get_latest_revision_as_object().save_revision().publish()
    assert not in_language(theme, "en").live


def test_a_new_row_is_not_made_live_with_its_sources_words(theme):
    source, _made = TranslationSource.get_or_create_from_instance(theme)
    translation = Translation.objects.create(source=source, target_locale=locale("en"))
    with pytest.raises(ValidationError):
        translation.save_target(publish=True)
    assert not Theme.objects.filter(locale=locale("en")).exists()


def test_a_bare_copy_does_not_go_live_from_its_form(theme):
    begin(theme, "en")
    Translation.objects.update(enabled=False)
    with pytest.raises(Incomplete, match="still in the language of the original"):
        publish(in_language(theme, "en"))
    assert publish(in_language(theme, "en"), name="Home", description="Where we live.").live


def test_a_name_alone_may_be_the_same_in_two_languages():
    place = PlaceFactory(name="Kigali")
    begin(place, "fr")
    Translation.objects.update(enabled=False)
    assert publish(in_language(place, "fr")).live
    assert Place.objects.filter(live=True).count() == 2


def test_old_words_stay_live_when_the_source_changes(client, theme):
    StoryPageFactory(themes=[theme])
    translation = say(begin(theme, "en"), "Home", "Where we live.")
    go_live(translation)
    theme = publish(theme, name="বাড়ি")
    row = in_language(theme, "en")
    assert (row.live, row.name, row.freshness, row.outdated_segments) == (
        True, "Home", "outdated", 1,
    )  # fmt: skip
    translation.refresh_from_db()
    with pytest.raises(Incomplete):
        go_live(translation)
    translation.save_target(publish=False)
    assert shown(client, "en") == "Home"
    go_live(say(translation, "House", "Where we live."))
    assert shown(client, "en") == "House"
    assert in_language(theme, "en").freshness == "current"


def test_a_minor_edit_outdates_nothing(theme):
    go_live(say(begin(theme, "en"), "Home", "Where we live."))
    theme = publish(theme, name="ঘর।", minor_edit=True)
    assert in_language(theme, "en").freshness == "current"
    assert not theme.minor_edit


def test_an_imported_translation_is_told_of_changes_too(theme):
    row = ThemeFactory(
        name="Home", slug="home", language="en", translation_key=theme.translation_key
    )
    assert (row.live, row.source_language) == (True, "bn")
    publish(theme, name="বাড়ি")
    row.refresh_from_db()
    assert (row.name, row.freshness) == ("Home", "outdated")


def test_a_draft_of_an_imported_word_leaves_it_live(theme):
    ThemeFactory(
        name="Home", slug="home", description="", language="en",
        translation_key=theme.translation_key,
    )  # fmt: skip
    begin(theme, "en")
    row = in_language(theme, "en")
    assert (row.live, row.name) == (True, "Home")


def test_taking_a_word_offline_is_possible(client, theme):
    StoryPageFactory(themes=[theme])
    go_live(say(begin(theme, "en"), "Home", "Where we live."))
    in_language(theme, "en").unpublish()
    assert shown(client, "en") == "ঘর"


def test_objects_and_partners_are_shown_only_when_published(client):
    begun = CollectionObjectFactory(title="নৌকা", museum_number="1", language="bn", live=False)
    shown_object = CollectionObjectFactory(title="Oar", museum_number="2")
    partner = PartnerFactory(name="Secret society", live=False)
    page = ProjectPageFactory(
        collection_objects=[{"object": begun, "use": ""}, {"object": shown_object, "use": ""}],
        partners=[{"partner": partner, "role": "Host"}],
    )
    detail = client.get(f"/api/delivery/v1/projects/{page.translation_key}/").json()
    assert [each["title"] for each in detail["collection_objects"]] == ["Oar"]
    assert detail["partners"] == []
    assert CollectionObject.objects.count() == 2


def test_stories_are_not_found_by_a_word_that_is_not_public(client):
    StoryPageFactory(themes=[ThemeFactory(name="Secret", slug="secret", live=False)])
    assert client.get("/api/delivery/v1/stories/?theme=secret").status_code == 400
    assert client.get("/en/stories/?theme=secret").context["listing"]["count"] == 0
