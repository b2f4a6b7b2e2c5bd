"""Drafts, for whoever has the token that an editor's preview gave to a front end of its own."""

import re
from copy import deepcopy
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, Permission
from django.core import signing
from wagtail.admin.models import FormState
from wagtail.models import GroupPagePermission, Page, Workflow, WorkflowTask

from stories.delivery.withdrawal.withdrawing import withdraw
from stories.models import StoryIndexPage, StoryPage
from stories.previews.tokens import LIFETIME, SALT
from stories.translation.review import ReviewTask
from tests.editing.forms import page_form, rich_text, streamfield
from tests.factories import ProjectPageFactory, StoryPageFactory, home, index
from tests.once import once
from tests.pages.markup import read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front_end")]
ROOT = "/api/delivery/v1/"


def make_song():
    """A live story with a draft: what readers have, and what only editors know."""
    story = StoryPageFactory(title="Song", slug="song", language="bn", project=ProjectPageFactory())
    return drafted(story, title="River song")


def drafted(page, **changes):
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision()
    return type(page).objects.get(pk=page.pk)


made = once(make_song)


@pytest.fixture
def song(made, db):
    return deepcopy(made)


@pytest.fixture
def told(admin_client, led_to):
    """`told(page)` is what an editor's preview of its draft tells the front end."""

    def view(page):
        return led_to(admin_client.get(f"/admin/pages/{page.pk}/view_draft/"))

    return view


@pytest.fixture
def filled_in(admin_client, led_to):
    """`filled_in(base, data)` is what the live preview of a form tells the front end."""

    def view(base, data):
        posted = admin_client.post(base, data)
        assert posted.json() == {"is_valid": True, "is_available": True}, posted.content
        return led_to(admin_client.get(base, {"mode": "front-end", "in_preview_panel": "true"}))

    return view


@pytest.fixture
def ask(client):
    """`ask(address, token)` is the whole response; without a token as any reader asks."""

    def get(address, token=None, **parameters):
        given = {"preview": token} if token is not None else {}
        return client.get(ROOT + address, {**parameters, **given})

    return get


def at(page):
    """Where the delivery API has a story."""
    return f"stories/{page.translation_key}/"


# What a token opens


def test_draft_is_answered_by_identity_and_by_path(song, told, ask):
    given = told(song)
    assert given["path"] == "/bn/stories/song/"
    assert ask(at(song), given["token"]).json()["title"] == "River song"
    resolved = ask("resolve/", given["token"], path=given["path"]).json()
    assert resolved["kind"] == "page"
    assert resolved["page"] == ask(at(song), given["token"]).json()
    assert ask(at(song), locale="bn").json()["title"] == "Song"


def test_draft_has_the_shape_of_what_is_public(song, told, ask, conforms):
    token = told(song)["token"]
    for path, parameters in ((at(song), {}), ("resolve/", {"path": "/bn/stories/song"})):
        response = ask(path, token, **parameters)
        conforms(path, response)
        assert response.headers["Content-Language"] == "bn"
    live = ask(at(song), locale="bn").json()
    draft = ask(at(song), token).json()
    assert draft.keys() == live.keys()
    assert {name for name in live if live[name] != draft[name]} <= {"title", "seo", "translations"}


def test_fields_are_kept_as_asked_for(song, told, ask):
    answer = ask(at(song), told(song)["token"], fields="title").json()
    assert answer == {"id": str(song.translation_key), "type": "story", "title": "River song"}


def test_page_that_was_never_published_is_opened(told, ask, conforms):
    story = drafted(StoryPageFactory(draft=True, slug="new"), title="River song")
    response = ask(at(story), told(story)["token"])
    conforms(at(story), response)
    assert response.json()["title"] == "River song"
    assert response.json()["published_at"] is None
    assert ask(at(story)).status_code == 404


def test_home_page_is_opened(told, ask):
    page = drafted(home("bn"), title="At home")
    given = told(page)
    assert given["path"] == "/bn/"
    assert ask("resolve/", given["token"], path="/bn/").json()["page"]["title"] == "At home"


