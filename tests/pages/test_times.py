"""How long a story takes, on its page, on cards and in the API."""

import pytest

from stories.presentation.reading import reading_minutes
from tests.factories import RecordingFactory, StoryPageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def words(count, word="word"):
    return [{"type": "paragraph", "value": f"<p>{' '.join([word] * count)}</p>"}]


@pytest.mark.parametrize(
    ("language", "body", "minutes"),
    [
        ("en", words(228 * 3), 3),
        ("ar", words(138 * 3, "نهر"), 3),
        ("bn", words(180 * 2, "নদী"), 2),
        ("zh-hans", [{"type": "paragraph", "value": f"<p>{'河' * 510}</p>"}], 2),
        ("en", words(3), 1),
        ("en", [], None),
        ("en", [{"type": "paragraph", "value": "<p></p>"}], None),
    ],
)
def test_reading_time_is_that_of_the_language(language, body, minutes):
    assert reading_minutes(body, language) == minutes


def test_of_a_passage_in_two_languages_one_is_read_and_transcripts_are_heard():
    passage = {"language": "", "text": f"<p>{'word ' * 228}</p>"}
    body = [
        {"type": "parallel_text", "value": {"original": passage, "translation": passage}},
        {"type": "audio", "value": {"title": "x", "transcript": f"<p>{'word ' * 900}</p>"}},
    ]
    assert reading_minutes(body, "en") == 1


def voice(recording):
    return ("audio", {"title": "Voice", "recording": recording, "embed": "", "captions": [],
                      "transcript": "<p>Hello</p>", "transcript_language": ""})  # fmt: skip


def test_times_are_on_page_card_and_api_in_the_readers_numerals(client):
    recording = RecordingFactory(duration=150)
    story = StoryPageFactory(
        title="River", slug="river", body=[("paragraph", words(700)[0]["value"]), voice(recording)]
    )
    StoryPageFactory(translation_of=story, language="bn", title="নদী", body=[voice(recording)])
    for path in ("/en/stories/river/", "/en/stories/"):
        page = client.get(path).content.decode()
        assert "3 minutes to read" in page, path
        assert "2 minutes to hear" in page, path
    assert "২ " in client.get("/bn/stories/").content.decode()
    item = client.get("/api/delivery/v1/stories/?locale=en").json()["items"][0]
    assert (item["reading_minutes"], item["listening_minutes"]) == (3, 2)
    item = client.get("/api/delivery/v1/stories/?locale=bn").json()["items"][0]
    assert (item["reading_minutes"], item["listening_minutes"]) == (None, 2)


def test_a_recording_of_another_length_is_told_anew(client):
    recording = RecordingFactory(duration=60)
    StoryPageFactory(title="River", slug="river", body=[voice(recording)])
    assert "1 minute to hear" in client.get("/en/stories/").content.decode()
    recording.duration = 600
    recording.save()
    assert "10 minutes to hear" in client.get("/en/stories/").content.decode()
