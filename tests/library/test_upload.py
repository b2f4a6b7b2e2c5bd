"""What an editor is told who uploads a picture."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from stories.library.models import StoryImage
from tests import factories as make
from tests.library.test_cleaning import JPEG, REFUSED, SCRIPT

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def upload(client, name, content, address="wagtailimages:add", *args):
    return client.post(
        reverse(address, args=args),
        {
            "title": "A title already typed",
            "file": SimpleUploadedFile(name, content),
            "collection": 1,
            "credit_line": "Rahima Begum",
        },
    )


def test_a_picture_is_kept(admin_client):
    assert upload(admin_client, "boat.jpg", JPEG).status_code == 302
    image = StoryImage.objects.get()
    assert (image.title, image.credit_line) == ("A title already typed", "Rahima Begum")


@pytest.mark.parametrize("name", REFUSED)
def test_the_form_says_what_is_wrong_and_keeps_what_was_typed(admin_client, name):
    file_name, content, _reason = REFUSED[name]
    response = upload(admin_client, file_name, content)
    assert response.status_code == 200
    assert response.context["form"].errors["file"]
    assert "A title already typed" in response.content.decode()
    assert "Rahima Begum" in response.content.decode()
    assert not StoryImage.objects.exists()


def test_a_bomb_under_the_form_of_many_pictures_is_refused_in_words(admin_client):
    file_name, content, _ = REFUSED["a smaller bomb"]
    response = admin_client.post(
        reverse("wagtailimages:add_multiple"),
        {"title": "Bomb", "files[]": SimpleUploadedFile(file_name, content), "collection": 1},
        headers={"X-Requested-With": "XMLHttpRequest"},
    )
    assert response.json()["success"] is False
    assert response.json()["error_message"]


def test_another_file_for_a_picture_is_checked_too(admin_client):
    image = make.StoryImageFactory(title="Boat")
    response = upload(admin_client, "boat.png", SCRIPT, "wagtailimages:edit", image.pk)
    assert response.status_code == 200
    assert response.context["form"].errors["file"]
    image.refresh_from_db()
    assert image.title == "Boat"
