"""A recording's captions as a transcript to read."""

import pytest

from stories.presentation.transcripts import timed
from tests.look.render import render

pytestmark = pytest.mark.any_database


def track(language, *times):
    said = [{"start": s, "end": e, "speaker": "", "text": f"{language} {s}"} for s, e in times]
    return {"lang": language, "dir": "ltr", "src": "/x.vtt", "label": language, "cues": said}


def texts(found):
    return [[[cue["text"] for cue in texts] for texts in row["texts"]] for row in found["rows"]]


def languages(found):
    return [each["lang"] for each in found["tracks"]]


def test_captions_that_say_nothing_are_no_transcript():
    assert timed([], "en") is None
    assert timed([track("so")], "en") is None


def test_what_is_spoken_stands_alone_for_who_understands_it():
    found = timed([track("so", (0, 2)), track("en", (0, 2))], "so")
    assert languages(found) == ["so"]
    assert texts(found) == [[["so 0"]]]


def test_the_readers_language_stands_beside_what_is_spoken_else_the_sites():
    captions = [track("so", (0, 2)), track("ar", (0, 2)), track("en", (0, 2))]
    assert languages(timed(captions, "ar")) == ["so", "ar"]
    assert languages(timed(captions, "fr")) == ["so", "en"]
    assert languages(timed(captions[:2], "fr")) == ["so"]


def test_what_is_said_differently_long_stands_in_the_row_in_which_it_begins():
    captions = [track("so", (0, 2), (2, 4), (4, 9)), track("en", (0.1, 3.9), (4, 6), (6, 9))]
    assert texts(timed(captions, "en")) == [
        [["so 0"], ["en 0.1"]],
        [["so 2"], []],
        [["so 4"], ["en 4", "en 6"]],
    ]


def test_two_who_speak_at_once_share_a_row():
    found = timed([track("so", (0, 2), (0, 3))], "so")
    assert [row["end"] for row in found["rows"]] == [3]
    assert texts(found) == [[["so 0", "so 0"]]]


def test_a_translation_that_begins_first_is_not_lost():
    found = timed([track("so", (5, 6)), track("en", (1, 2))], "en")
    assert texts(found) == [[["so 5"], ["en 1"]]]


def test_names_of_languages_stand_over_their_columns_in_a_page_of_another_direction():
    tracks = [{"lang": "ar", "dir": "rtl"}, {"lang": "en", "dir": "ltr"}]
    html = render(
        '{% include "components/timed_transcript.html" %}',
        reader="ur",
        block_id="b",
        value={"recording": {"src": "/media/quay.mp3"}},
        timed={"tracks": tracks, "rows": []},
    )
    names = html.split('class="timed-languages"')[1].split("</p>")[0]
    assert names.startswith(">")  # its columns run as those below it: the words alone are in Urdu
    assert names.count('<bdi lang="ur" dir="rtl">') == 2