def test_page_without_revisions_is_opened_until_it_has_one(told, ask):
    story = StoryPageFactory(title="Song", draft=True)
    token = told(story)["token"]
    assert ask(at(story), token).json()["title"] == "Song"
    drafted(story, title="River song")
    assert ask(at(story), token).status_code == 403


def test_token_keeps_to_its_revision(song, told, ask, admin_client, led_to):
    token = told(song)["token"]
    first = song.latest_revision_id
    song = drafted(song, title="Sea song")
    assert ask(at(song), token).json()["title"] == "River song"
    assert ask(at(song), told(song)["token"]).json()["title"] == "Sea song"
    older = led_to(admin_client.get(f"/admin/pages/{song.pk}/revisions/{first}/view/"))
    assert ask(at(song), older["token"]).json()["title"] == "River song"


# What an editor has not saved


def test_form_is_opened_before_it_is_saved(song, filled_in, ask, conforms):
    base = f"/admin/pages/{song.pk}/edit/preview/"
    body = streamfield([("paragraph", rich_text("<p>It carried us.</p>"))])
    data = page_form(StoryPage, title="Unsaved song", slug="song", body=body)
    given = filled_in(base, data)
    response = ask(at(song), given["token"])
    conforms(at(song), response)
    assert response.json()["title"] == "Unsaved song"
    assert "It carried us." in response.json()["body"][0]["value"]["html"]
    assert ask("resolve/", given["token"], path=given["path"]).status_code == 200
    assert StoryPage.objects.get(pk=song.pk).get_latest_revision_as_object().title == "River song"


@pytest.mark.parametrize("slug", ["", "river-song"])
def test_page_is_opened_before_it_is_first_saved(filled_in, ask, conforms, slug):
    parent = index(StoryIndexPage, "ar")
    base = f"/admin/pages/add/stories/storypage/{parent.pk}/preview/"
    given = filled_in(base, page_form(StoryPage, title="River song", slug=slug))
    response = ask("resolve/", given["token"], path=given["path"])
    assert response.status_code == 200, response.content
    conforms("resolve/", response)
    found = response.json()["page"]
    assert (found["title"], found["language"]["served"]) == ("River song", "ar")
    assert ask(f"stories/{found['id']}/", given["token"]).json() == found
    assert not StoryPage.objects.exclude(slug="song").exists()


def test_token_of_a_form_ends_when_the_form_is_filled_in_anew(song, filled_in, ask):
    base = f"/admin/pages/{song.pk}/edit/preview/"
    first = filled_in(base, page_form(StoryPage, title="One", slug="song"))["token"]
    second = filled_in(base, page_form(StoryPage, title="Two", slug="song"))["token"]
    refused = ask(at(song), first)
    assert refused.status_code == 403
    assert "written over" in refused.json()["detail"]
    assert ask(at(song), second).json()["title"] == "Two"
    FormState.objects.all().delete()
    assert ask(at(song), second).status_code == 403


def test_token_of_a_form_ends_with_its_editors_rights(song, filled_in, ask, admin_user):
    base = f"/admin/pages/{song.pk}/edit/preview/"
    token = filled_in(base, page_form(StoryPage, title="One", slug="song"))["token"]
    admin_user.is_active = False
    admin_user.save()
    assert ask(at(song), token).status_code == 403


# What a token does not open


def test_bad_tokens_are_refused_and_nothing_stands_in(song, told, ask):
    token = told(song)["token"]
    elsewhere = signing.dumps(signing.loads(token, salt=SALT), salt="another")
    unsaid = signing.dumps({"key": "x"}, salt=SALT)
    for bad in ("", "x", token[:-1], "A" + token, f"{token}A", elsewhere, "x" * 2000, unsaid):
        for path, more in ((at(song), {}), ("resolve/", {"path": "/bn/stories/song/"})):
            response = ask(path, bad, **more)
            assert response.status_code == 400, bad
            assert response.headers["Content-Type"] == "application/problem+json"
            assert [wrong["name"] for wrong in response.json()["errors"]] == ["preview"]
            assert "ong" not in response.json()["title"]


