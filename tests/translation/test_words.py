"""A word of the vocabulary that is still in its source's language is not shown as another language's."""

import pytest
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation, TranslationContext
from wagtail_localize.operations import translate_object

from stories.models import Theme
from tests.factories import StoryPageFactory, ThemeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def theme():
    return ThemeFactory(name="ঘর", slug="home", description="", language="bn")


def shown(client, language):
    answer = client.get(f"/api/delivery/v1/stories/?locale={language}").json()
    (theme,) = answer["items"][0]["themes"]
    return theme["title"]


def translate(theme, language, words):
    """As the translation editor does: every text of the theme, then the row itself."""
    locale = Locale.objects.get(language_code=language)
    translate_object(theme, [locale])
    translation = Translation.objects.get(
        source__object_id=theme.translation_key, target_locale=locale
    )
    for segment in translation.source.stringsegment_set.all():
        if words:
            StringTranslation.objects.create(
                translation_of=segment.string,
                context=TranslationContext.objects.get(pk=segment.context_id),
                locale=locale,
                data=words,
            )
    translation.save_target(publish=True)


def test_a_word_that_was_only_begun_is_not_shown(client, theme):
    StoryPageFactory(themes=[theme])
    translate(theme, "en", "Home")
    translate(theme, "ar", "")
    begun = Theme.objects.get(locale__language_code="ar")
    assert (begun.name, begun.is_complete) == ("ঘর", False)
    assert shown(client, "ar") == "Home"
    assert (
        client.get("/api/delivery/v1/taxonomies/?locale=ar").json()["themes"][0]["title"] == "Home"
    )
    options = client.get("/ar/stories/").context["filters"][0]["options"]
    assert [option["title"] for option in options] == ["Home"]


def test_a_translated_word_is_shown(client, theme):
    StoryPageFactory(themes=[theme])
    translate(theme, "ar", "الدار")
    assert shown(client, "ar") == "الدار"


def test_a_word_edited_by_hand_counts_as_translated(theme):
    row = theme.copy_for_translation(Locale.objects.get(language_code="en"))
    row.name = "Home"
    row.save()
    assert row.is_complete
