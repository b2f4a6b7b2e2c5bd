"""Files in a real S3 server: public ones, private ones, and what happens when it is silent."""

import io
import re
import time

import pytest
import requests
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.models import SourceImageIOError

from stories.library.storage import FilesUnreachable

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def picture(name="river.jpg"):
    data = io.BytesIO()
    Image.effect_noise((320, 240), 60).convert("RGB").save(data, "JPEG")
    return SimpleUploadedFile(name, data.getvalue(), "image/jpeg")


def kept(server):
    """The names of all files in the bucket."""
    return sorted(
        path.relative_to(server.folder).as_posix()
        for path in server.folder.rglob("*")
        if path.is_file()
    )


@pytest.fixture
def image(s3_files):
    return get_image_model().objects.create(title="River", file=picture())


@pytest.fixture
def document(s3_files):
    file = ContentFile(b"for a few eyes only", "minutes.txt")
    return get_document_model().objects.create(title="Minutes", file=file)


def test_files_are_written_read_and_deleted(s3_files):
    name = default_storage.save("notes/a.txt", ContentFile(b"hello"))
    assert default_storage.exists(name)
    assert not default_storage.exists("notes/b.txt")
    assert default_storage.size(name) == 5
    with default_storage.open(name) as file:
        assert file.read() == b"hello"
    assert default_storage.listdir("notes") == ([], ["a.txt"])
    default_storage.delete(name)
    assert not default_storage.exists(name)


def test_a_second_file_of_a_name_does_not_replace_the_first(s3_files):
    first = default_storage.save("notes/c.txt", ContentFile(b"one"))
    second = default_storage.save("notes/c.txt", ContentFile(b"two"))
    assert first != second
    assert default_storage.open(first).read() == b"one"


def test_public_files_have_the_sites_own_address(s3_files, settings):
    assert default_storage.url("images/Fluss ä.webp") == "/media/images/Fluss%20%C3%A4.webp"
    settings.MEDIA_URL = "https://pictures.example.org/"
    assert default_storage.url("images/a.webp") == "https://pictures.example.org/images/a.webp"


def test_pictures_and_their_renditions_lie_under_media(image, s3_files):
    rendition = image.get_rendition("width-160|format-webp")
    names = kept(s3_files)
    assert f"media/{image.file.name}" in names
    assert f"media/{rendition.file.name}" in names
    assert Image.open(rendition.file.open()).size == (160, 120)


def test_an_editor_uploads_and_sees_a_picture(s3_files, admin_client):
    answer = admin_client.post(
        reverse("wagtailimages:add"), {"title": "River", "file": picture(), "collection": 1}
    )
    assert answer.status_code == 302
    image = get_image_model().objects.get(title="River")
    shown = admin_client.get(image.file.url)
    assert shown.status_code == 200
    assert shown.headers["Content-Type"] == "image/jpeg"
    assert b"".join(shown.streaming_content) == image.file.open().read()


def test_documents_lie_apart_and_come_through_the_site(document, s3_files, admin_client):
    assert f"private/{document.file.name}" in kept(s3_files)
    assert not default_storage.exists(document.file.name)
    assert admin_client.get(f"/media/{document.file.name}").status_code == 404
    assert admin_client.get(f"/media/../private/{document.file.name}").status_code == 400
    assert s3_files.url not in document.url
    served = admin_client.get(document.url)
    assert b"".join(served.streaming_content) == b"for a few eyes only"


def test_a_signed_link_opens_a_private_file_and_no_other_link_does(document):
    link = storages["private"].url(document.file.name)
    assert requests.get(link, timeout=5).content == b"for a few eyes only"
    signature = re.search(r"X-Amz-Signature=(\w)", link)
    forged = link[: signature.start(1)] + ("0" if signature[1] != "0" else "1")
    forged += link[signature.end(1) :]
    assert requests.get(forged, timeout=5).status_code == 403
    assert requests.get(link.split("?")[0], timeout=5).status_code in (400, 403)
    other = link.replace("minutes", "others")
    assert requests.get(other, timeout=5).status_code == 403


def test_a_signed_link_ends(document):
    link = storages["private"].url(document.file.name, expire=1)
    time.sleep(2.5)
    # The server says "expired" with 400, Amazon's with 403.
    assert requests.get(link, timeout=5).status_code in (400, 403)


def test_a_private_folder_gives_no_address(settings):
    with pytest.raises(NotImplementedError, match="no address"):
        storages["private"].url("documents/minutes.txt")


@pytest.fixture
def silent(s3_files):
    """The server takes connections and says nothing more."""
    s3_files.stop_answering()
    return s3_files


@pytest.fixture
def gone(s3_files, settings):
    """Nothing listens at the server's address."""
    s3_files.url, url = "http://127.0.0.1:1", s3_files.url
    settings.STORAGES = settings.STORAGES | s3_files.storages(connect_timeout=1, read_timeout=1)
    s3_files.url = url
    return s3_files


@pytest.mark.parametrize("trouble", ["silent", "gone"])
def test_an_upload_fails_clearly_and_whole(trouble, request, admin_client):
    server = request.getfixturevalue(trouble)
    before = kept(server)
    started = time.monotonic()
    answer = admin_client.post(
        reverse("wagtailimages:add"), {"title": "Lost", "file": picture(), "collection": 1}
    )
    assert time.monotonic() - started < 15
    assert answer.status_code == 503
    assert answer.content.decode() == (
        "Files cannot be reached at the moment. Please try again later."
    )
    assert answer.headers["Retry-After"] == "60"
    assert not get_image_model().objects.filter(title="Lost").exists()
    assert kept(server) == before


def test_a_rendition_that_could_not_be_stored_is_not_remembered(image, s3_files):
    s3_files.stop_answering()
    with pytest.raises(SourceImageIOError, match="The file store cannot be used"):
        image.get_rendition("width-80|format-webp")
    assert not image.renditions.exists()
    s3_files.answer_again()
    assert image.get_rendition("width-80|format-webp").file.size


def test_silence_is_one_error_whatever_was_asked(silent):
    for ask in (
        lambda: default_storage.exists("a.txt"),
        lambda: default_storage.open("a.txt"),
        lambda: default_storage.save("a.txt", ContentFile(b"a")),
        lambda: default_storage.delete("a.txt"),
    ):
        with pytest.raises(FilesUnreachable, match="The file store cannot be used"):
            ask()


def test_a_wrong_key_is_a_clear_error_too(s3_files, settings):
    s3_files.secret, secret = "wrong", s3_files.secret
    settings.STORAGES = settings.STORAGES | s3_files.storages()
    s3_files.secret = secret
    with pytest.raises(FilesUnreachable, match="ClientError"):
        default_storage.save("a.txt", ContentFile(b"a"))


def test_readiness_names_the_storage(silent, client):
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["down"] == ["storage"]
