"""Every block has a template of its own, and keeps each text in its own language."""

import pytest

from stories.blocks.body import BodyBlock
from tests.look.render import render

pytestmark = pytest.mark.any_database

IMAGE = {
    "alt": "A pot",
    "decorative": False,
    "credit_line": "Ferrybank Museum",
    "width": 640,
    "height": 480,
    "focal_point": None,
    "src": "/media/pot.jpg",
    "sources": [],
}
RECORDING = {
    "title": "Quay",
    "src": "/media/quay.mp3",
    "type": "audio/mpeg",
    "duration": 94,
    "width": None,
    "height": None,
    "captions": [{"lang": "en", "label": "English", "src": "/media/quay.vtt"}],
    "credit_line": "",
}
EMBED = {"url": "https://vimeo.com/1", "title": "The walk", "provider": "Vimeo"}
TRANSCRIPT = {"html": "<p>Kow, laba</p>", "lang": "so", "dir": "ltr"}
SOUND = {"title": "Quay", "recording": RECORDING, "embed": None, "transcript": TRANSCRIPT}
VALUES = {
    "heading": ({"text": "The river", "level": 3, "anchor": "the-river"}, '<h3 id="the-river">'),
    "paragraph": ({"html": "<p>A <em>word</em></p>"}, "<em>word</em>"),
    "image": ({"image": IMAGE, "caption": "The pot"}, "<span>The pot</span>"),
    "gallery": ({"title": "Pots", "images": [{"image": IMAGE, "caption": "One"}]}, "One"),
    "quote": (
        {"text": "النهر", "attribution": "Rahima", "lang": "ar", "dir": "rtl"},
        '<blockquote lang="ar" dir="rtl">',
    ),
    "audio": (SOUND, "<audio controls"),
    "video": ({**SOUND, "poster": IMAGE}, 'poster="/media/pot.jpg"'),
    "object_response": (
        {
            "object": {"title": "Pot", "museum_number": "FM.1", "image": None},
            "response": "<p>We said lota.</p>",
            "respondent": "Halima",
        },
        "<p>We said lota.</p>",
    ),
    "parallel_text": (
        {
            "original": {"lang": "ar", "dir": "rtl", "html": "<p>عود</p>"},
            "translation": {"lang": "en", "dir": "ltr", "html": "<p>oud</p>"},
            "note": "",
        },
        'lang="ar" dir="rtl"><p>عود</p>',
    ),
    "timeline": (
        {"title": "Years", "entries": [{"date": "1971", "title": "", "html": "<p>x</p>"}]},
        "<bdi>1971</bdi>",
    ),
    "call_to_action": (
        {"title": "Come", "text": "", "link": {"text": "How", "url": "/en/x/", "kind": "page"}},
        'href="/en/x/"',
    ),
    "related_pages": ({"title": "", "pages": [{"url": "/en/y/", "title": "The pot"}]}, "Read more"),
    "embed": ({**EMBED, "caption": "Twelve minutes"}, "On Vimeo"),
}


def shown(kind, value, language="en"):
    blocks = [{"type": kind, "id": "b1", "value": value}]
    return render("{% body blocks %}", language, blocks=blocks)


def test_no_block_is_forgotten():
    assert VALUES.keys() == BodyBlock().child_blocks.keys()


@pytest.mark.parametrize("kind", VALUES)
def test_blocks_show_what_they_hold(kind):
    value, expected = VALUES[kind]
    assert expected in shown(kind, value)


def test_recordings_come_with_captions_and_their_words():
    html = shown("audio", SOUND)
    assert '<track kind="captions" src="/media/quay.vtt" srclang="en"' in html
    assert '<div class="prose" lang="so" dir="ltr"><p>Kow, laba</p></div>' in html


def test_our_labels_keep_the_readers_language_inside_a_text_in_another():
    assert '<summary lang="ar" dir="rtl">' in shown("audio", SOUND, "ar")


def test_recordings_elsewhere_are_a_link_and_nothing_is_loaded():
    html = shown("video", {**SOUND, "recording": None, "embed": EMBED, "poster": None})
    assert 'href="https://vimeo.com/1"' in html
    assert "<iframe" not in html
    assert "<video" not in html
