"""Pictures and documents as Wagtail clients read them."""

import pytest

from tests import factories as make

pytestmark = pytest.mark.django_db


def shown_picture(**values):
    picture = make.StoryImageFactory(rendered=True, **values)
    make.StoryPageFactory(lead_image=picture, lead_image_alt="A boat")
    return picture


def shown_document(**values):
    document = make.StoryDocumentFactory(**values)
    link = f'<p><a linktype="document" id="{document.pk}">Read</a></p>'
    make.StoryPageFactory(body=[("paragraph", link)])
    return document


def test_a_picture_has_its_renditions_and_its_rights(client):
    picture = shown_picture(title="Boat", licence="CC-BY-4.0", credit_line="Rahima Begum")
    picture.tags.add("boat", "dawn")
    answer = client.get(f"/api/v2/images/{picture.pk}/").json()
    assert answer["meta"]["type"] == "library.StoryImage"
    assert answer["meta"]["tags"] == ["boat", "dawn"]
    assert answer["meta"]["download_url"] == f"http://testserver/media/{picture.file.name}"
    assert answer["licence"]["id"] == "CC-BY-4.0"
    assert answer["credit_line"] == "Rahima Begum"
    assert (answer["width"], answer["height"]) == (400, 300)
    assert [len(each["srcset"]) for each in answer["sources"]] == [2, 2, 2]
    assert client.get(answer["meta"]["download_url"]).status_code == 200


def test_a_document_is_downloaded_where_it_says(client):
    document = shown_document(title="Captions")
    items = client.get("/api/v2/documents/").json()["items"]
    assert [item["title"] for item in items] == ["Captions"]
    url = items[0]["meta"]["download_url"]
    assert url == f"http://testserver/documents/{document.pk}/{document.filename}"
    response = client.get(url)
    assert b"".join(response.streaming_content) == b"WEBVTT\n"


def test_pictures_are_searched_and_filtered(client):
    picture = shown_picture(title="Boat at dawn")
    picture.tags.add("boat")
    shown_picture(title="Lanterns")
    make.searchable()
    for query in (
        {"search": "boat"},
        {"title": "Boat at dawn"},
        {"tags": "boat"},
        {"id": picture.pk},
    ):
        items = client.get("/api/v2/images/", query).json()["items"]
        assert [item["id"] for item in items] == [picture.pk], query
    found = client.get("/api/v2/images/find/", {"id": picture.pk})
    assert found["Location"] == f"http://testserver/api/v2/images/{picture.pk}/?"


def test_what_nothing_public_shows_is_not_there(client):
    unused = make.StoryImageFactory()
    private = shown_picture(private=True)
    of_a_draft = make.StoryImageFactory()
    make.StoryPageFactory(draft=True, lead_image=of_a_draft)
    for picture in (unused, private, of_a_draft):
        assert client.get(f"/api/v2/images/{picture.pk}/").status_code == 404
    assert client.get("/api/v2/images/").json()["meta"]["total_count"] == 0


def test_a_document_of_a_draft_is_a_404_and_an_editor_may_read_it(client, admin_client):
    document = make.StoryDocumentFactory()
    address = f"/documents/{document.pk}/{document.filename}"
    assert client.get(address).status_code == 404
    assert admin_client.get(address).status_code == 200


def test_a_document_of_a_private_collection_asks_who_you_are(client):
    document = shown_document(private=True)
    response = client.get(f"/documents/{document.pk}/{document.filename}")
    assert response.status_code == 302
    assert "login" in response["Location"]


def test_the_picture_of_an_object_is_shown_where_a_public_page_shows_the_object(client):
    picture, other = make.StoryImageFactory(), make.StoryImageFactory()
    thing = make.CollectionObjectFactory(image=picture, image_alt="A jar")
    translated = thing.copy_for_translation(make.locale("bn"))
    translated.image, translated.live = other, True
    translated.save()
    page = make.StoryPageFactory(collection_objects=[("object", {"object": thing, "use": ""})])
    for each in (picture, other):
        assert client.get(f"/media/{each.file.name}").status_code == 200
    page.unpublish()
    for each in (picture, other):
        assert client.get(f"/media/{each.file.name}").status_code == 404


@pytest.mark.parametrize("query", ["bogus=1", "width=x", "fields=file", "order=file", "search=%00"])
def test_what_is_unknown_is_a_400_in_json(client, query):
    response = client.get(f"/api/v2/images/?{query}")
    assert response.status_code == 400
    assert response.json()["message"]