def test_token_lasts_for_an_hour(song, told, ask, monkeypatch):
    token = told(song)["token"]
    later = signing.time.time() + LIFETIME / timedelta(seconds=1)
    monkeypatch.setattr(signing.time, "time", lambda: later - 5)
    assert ask(at(song), token).status_code == 200
    monkeypatch.setattr(signing.time, "time", lambda: later + 5)
    refused = ask(at(song), token)
    assert refused.status_code == 403
    assert "expired" in refused.json()["detail"]


def test_token_opens_no_other_page_language_or_path(song, told, ask):
    other = drafted(StoryPageFactory(title="Bread", slug="bread"), title="New bread")
    translation = StoryPageFactory(translation_of=song, language="en", title="English song")
    translation = drafted(translation, title="New English song")
    token = told(song)["token"]
    for path, parameters in [
        (at(other), {}),
        (at(song), {"locale": "en"}),
        ("resolve/", {"path": "/en/stories/song/"}),
        ("resolve/", {"path": "/bn/stories/bread/"}),
        ("resolve/", {"path": "/bn/"}),
        ("resolve/", {"path": "/nowhere/"}),
        ("resolve/", {"path": "/"}),
    ]:
        refused = ask(path, token, **parameters)
        assert refused.status_code == 403, (path, parameters)
        assert "another" in refused.json()["detail"]
    assert ask(f"projects/{song.translation_key}/", token).status_code == 404
    assert ask(at(song), told(translation)["token"]).json()["title"] == "New English song"


def test_lists_and_other_addresses_know_no_tokens(song, told, ask):
    token = told(song)["token"]
    for path in ("stories/", "pages/", "changes/", "navigation/", "locales/", "taxonomies/"):
        refused = ask(path, token)
        assert refused.status_code == 400
        assert [wrong["name"] for wrong in refused.json()["errors"]] == ["preview"]


def test_token_is_given_once(song, told, client):
    token = told(song)["token"]
    response = client.get(f"{ROOT}{at(song)}?preview={token}&preview=x")
    assert response.status_code == 400


def test_token_of_a_page_that_is_gone_opens_nothing(song, told, ask):
    token = told(song)["token"]
    song.revisions.all().delete()
    assert ask(at(song), token).status_code == 403
    song.delete()
    refused = ask(at(song), token)
    assert refused.status_code == 403
    assert "deleted" in refused.json()["detail"]


def test_token_from_before_a_withdrawal_opens_nothing(song, told, ask):
    given = told(song)
    withdrawal = withdraw(song.translation_key)
    for response in (
        ask(at(song), given["token"]),
        ask("resolve/", given["token"], path=given["path"]),
    ):
        assert response.status_code == 403
        assert "withdrawn since" in response.content.decode()
    withdrawal.at -= timedelta(minutes=1)
    withdrawal.save()
    assert ask(at(song), told(song)["token"]).json()["title"] == "River song"


def test_draft_shows_nothing_else_that_is_not_public(told, ask):
    hidden = drafted(StoryPageFactory(title="Hidden", draft=True), title="Hidden draft")
    project = ProjectPageFactory(title="Hidden project", draft=True)
    story = StoryPageFactory(draft=True, project=project, related_pages=[hidden])
    answer = ask(at(story), told(story)["token"])
    assert answer.status_code == 200
    assert "Hidden" not in answer.content.decode()


# What is kept of it


def test_draft_is_kept_by_nobody(song, told, ask):
    token = told(song)["token"]
    for _ in range(2):
        response = ask(at(song), token)
        assert response.headers["Cache-Control"] == "private, no-store"
        assert response.headers["Access-Control-Allow-Origin"] == "*"
        for name in ("ETag", "Last-Modified", "Cache-Tag", "Surrogate-Key", "Set-Cookie"):
            assert name not in response.headers
    song.revisions.update(content=song.latest_revision.content | {"title": "Sea song"})
    assert ask(at(song), token).json()["title"] == "Sea song"


