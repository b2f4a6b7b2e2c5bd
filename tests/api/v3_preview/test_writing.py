"""What is written by API goes through the same rules as what is written in the admin."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail_localize.models import Translation

from stories.models import StoryIndexPage, StoryPage
from tests.factories import StoryPageFactory, home, index
from tests.translation.people import editor, require_review, reviewer, started, translator
from tests.translation.telling import page_in, submitted, told, translate

from .callers import ROOT, Caller

pytestmark = pytest.mark.django_db


@pytest.fixture
def editing():
    return Caller(editor())


def reason(response):
    document = response.json()
    return document["detail"] + " ".join(
        each.get("msg", "") for each in document.get("errors") or []
    )


def new(parent, **fields):
    meta = {"type": "stories.StoryPage", "parent_id": parent.pk, **fields.pop("meta", {})}
    return {"title": "New", **fields, "meta": meta}


def test_a_page_is_made_changed_and_published(editing, client):
    made = editing.post("/pages/", new(index(StoryIndexPage), summary="Short"))
    assert made.status_code == 201, made.text
    pk = made.json()["id"]
    assert client.get("/en/stories/new/").status_code == 404
    assert editing.patch(f"/pages/{pk}/", {"summary": "Shorter"}).status_code == 200
    assert editing.post(f"/pages/{pk}/actions/publish/").status_code == 200
    assert "Shorter" in client.get("/en/stories/new/").text


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"body": [], "places": []}, ["body", "places"]),
        ({"hero": 3}, ["hero"]),
        ({"meta": {"live": True}}, ["meta.live"]),
    ],
)
def test_what_cannot_be_written_is_named_and_nothing_is_written(editing, fields, named):
    response = editing.post("/pages/", new(index(StoryIndexPage), **fields))
    assert response.status_code == 422
    assert [error["name"] for error in response.json()["errors"]] == named
    story = StoryPageFactory(title="Song")
    changed = editing.patch(f"/pages/{story.pk}/", {"title": "Other", **fields})
    assert changed.status_code == 422
    assert not Page.objects.filter(title__in=["New", "Other"]).exists()


@pytest.mark.parametrize("body", ["[]", "{", '"x"'])
def test_a_body_is_a_json_object(admin, body):
    response = admin.client.post(f"{ROOT}/pages/", body, content_type="application/json")
    assert response.status_code == 400


def test_the_gate_holds_and_nothing_is_half_saved(editing, admin):
    translation = submitted(told())
    draft = page_in(translation.source.get_source_instance(), "en")
    for caller in (editing, admin):
        refused = caller.post(f"/pages/{draft.pk}/actions/publish/")
        assert refused.status_code == 422
        assert "not translated" in reason(refused)
    assert not Page.objects.get(pk=draft.pk).live


def test_a_translation_is_not_written_past_its_editor(editing, admin):
    translation = submitted(told())
    draft = page_in(translation.source.get_source_instance(), "en")
    for caller in (editing, admin):
        refused = caller.patch(f"/pages/{draft.pk}/", {"title": "Other"})
        assert refused.status_code == 409
        assert "translation editor" in reason(refused)


def test_review_holds(editing):
    translation = submitted(told())
    translate(translation)
    draft = page_in(translation.source.get_source_instance(), "en")
    translation.save_target(publish=False)
    require_review("en")
    refused = editing.post(f"/pages/{draft.pk}/actions/publish/")
    assert refused.status_code in (409, 422)
    assert not Page.objects.get(pk=draft.pk).live


def test_translators_have_their_language_and_nothing_else():
    story, somali = StoryPageFactory(title="Song"), home("so")
    of_team = Caller(translator("so"))
    for path, body in (
        (f"/pages/{story.pk}/actions/publish/", None),
        (f"/pages/{story.pk}/actions/copy_for_translation/", {"locale": "bn"}),
        ("/pages/", new(somali)),
        ("/sites/", {"hostname": "x", "root_page_id": somali.pk}),
        ("/redirects/", {"old_path": "/x"}),
    ):
        assert of_team.post(path, body).status_code == 403, path
    assert of_team.patch(f"/pages/{story.pk}/", {"title": "Other"}).status_code == 403
    assert of_team.delete(f"/pages/{story.pk}/").status_code == 403
    started(story, "so")
    draft = Page.objects.get(translation_key=story.translation_key, locale__language_code="so")
    # Who may change a page may delete its draft, says Wagtail; the admin says that teams do not.
    assert of_team.delete(f"/pages/{draft.pk}/").status_code == 403
    assert Page.objects.filter(pk=draft.pk).exists()
    assert Caller(reviewer("so")).patch(f"/pages/{story.pk}/", {"title": "x"}).status_code == 403


def test_a_translation_is_started_so_that_it_can_be_translated():
    story, _somali = StoryPageFactory(title="Song"), home("so")
    path = f"/pages/{story.pk}/actions/copy_for_translation/"
    of_team = Caller(translator("so"))
    made = of_team.post(path, {"locale": "so"})
    assert made.status_code == 201, made.text
    assert (made.json()["meta"]["locale"], made.json()["title"]) == ("so", "Song")
    assert Translation.objects.filter(target_locale__language_code="so").exists()
    assert not StoryPage.objects.get(pk=made.json()["id"]).live
    assert of_team.post(path, {"locale": "so"}).status_code == 409
    for body in ({"locale": "xx"}, {"locale": "en"}):
        assert of_team.post(path, body).status_code == 422


@pytest.mark.parametrize("action", ["create_alias", "convert_alias"])
def test_there_are_no_aliases(admin, action):
    story = StoryPageFactory()
    assert admin.post(f"/pages/{story.pk}/actions/{action}/").status_code == 404
    home("so")
    body = {"locale": "so", "alias": True, "copy_parents": True}
    assert admin.post(f"/pages/{story.pk}/actions/copy_for_translation/", body).status_code == 422


def test_what_holds_a_language_together_stays(admin):
    story, front = StoryPageFactory(), home("en")
    for path in (f"/pages/{front.pk}/", f"/pages/{front.pk}/actions/delete/"):
        refused = admin.delete(path)
        assert refused.status_code == 409
        assert "holds pages in its language" in reason(refused)
    somali = home("so")
    moved = admin.post(f"/pages/{story.pk}/actions/move/", {"destination_id": somali.pk})
    assert moved.status_code in (403, 409)
    copied = admin.post(f"/pages/{story.pk}/actions/copy/", {"destination_id": somali.pk})
    assert copied.status_code == 409
    assert Page.objects.get(pk=story.pk).path.startswith(front.path)


def test_a_locked_page_stays_as_it_is(editing, admin_user):
    story = StoryPageFactory(title="Song", locked=True, locked_by=admin_user)
    assert editing.patch(f"/pages/{story.pk}/", {"title": "Other"}).status_code == 409
    assert editing.post(f"/pages/{story.pk}/actions/unpublish/").status_code == 409


def test_pictures_lose_what_their_camera_wrote(admin):
    file = io.BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "A camera"
    Image.new("RGB", (40, 30)).save(file, "JPEG", exif=exif)
    picture = SimpleUploadedFile("quay.jpg", file.getvalue(), "image/jpeg")
    made = admin.client.post(
        f"{ROOT}/images/", {"title": "Quay", "file": picture, "collection_id": 1}
    )
    assert made.status_code == 201, made.text
    with get_image_model().objects.get(pk=made.json()["id"]).file.open() as stored:
        assert b"A camera" not in stored.read()
    odd = SimpleUploadedFile("quay.jpg", file.getvalue(), "image/jpeg")
    refused = admin.client.post(f"{ROOT}/images/", {"title": "Quay", "file": odd, "tags": "x"})
    assert refused.status_code == 422


def test_other_methods_are_refused_by_name(admin):
    response = admin.client.put(f"{ROOT}/pages/", {}, content_type="application/json")
    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, POST"
    assert Client().post(f"{ROOT}/pages/").status_code == 401
