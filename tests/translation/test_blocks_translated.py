"""What of a body a translator translates, and what comes along by itself."""

import pytest
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    StringSegment,
    StringTranslation,
)

from tests.factories import RecordingFactory, StoryDocumentFactory, StoryPageFactory

from .telling import go_live, page_in, publish, submitted, told

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

LINK = {"text": "আসুন", "page": None, "url": "https://museum.example/bn/"}
CALL = ("call_to_action", {"title": "আমাদের সাথে", "text": "সবাই", "link": LINK})


def texts_of(translation):
    return set(
        StringSegment.objects.filter(source=translation.source).values_list(
            "string__data", flat=True
        )
    )


def translated(translation, same=()):
    """Gives all texts their English, but leaves the `same` as they are, as a translator may."""
    for segment in StringSegment.objects.filter(source=translation.source):
        text = segment.string.data
        StringTranslation.objects.create(
            translation_of=segment.string,
            locale=translation.target_locale,
            context=segment.context,
            data=text if text in same else f"{text} (en)",
        )
    go_live(translation)
    return page_in(translation.source.get_source_instance(), "en")


def value_of(page):
    return page.body.raw_data[0]["value"]


def test_an_address_is_no_text():
    translation = submitted(told(body=[CALL]))
    assert LINK["url"] not in texts_of(translation)
    assert value_of(translated(translation))["link"]["url"] == LINK["url"]


def test_a_language_may_have_an_address_of_its_own():
    original = told(body=[CALL])
    translation = submitted(original)
    segment = OverridableSegment.objects.get(
        source=translation.source, context__path__endswith="link.url"
    )
    SegmentOverride.objects.create(
        locale=translation.target_locale,
        context=segment.context,
        data_json='"https://museum.example/en/"',
    )
    page = translated(translation)
    assert value_of(page)["link"]["url"] == "https://museum.example/en/"
    assert value_of(page_in(original, "bn"))["link"]["url"] == LINK["url"]


def test_the_editor_offers_the_address_beside_the_texts(admin_client):
    translation = submitted(told(body=[CALL]))
    page = translation.get_target_instance()
    shown = admin_client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert "https://museum.example/bn/" in shown


def test_a_link_to_a_page_has_no_address_and_is_published_all_the_same():
    other = StoryPageFactory(language="bn")
    call = ("call_to_action", {**CALL[1], "link": {"text": "আসুন", "page": other, "url": None}})
    page = translated(submitted(told(body=[call])))
    assert value_of(page)["link"]["page"] == other.pk


def recording(**values):
    captions = [
        {"type": "item", "id": "bn", "value": {"language": "bn", "file": StoryDocumentFactory()}}
    ]
    return (
        "audio",
        {
            "title": "ঘাট",
            "recording": RecordingFactory(),
            "embed": "",
            "captions": captions,
            "transcript": "<p>নৌকা আসে।</p>",
            "transcript_language": "",
            **values,
        },
    )


def test_all_that_a_recording_says_is_translated():
    translation = submitted(told(body=[recording()]))
    assert {"ঘাট", "নৌকা আসে।"} <= texts_of(translation)
    value = value_of(translated(translation))
    assert value["title"] == "ঘাট (en)"
    assert "নৌকা আসে। (en)" in value["transcript"]


def test_captions_in_every_language_are_on_every_version():
    original = told(body=[recording()])
    translation = submitted(original)
    translated(translation)
    added = {
        "type": "item", "id": "en", "value": {"language": "en", "file": StoryDocumentFactory().pk},
    }  # fmt: skip
    rows = [dict(row) for row in page_in(original, "bn").body.raw_data]
    rows[0]["value"]["captions"] = [*rows[0]["value"]["captions"], added]
    publish(original, body=rows)
    translation.refresh_from_db()
    go_live(translation)
    files = value_of(page_in(original, "en"))["captions"]
    assert [each["value"]["language"] for each in files] == ["bn", "en"]


def shown(client, page):
    """What readers get of the first block of an English page."""
    answer = client.get(f"/api/delivery/v1/stories/{page.translation_key}/?locale=en")
    return answer.json()["body"][0]["value"]


@pytest.mark.parametrize(("same", "language"), [((), ""), (("নৌকা আসে।",), "bn")])
def test_a_transcript_is_in_the_language_that_its_words_are_in(client, same, language):
    translation = submitted(told(body=[recording(transcript_language="bn")]))
    page = translated(translation, same)
    assert value_of(page)["transcript_language"] == language
    block = shown(client, page)
    assert block["transcript"]["lang"] == (language or "en")


def test_a_quote_too():
    quote = ("quote", {"text": "নদী মা।", "attribution": "", "language": "ar"})
    assert value_of(translated(submitted(told(body=[quote]))))["language"] == ""
    kept = translated(submitted(told(body=[quote])), same=("নদী মা।",))
    assert value_of(kept)["language"] == "ar"


def test_what_was_said_stands_beside_the_readers_own_language(client):
    sides = {
        "original": {"language": "bn", "text": "<p>নদী পথ।</p>"},
        "translation": {"language": "fr", "text": "<p>La rivière.</p>"},
        "note": "",
    }
    page = translated(submitted(told(body=[("parallel_text", sides)])), same=("নদী পথ।",))
    block = shown(client, page)
    assert (block["original"]["lang"], block["translation"]["lang"]) == ("bn", "en")