def test_client_is_not_told_that_it_has_a_draft_already(song, told, client):
    address = f"{ROOT}{at(song)}?preview={told(song)['token']}"
    assert client.get(address, headers={"If-None-Match": "*"}).status_code == 200
    head = client.head(address)
    assert head.status_code == 200
    assert head.headers["Cache-Control"] == "private, no-store"


# Who gets one


def test_token_says_nothing_of_the_editor(song, told, filled_in, admin_user):
    form = filled_in(
        f"/admin/pages/{song.pk}/edit/preview/", page_form(StoryPage, title="One", slug="song")
    )
    for given in (told(song), form):
        said = signing.loads(given["token"], salt=SALT)
        assert said.keys() <= {"key", "language", "page", "revision", "form", "digest", "slug"}
        assert str(admin_user.pk) not in {said.get("key"), said.get("slug")}


@pytest.fixture
def signed_in(client, django_user_model):
    """`signed_in(*permissions, on=page)` is the browser of somebody who may do that, and no more."""

    def enter(*permissions, on=None):
        group = Group.objects.create(name=f"Can {' and '.join(permissions)}")
        group.permissions.add(Permission.objects.get(codename="access_admin"))
        for permission in permissions:
            GroupPagePermission.objects.create(
                group=group,
                page=on or Page.objects.get(depth=1),
                permission=Permission.objects.get(
                    codename=f"{permission}_page", content_type__app_label="wagtailcore"
                ),
            )
        user = django_user_model.objects.create_user("somebody", password="x")
        user.groups.add(group)
        client.force_login(user)
        return client, group

    return enter


@pytest.mark.parametrize("permission", ["change", "publish"])
def test_who_may_edit_or_publish_gets_a_token(song, signed_in, led_to, permission):
    client, _ = signed_in(permission)
    assert led_to(client.get(f"/admin/pages/{song.pk}/view_draft/"))["token"]


def test_who_may_not_edit_the_page_gets_none(song, signed_in):
    client, _ = signed_in("change", on=home("en"))
    response = client.get(f"/admin/pages/{song.pk}/view_draft/")
    assert "token" not in response.headers.get("Location", "")
    assert "River song" not in response.content.decode()


def test_reviewer_gets_a_token_for_what_waits(song, signed_in, led_to, ask, admin_user):
    client, group = signed_in()
    task = ReviewTask.objects.create(name="Review")
    task.groups.add(group)
    workflow = Workflow.objects.create(name="Review")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    workflow.start(song, admin_user)
    waiting = song.latest_revision_id
    drafted(song, title="Sea song")
    given = led_to(client.get(f"/admin/pages/workflow/preview/{song.pk}/{task.pk}/"))
    assert signing.loads(given["token"], salt=SALT)["revision"] == waiting
    assert ask(at(song), given["token"]).json()["title"] == "River song"


def test_who_is_shown_a_draft_without_editing_it_sees_it_on_the_website(
    song, rf, django_user_model
):
    """As a translator sees the original beside the translation."""
    request = rf.get("/admin/translation/source/1/")
    request.user = django_user_model.objects.create_user("translator")
    draft = song.get_latest_revision_as_object()
    response = draft.make_preview_request(request, draft.default_preview_mode)
    assert response.status_code == 200
    assert "River song" in response.content.decode()


# Where editors choose


def test_editors_choose_where_they_preview(song, admin_client, settings):
    def modes():
        form = admin_client.get(f"/admin/pages/{song.pk}/edit/").content.decode()
        found = re.search(r'<select id="id_preview_mode".*?</select>', form, re.S)
        return found and re.findall(r'value="([^"]*)"( selected)?>([^<]*)<', found[0])

    assert modes() == [
        ("front-end", " selected", "In the front end"),
        ("", "", "On the website"),
    ]
    website = admin_client.get(f"/admin/pages/{song.pk}/view_draft/", {"mode": ""})
    assert read(website).one("h1").text == "River song"
    settings.PREVIEW_URL = ""
    assert modes() is None
    website = admin_client.get(f"/admin/pages/{song.pk}/view_draft/", {"mode": "front-end"})
    assert read(website).one("h1").text == "River song"
