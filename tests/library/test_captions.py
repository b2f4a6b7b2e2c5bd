"""What WebVTT files say, and when."""

import pytest
from django.core.files.base import ContentFile

from stories.delivery.shapes import shapes_of
from stories.library.captions import cues
from tests.factories import StoryDocumentFactory

pytestmark = pytest.mark.any_database

SAID = """WEBVTT - a crossing

NOTE nobody hears this

1
00:05.000 --> 00:09.250 align:start
<v Halima>We crossed &amp; sang
before dawn.

01:02:03,500 --> 01:02:04.000
<v.loud Theo B.>Here!</v>

00:20.000 --> 00:21.000
"""


@pytest.mark.parametrize("text", [SAID, SAID.replace("\n", "\r\n"), "\ufeff" + SAID])
def test_cues_have_times_speakers_and_plain_words(text):
    assert [tuple(cue) for cue in cues(text)] == [
        (5.0, 9.25, "Halima", "We crossed & sang before dawn."),
        (3723.5, 3724.0, "Theo B.", "Here!"),
    ]


def test_a_text_that_is_no_webvtt_says_nothing():
    assert list(cues("Dear Sam, --> see you")) == []


@pytest.mark.django_db
def test_captions_are_kept_with_what_they_say_and_follow_their_file():
    document = StoryDocumentFactory(file=ContentFile(SAID.encode(), "said.vtt"))
    name = f"document:{document.pk}"
    assert [cue["start"] for cue in shapes_of([name])[name]["cues"]] == [5.0, 3723.5]
    document.file = ContentFile(b"WEBVTT\n\n00:01.000 --> 00:02.000\nNew\n", "new.vtt")
    document.save()
    assert [cue["text"] for cue in shapes_of([name])[name]["cues"]] == ["New"]
    document.file = ContentFile(b"%PDF-1.4", "paper.pdf")
    document.save()
    assert "cues" not in shapes_of([name])[name]
