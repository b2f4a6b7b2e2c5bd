"""Renditions are made when a picture comes in, and not when a visitor asks."""

import pytest
from django.core.files.storage import default_storage

from stories.library.renditions import make_renditions
from stories.library.shapes import SHARED, rendition_specs
from tests import factories as make

pytestmark = pytest.mark.django_db


def specs(image):
    return {each.filter_spec for each in image.renditions.all()}


def test_they_are_made_after_the_upload(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        image = make.StoryImageFactory()
    assert specs(image) == {SHARED} | {
        f"width-{width}|format-{form}" for width in (320, 400) for form in ("avif", "webp", "jpeg")
    }


def test_they_are_never_wider_than_the_picture():
    assert [spec for spec in rendition_specs(700) if "jpeg" in spec] == [
        "width-320|format-jpeg",
        "width-640|format-jpeg",
        "width-700|format-jpeg",
    ]
    assert rendition_specs(4000)[3] == "width-1440|format-avif"


def test_a_new_focal_point_or_title_makes_none_twice(django_capture_on_commit_callbacks):
    image = make.StoryImageFactory(rendered=True)
    before = set(image.renditions.values_list("pk", flat=True))
    with django_capture_on_commit_callbacks(execute=True):
        image.title = "Another"
        image.save()
    assert set(image.renditions.values_list("pk", flat=True)) == before


def test_a_visitor_makes_none(client):
    image = make.StoryImageFactory()
    page = make.StoryPageFactory(
        slug="river-song",
        lead_image=image,
        lead_image_alt="A boat",
        body=[("image", {"image": {"image": image, "alt_text": "A boat"}, "caption": ""})],
    )
    for address in ("/en/stories/river-song/", "/en/stories/", f"/api/v2/pages/{page.pk}/"):
        response = client.get(address)
        assert response.status_code == 200
        assert image.file.name in response.content.decode()
    assert not image.renditions.exists()


def test_a_picture_deleted_meanwhile_is_no_error():
    image = make.StoryImageFactory()
    key = image.pk
    image.delete()
    make_renditions.call(key)


def test_the_files_are_the_formats_that_they_say():
    image = make.StoryImageFactory(rendered=True)
    beginnings = {
        each.filter_spec.split("-")[-1]: default_storage.open(each.file.name).read(16)
        for each in image.renditions.all()
    }
    assert beginnings["jpeg"].startswith(b"\xff\xd8")
    assert beginnings["webp"][8:12] == b"WEBP"
    assert beginnings["avif"][4:12] == b"ftypavif"
