"""A phrase in another language: marked in the editor, kept, and read out in its own language."""

import json

import pytest
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from stories.presentation.rich_text import TEXT_FEATURES
from tests.factories import StoryPageFactory
from tests.pages.markup import read

pytestmark = pytest.mark.any_database

STORED = '<p data-block-key="a1b2c">We say <a linktype="language" lang="bn">নদী</a> here.</p>'


@pytest.fixture
def converter():
    return ContentstateConverter(TEXT_FEATURES)


def test_phrase_survives_the_editor(converter):
    content = converter.from_database_format(STORED)
    entities = json.loads(content)["entityMap"].values()
    assert [(each["type"], each["data"]["lang"]) for each in entities] == [("LANGUAGE", "bn")]
    kept = converter.to_database_format(content)
    assert '<a linktype="language" lang="bn">নদী</a>' in kept
    assert kept.startswith('<p data-block-key="a1b2c">We say ')


@pytest.mark.django_db
def test_phrase_does_not_become_a_link_nor_a_link_a_phrase(converter):
    mixed = (
        '<p><a linktype="language" lang="ar">نهر</a> <a href="https://museum.example/">museum</a> '
        '<a linktype="page" id="3">page</a></p>'
    )
    content = json.loads(converter.from_database_format(mixed))
    kinds = [each["type"] for each in content["entityMap"].values()]
    assert sorted(kinds) == ["LANGUAGE", "LINK", "LINK"]


@pytest.mark.django_db
@pytest.mark.parametrize(("tag", "direction"), [("bn", "ltr"), ("ar", "rtl"), ("ur", "rtl")])
def test_reader_gets_the_phrase_in_its_language(client, tag, direction):
    phrase = f'<p>We say <a linktype="language" lang="{tag}">x</a> here.</p>'
    StoryPageFactory(slug="song", body=[("paragraph", phrase)])
    page = read(client.get("/en/stories/song/"))
    span = page.one("div", class_="prose").one("span")
    assert (span.attrs["lang"], span.attrs["dir"]) == (tag, direction)
    assert page.one("div", class_="prose").text == "We say x here."


@pytest.mark.django_db
def test_unknown_language_leaves_the_words(client):
    phrase = '<p>We say <a linktype="language" lang="klingon">nuq</a> here.</p>'
    StoryPageFactory(slug="song", body=[("paragraph", phrase)])
    prose = read(client.get("/en/stories/song/")).one("div", class_="prose")
    assert prose.text == "We say nuq here."
    assert not prose.all("span")
    assert not prose.all("a")


@pytest.mark.django_db
def test_phrase_may_hold_emphasis_and_stand_in_a_list(client):
    words = (
        '<ul><li><a linktype="language" lang="bn">নদী <b>পথ</b></a></li>'
        '<li><a linktype="language" lang="ar">نهر</a></li></ul>'
    )
    StoryPageFactory(slug="song", body=[("paragraph", words)])
    spans = read(client.get("/en/stories/song/")).one("div", class_="prose").all("span")
    assert [(each.attrs["lang"], each.text) for each in spans] == [("bn", "নদী পথ"), ("ar", "نهر")]
