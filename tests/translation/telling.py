"""A story told in Bengali and translated into English, as editors and translators make them."""

import json

from django.test import TestCase
from wagtail.models import Locale
from wagtail_localize.models import (
    String,
    StringSegment,
    StringTranslation,
    Translation,
)
from wagtail_localize.operations import translate_object

from stories.models import StoryPage
from tests.factories import StoryPageFactory, locale

RIVER = [
    ("heading", {"text": "নদী", "level": "2"}),
    ("paragraph", "<p>নদী পথ।</p><p>আমরা ঘাটে গেলাম।</p>"),
    ("quote", {"text": "নদী আমাদের মা।", "attribution": "রহিমা"}),
]
ENGLISH = {
    "নদীর গান": "River song",
    "এক নদীর গল্প।": "The story of a river.",
    "নদী": "The river",
    "নদী পথ।": "A river is a road.",
    "আমরা ঘাটে গেলাম।": "We went to the ghat.",
    "নদী আমাদের মা।": "The river is our mother.",
    "রহিমা": "Rahima",
}


def publish(page, **values):
    """Changes fields of a page and publishes it, as the editor does; `body` as rows or as JSON."""
    page = type(page).objects.get(pk=page.pk)
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def told(**values):
    """The published original."""
    values = {"title": "নদীর গান", "summary": "এক নদীর গল্প।", "body": RIVER, **values}
    return publish(StoryPageFactory(language="bn", live=False, **values))


def body_with(page, change):
    """The body's JSON after `change` was called with its rows."""
    rows = json.loads(json.dumps(list(page.body.raw_data)))
    return json.dumps(change(rows) or rows)


def submitted(original, language="en"):
    """wagtail-localize's translation of a page, submitted through its own operation."""
    translate_object(original, [locale(language)])
    return Translation.objects.get(
        source__object_id=original.translation_key, target_locale__language_code=language
    )


def translate(translation, texts=ENGLISH):
    """What a translator saves, text by text; those that `texts` does not know stay open."""
    for segment in StringSegment.objects.filter(source=translation.source):
        if text := texts.get(segment.string.data):
            StringTranslation.objects.update_or_create(
                translation_of=segment.string,
                locale=translation.target_locale,
                context=segment.context,
                defaults={"data": text},
            )


def translated(original, language="en"):
    """The live translation of a page, made in the translation editor."""
    translation = submitted(original, language)
    translate(translation)
    go_live(translation)
    return page_in(original, language)


def go_live(translation):
    """What the translation editor's button does."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        translation.save_target(publish=True)


def page_in(original, language):
    return StoryPage.objects.get(
        translation_key=original.translation_key,
        locale=Locale.objects.get(language_code=language),
    )


def translations_of(text, language="en"):
    return list(
        StringTranslation.objects.filter(
            translation_of__in=String.objects.filter(data=text), locale__language_code=language
        ).values_list("data", flat=True)
    )
