"""No page goes live with its original's words under another language's name, whatever publishes it."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.test import TestCase
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupApprovalTask, GroupPagePermission, Page, Workflow, WorkflowTask
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object

from stories.delivery.door import public_pages
from stories.translation.gate import Incomplete
from stories.translation.version_publishing import publish_complete_part
from tests.factories import StandardPageFactory, StoryPageFactory, home, locale

from .telling import (
    ENGLISH,
    body_with,
    go_live,
    page_in,
    publish,
    submitted,
    told,
    translate,
    translated,
)

pytestmark = pytest.mark.django_db

NOT_ALL = {text: words for text, words in ENGLISH.items() if text not in ("নদী", "রহিমা")}


@pytest.fixture
def client(admin_client):
    return admin_client


def incomplete(texts=NOT_ALL):
    translation = submitted(told())
    translate(translation, texts)
    return translation


def the_english(translation):
    return page_in(translation.source.get_source_instance(), "en")


def press_publish(client, page):
    with TestCase.captureOnCommitCallbacks(execute=True):
        return client.post(
            reverse("wagtailadmin_pages:edit", args=[page.pk]), {"action": "publish"}, follow=True
        )


def messages_in(response):
    return " ".join(str(each) for each in response.context["messages"])


def test_what_is_submitted_for_translation_is_a_draft():
    translation = submitted(told())
    assert not the_english(translation).live


def test_parents_that_come_along_are_not_public():
    parent = publish(StandardPageFactory(language="bn", title="আমাদের কথা", live=False))
    child = StandardPageFactory(language="bn", title="কাজ", parent=parent, live=False)
    translate_object(publish(child), [locale("en")])
    copies = Page.objects.filter(
        translation_key__in=[parent.translation_key, child.translation_key], locale=locale("en")
    )
    assert copies.count() == 2
    assert not public_pages(copies).exists()


def test_the_editors_button_says_how_many_texts_are_missing_and_which(client):
    translation = incomplete()
    page = the_english(translation)
    response = press_publish(client, page)
    said = messages_in(response)
    assert "2 texts are not translated" in said
    assert "Body: Heading: Text (“নদী”)" in said
    assert "Body: Quote: Who said it (“রহিমা”)" in said
    page.refresh_from_db()
    assert not page.live
    assert page.latest_revision.content["title"] == "নদীর গান"  # the draft of the submission


def test_a_complete_translation_goes_live_by_the_editors_button(client):
    translation = incomplete(ENGLISH)
    press_publish(client, the_english(translation))
    page = the_english(translation)
    assert (page.live, page.title) == (True, "River song")


def test_wagtail_localize_itself_cannot_publish_it():
    translation = incomplete()
    with pytest.raises(ValidationError):
        go_live(translation)
    assert not the_english(translation).live


def test_a_draft_with_the_originals_words_cannot_be_published_by_anything():
    translation = incomplete()
    page = the_english(translation)
    with pytest.raises(Incomplete):
        page.get_latest_revision().publish()
    page.refresh_from_db()
    assert not page.live


def test_a_draft_that_was_made_before_the_last_text_was_translated_is_refused_too():
    translation = incomplete()
    page = the_english(translation)
    translate(translation)
    with pytest.raises(Incomplete, match="This draft was made before"):
        page.get_latest_revision().publish()


def test_a_live_page_cannot_get_untranslated_text_by_an_update(client):
    original = told()
    translated(original)
    publish(original, summary="অন্য কথা।")
    source = Translation.objects.get().source
    with TestCase.captureOnCommitCallbacks(execute=True):
        response = client.post(
            reverse("wagtail_localize:update_translations", args=[source.pk]),
            {"publish_translations": "on"},
            follow=True,
        )
    said = messages_in(response)
    assert "1 text is not translated: Summary (“অন্য কথা।”)" in said
    english = page_in(original, "en")
    assert (english.summary, english.outdated_segments) == ("The story of a river.", 1)


def test_the_page_for_updates_does_not_promise_the_originals_words(client):
    translated(told())
    source = Translation.objects.get().source
    answer = client.get(reverse("wagtail_localize:update_translations", args=[source.pk]))
    assert b"will use the original language" not in answer.content
    assert b"Publishes the translations that are complete." in answer.content


def test_bulk_publishing_leads_to_the_reason(client):
    translation = incomplete()
    page = the_english(translation)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    response = client.post(f"{address}?id={page.pk}", follow=True)
    assert "2 texts are not translated" in messages_in(response)
    page.refresh_from_db()
    assert not page.live


def test_an_approval_passes_the_gate(client, admin_user):
    group = Group.objects.create(name="Reviewers")
    admin_user.groups.add(group)
    task = GroupApprovalTask.objects.create(name="Review")
    task.groups.add(group)
    workflow = Workflow.objects.create(name="Review")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    translation = incomplete()
    page = the_english(translation)
    state = workflow.start(page, admin_user)
    address = reverse(
        "wagtailadmin_pages:workflow_action",
        args=[page.pk, "approve", state.current_task_state.pk],
    )
    response = client.post(address, {"comment": ""}, headers={"x-requested-with": "XMLHttpRequest"})
    assert response.json()["redirect"] == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert "2 texts are not translated" in messages_in(client.get(response.json()["redirect"]))
    page.refresh_from_db()
    assert not page.live


def test_a_schedule_passes_the_gate():
    translation = incomplete()
    page = the_english(translation)
    page.go_live_at = timezone.now() + timedelta(days=1)
    with pytest.raises(Incomplete):
        page.save_revision().publish()
    assert not page.revisions.filter(approved_go_live_at__isnull=False).exists()


def test_what_may_not_go_live_on_time_does_not_hold_up_other_pages():
    translation = incomplete()
    other = StoryPageFactory(title="Another story", draft=True)
    hour_ago = timezone.now() - timedelta(hours=1)
    refused = the_english(translation).get_latest_revision()
    for revision, moment in [
        (refused, hour_ago - timedelta(hours=1)),
        (other.save_revision(), hour_ago),
    ]:
        type(revision).objects.filter(pk=revision.pk).update(approved_go_live_at=moment)
    call_command("publish_scheduled")
    other.refresh_from_db()
    assert other.live
    assert not the_english(translation).live


def test_a_bare_copy_of_the_original_does_not_go_live():
    original = told()
    copy = original.copy_for_translation(locale("en"))
    with pytest.raises(Incomplete, match="Most of this page"):
        copy.save_revision().publish()
    copy.title, copy.summary, copy.body = "River song", "The story of a river.", "[]"
    copy.save_revision().publish()
    copy.refresh_from_db()
    assert copy.live


def test_a_translation_that_was_stopped_is_no_way_around(client):
    translation = incomplete({})
    client.post(reverse("wagtail_localize:stop_translation", args=[translation.pk]))
    page = the_english(translation)
    with pytest.raises(Incomplete):
        page.get_latest_revision().publish()


# Without them


def test_a_publisher_may_publish_without_what_is_missing(client):
    translation = incomplete()
    page = the_english(translation)
    address = reverse("translation_publish_without", args=[page.pk])
    editor = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert address in editor
    shown = client.get(address).content.decode()
    assert "2 texts have not been translated" in shown
    assert "রহিমা" in shown
    client.post(address)
    page.refresh_from_db()
    assert (page.live, page.title) == (True, "River song")
    assert [row["type"] for row in page.body.raw_data] == ["paragraph", "quote"]
    assert page.body.raw_data[1]["value"]["attribution"] == ""
    public = client.get("/en/stories/" + page.slug + "/").content.decode()
    assert "A river is a road." in public
    assert "রহিমা" not in public


def test_a_paragraph_is_left_out_of_running_text():
    translation = incomplete({**ENGLISH, "আমরা ঘাটে গেলাম।": ""})
    publish_complete_part(translation)
    page = the_english(translation)
    html = page.body.raw_data[1]["value"]
    assert "A river is a road." in html
    assert "<p></p>" not in html
    assert "\ue000" not in html
    assert html.count("<p") == 1


def test_a_page_without_a_title_is_not_published(client):
    translation = incomplete({**ENGLISH, "নদীর গান": ""})
    page = the_english(translation)
    address = reverse("translation_publish_without", args=[page.pk])
    assert "translate it first" in client.get(address).content.decode()
    client.post(address)
    page.refresh_from_db()
    assert not page.live


def test_only_publishers_may_publish_without(client):
    translation = incomplete()
    page = the_english(translation)
    translator = User.objects.create_user("translator", password="secret")
    group = Group.objects.create(name="Translators")
    group.permissions.add(_admin_access())
    GroupPagePermission.objects.create(
        group=group, page=home("en"), permission=_page_permission("change_page")
    )
    translator.groups.add(group)
    client.force_login(translator)
    address = reverse("translation_publish_without", args=[page.pk])
    editor = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "Not complete yet" in editor
    assert address not in editor
    client.post(address)
    page.refresh_from_db()
    assert not page.live


def test_what_was_left_out_comes_in_when_it_is_translated():
    translation = incomplete()
    publish_complete_part(translation)
    assert the_english(translation).left_out_segments == 2
    translate(translation)
    go_live(translation)
    page = the_english(translation)
    assert [row["type"] for row in page.body.raw_data] == ["heading", "paragraph", "quote"]
    assert page.left_out_segments == 0


def test_a_live_page_keeps_its_old_passages_until_it_is_published_again():
    original = told()
    translated(original)

    def reword(rows):
        rows[2]["value"]["text"] = "নদী আমাদের ঘর।"

    publish(original, body=body_with(original, reword))
    english = page_in(original, "en")
    assert english.body.raw_data[2]["value"]["text"] == "The river is our mother."
    publish_complete_part(Translation.objects.get())
    english.refresh_from_db()
    assert [row["type"] for row in english.body.raw_data] == ["heading", "paragraph"]
    assert english.left_out_segments == 2  # the quote, and who said it
    assert english.outdated_segments == 0


def _admin_access():
    return Permission.objects.get(codename="access_admin")


def _page_permission(codename):
    return Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)
