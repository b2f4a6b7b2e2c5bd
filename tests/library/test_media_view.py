"""Files of the library at the site's own address."""

import pytest
from django.contrib.auth.models import User

from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
SOUND = b"sound"


@pytest.fixture
def sound():
    recording = make.RecordingFactory()
    make.StoryPageFactory(
        body=[("audio", {"title": "A voice", "recording": recording, "embed": ""})]
    )
    return f"/media/{recording.file.name}"


def content(response):
    return b"".join(response.streaming_content)


def test_a_file_is_sent_whole(client, sound):
    response = client.get(sound)
    assert (response.status_code, content(response)) == (200, SOUND)
    assert response["Content-Type"] == "audio/mpeg"
    assert response["Accept-Ranges"] == "bytes"
    assert "immutable" in response["Cache-Control"]
    assert response["X-Content-Type-Options"] == "nosniff"


def test_a_cache_in_front_can_find_a_file_again_and_asks_whether_it_may_still_be_seen(
    client, settings
):
    settings.EDGE_HEADERS = ["Surrogate-Control"]
    recording = make.RecordingFactory()
    body = [("audio", {"title": "A voice", "recording": recording, "embed": ""})]
    story = make.StoryPageFactory(body=body)
    hidden = make.StoryPageFactory(body=body, live=False)
    path = f"/media/{recording.file.name}"
    whole = client.get(path)
    page = f"p-{story.translation_key.hex[:10]}"
    assert set(whole["Cache-Tag"].split(",")) == {"site", f"r-{recording.pk}", page}
    assert hidden.translation_key.hex[:10] not in whole["Surrogate-Key"]
    assert "s-maxage=300" in whole["Cache-Control"]
    assert whole["Surrogate-Control"] == "max-age=3600, stale-while-revalidate=300"
    known = {"If-None-Match": whole["ETag"]}
    again = client.get(path, headers=known)
    assert (again.status_code, again.content) == (304, b"")
    assert again["Cache-Tag"] == whole["Cache-Tag"]
    story.unpublish()
    assert client.get(path, headers=known).status_code == 404


@pytest.mark.parametrize(
    ("asked", "sent", "piece"),
    [
        ("bytes=0-1", "bytes 0-1/5", b"so"),
        ("bytes=1-", "bytes 1-4/5", b"ound"),
        ("bytes=-2", "bytes 3-4/5", b"nd"),
        ("bytes=0-999", "bytes 0-4/5", b"sound"),
        ("bytes=-999", "bytes 0-4/5", b"sound"),
    ],
)
def test_a_part_of_a_file_is_sent(client, sound, asked, sent, piece):
    response = client.get(sound, headers={"Range": asked})
    assert (response.status_code, content(response)) == (206, piece)
    assert response["Content-Range"] == sent
    assert response["Content-Length"] == str(len(piece))


@pytest.mark.parametrize("asked", ["bytes=9-", "bytes=3-1"])
def test_a_part_that_is_not_there_is_refused(client, sound, asked):
    response = client.get(sound, headers={"Range": asked})
    assert response.status_code == 416
    assert response["Content-Range"] == "bytes */5"


@pytest.mark.parametrize("asked", ["bytes=-", "lines=1-2", "bytes=0-1,3-4", "nonsense"])
def test_what_is_no_range_gets_the_whole(client, sound, asked):
    response = client.get(sound, headers={"Range": asked})
    assert (response.status_code, content(response)) == (200, SOUND)


def hidden_files():
    unused = make.StoryImageFactory(rendered=True)
    private = make.StoryImageFactory(private=True, rendered=True)
    make.StoryPageFactory(lead_image=private, lead_image_alt="A boat")
    of_a_draft = make.RecordingFactory()
    make.StoryPageFactory(
        draft=True, body=[("audio", {"title": "A voice", "recording": of_a_draft, "embed": ""})]
    )
    return [
        f"/media/{file.name}"
        for file in (
            unused.file,
            unused.renditions.first().file,
            private.file,
            private.renditions.first().file,
            of_a_draft.file,
        )
    ]


def test_hidden_files_are_not_there_and_editors_see_them(client, admin_client):
    for address in hidden_files():
        assert client.get(address).status_code == 404
        response = admin_client.get(address)
        assert response.status_code == 200
        assert response["Cache-Control"] == "private, no-store"


def test_who_is_signed_in_without_being_an_editor_sees_no_more(client):
    client.force_login(User.objects.create_user("reader", password="a long password"))
    assert {client.get(address).status_code for address in hidden_files()} == {404}


@pytest.mark.parametrize(
    "path", ["", "nothing.jpg", "../db.sqlite3", "%2e%2e/db.sqlite3", "images/../../x", "images/"]
)
def test_other_addresses_are_not_there(client, admin_client, path):
    for visitor in (client, admin_client):
        assert visitor.get(f"/media/{path}").status_code in (400, 404)


def test_nothing_can_be_written(client, sound):
    assert client.post(sound).status_code == 405
