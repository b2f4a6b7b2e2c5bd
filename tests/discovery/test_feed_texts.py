"""The whole text of a story in a feed, and what of it is not there."""

import json

import pytest
from lxml import etree

from tests import factories as make

from .feeds import ADDRESS, BASE, BOTH, atom, content, titles

pytestmark = pytest.mark.django_db


@BOTH
def test_the_whole_text_is_there_with_addresses_that_lead_there_from_anywhere(client, read):
    about = make.StandardPageFactory(slug="about", title="About")
    picture = make.StoryImageFactory(rendered=True, credit_line="Drawn by Amina")
    link = f'<a linktype="page" id="{about.pk}">there</a>'
    make.StoryPageFactory(
        slug="river-song", language="ar", title="أغنية",
        body=[
            ("heading", {"text": "The river <3", "level": "2"}),
            ("paragraph", f"<p>It took us {link}, <b>all</b>.</p>"),
            ("image", {"image": {"image": picture, "alt_text": "A ferry", "decorative": False},
                       "caption": "At night"}),
            ("audio", {"title": "The song", "recording": make.RecordingFactory(), "embed": "",
                       "captions": [], "transcript": "<p>O river</p>", "transcript_language": "en"}),
            ("call_to_action", {"title": "Come along", "text": "",
                                "link": {"text": "Now", "page": about, "url": ""}}),
        ],
    )  # fmt: skip
    html = content(read(client, "ar"))
    assert html.startswith('<div lang="ar" dir="rtl">')
    assert "<h2>The river &lt;3</h2>" in html
    assert f'<p>It took us <a href="{BASE}/ar/about/">there</a>, <b>all</b>.</p>' in html
    assert 'alt="A ferry"' in html
    assert "At night" in html
    assert "Drawn by Amina" in html
    assert '<blockquote lang="en" dir="ltr"><p>O river</p></blockquote>' in html
    addresses = ADDRESS.findall(html)
    assert len(addresses) == 4
    assert all(address.startswith(f"{BASE}/") for address in addresses)


@BOTH
def test_of_a_story_with_a_warning_there_is_only_the_warning_and_the_summary(client, read):
    warning = make.ContentWarningFactory(name="Loss", text="Somebody grieves.")
    picture = {"image": make.StoryImageFactory(), "alt_text": "A grave", "decorative": False}
    make.StoryPageFactory(
        slug="river-song", summary="Of a river.", content_warnings=[warning],
        lead_image=make.StoryImageFactory(rendered=True), lead_image_alt="A grave at its head",
        body=[("paragraph", "<p>She was gone.</p>"), ("image", {"image": picture, "caption": ""})],
    )  # fmt: skip
    feed = read(client)
    html = content(feed)
    assert "<p>Of a river.</p>" in html
    assert "<strong>Loss</strong> Somebody grieves." in html
    assert f'<a href="{BASE}/en/stories/river-song/">Read the story</a>' in html
    said = json.dumps(feed) if isinstance(feed, dict) else etree.tostring(feed).decode()
    assert "She was gone" not in said
    assert "A grave" not in said
    assert "/media/" not in said


@BOTH
def test_what_a_page_does_not_show_is_not_in_its_whole_text(client, read):
    hidden = make.StoryPageFactory(slug="hidden", draft=True)
    private = make.StoryImageFactory(collection=make.private_collection())
    picture = {"image": private, "alt_text": "Kept back", "decorative": False}
    make.StoryPageFactory(
        body=[
            ("paragraph", f'<p>A <a linktype="page" id="{hidden.pk}">word</a></p>'),
            ("image", {"image": picture, "caption": "Kept back too"}),
        ]
    )
    html = content(read(client))
    assert "<p>A word</p>" in html
    assert "Kept back" not in html


def test_signs_that_xml_cannot_hold_do_no_harm(client):
    make.StoryPageFactory(title="A \x0b <b>&amp; ]]> “song”")
    assert titles(atom(client)) == ["A  <b>&amp; ]]> “song”"]
