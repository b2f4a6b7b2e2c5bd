"""The one shape of a picture, a recording and a licence."""

import pytest
from django.utils import translation

from stories.library.licences import URLS, Licence, licence_shape
from stories.library.shapes import image_shape, recording_shape, stored_image, stored_recording
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def test_a_picture_says_what_the_contract_says():
    image = make.StoryImageFactory(
        rendered=True,
        credit_line="Rahima Begum",
        licence="CC-BY-4.0",
        focal_point_x=100,
        focal_point_y=75,
        focal_point_width=10,
        focal_point_height=10,
    )
    shape = image_shape(
        stored_image(image, image.renditions.all()), alt="A boat", base="https://a.example"
    )
    sources = shape.pop("sources")
    assert [each["type"] for each in sources] == ["image/avif", "image/webp", "image/jpeg"]
    assert [(each["width"], each["height"]) for each in sources[0]["srcset"]] == [
        (320, 240),
        (400, 300),
    ]
    assert shape.pop("src") == sources[2]["srcset"][-1]["url"]
    assert sources[0]["srcset"][0]["url"].startswith("https://a.example/media/images/")
    assert shape == {
        "id": image.pk,
        "alt": "A boat",
        "decorative": False,
        "credit_line": "Rahima Begum",
        "licence": {
            "id": "CC-BY-4.0",
            "title": "Creative Commons Attribution 4.0",
            "url": "https://creativecommons.org/licenses/by/4.0/",
        },
        "width": 400,
        "height": 300,
        "focal_point": {"x": 0.25, "y": 0.25},
    }


def test_a_picture_without_renditions_is_shown_itself():
    image = make.StoryImageFactory()
    shape = image_shape(stored_image(image, []))
    assert shape["src"] == f"/media/{image.file.name}"
    assert shape["sources"] == []
    assert shape["focal_point"] is None
    assert shape["licence"] is None


def test_a_decorative_picture_has_no_alternative_text():
    shape = image_shape(stored_image(make.StoryImageFactory(), []), alt="A boat", decorative=True)
    assert (shape["alt"], shape["decorative"]) == ("", True)


def test_a_recording_says_what_players_need():
    recording = make.RecordingFactory(title="The quay", credit_line="Rahima", licence="CC0-1.0")
    shape = recording_shape(stored_recording(recording), "https://a.example")
    assert shape.pop("src").startswith("https://a.example/media/")
    assert shape == {
        "id": recording.pk,
        "title": "The quay",
        "type": "audio/mpeg",
        "duration": 83,
        "width": None,
        "height": None,
        "captions": [],
        "credit_line": "Rahima",
        "licence": licence_shape("CC0-1.0"),
    }


@pytest.mark.parametrize("licence", Licence)
def test_every_licence_has_a_name_and_all_but_one_a_page(licence):
    shape = licence_shape(licence.value)
    assert shape["id"] == licence.value
    assert shape["title"]
    assert bool(shape["url"]) == (licence != Licence.ALL_RIGHTS_RESERVED) == (licence in URLS)


def test_a_licence_is_named_in_the_readers_language():
    with translation.override("ar"):
        assert licence_shape("all-rights-reserved")["title"] != "All rights reserved"


def test_no_licence_is_none():
    assert licence_shape("") is None
