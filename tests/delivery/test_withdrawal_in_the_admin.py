"""An editor takes a page back in the admin, finds it in the report, and lets it be published again."""

import pytest
from django.urls import reverse
from wagtail.models import (
    GroupApprovalTask,
    PageLogEntry,
    Workflow,
    WorkflowState,
    WorkflowTask,
)

from stories.delivery.withdrawal.record import Withdrawal
from stories.models import StoryPage
from tests.editing.forms import page_form
from tests.factories import StoryPageFactory
from tests.translation.people import editor, reviewer, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    story = StoryPageFactory(slug="song", title="River song")
    StoryPageFactory(slug="song", language="bn", translation_of=story)
    return story


def edit(story):
    return reverse("wagtailadmin_pages:edit", args=[story.pk])


def address(story):
    return reverse("withdraw_page", args=[story.pk])


def said(response):
    return " ".join(str(each) for each in response.context["messages"])


def withdraw(client, story, reason="The family asked for it."):
    return client.post(address(story), {"reason": reason}, follow=True)


def test_from_the_page_to_the_report_and_back(admin_client, client, story):
    assert address(story) in admin_client.get(edit(story)).content.decode()
    asked = admin_client.get(address(story)).content.decode()
    assert "in every language: \u2068Bengali\u2069 and \u2068English\u2069." in asked
    assert "has been withdrawn" in said(withdraw(admin_client, story))
    assert client.get("/bn/stories/song/").status_code == 410

    told = admin_client.get(edit(story))
    assert "The family asked for it." in said(told)
    html = told.content.decode()
    assert address(story) not in html
    assert 'value="action-publish"' not in html
    report = admin_client.get(reverse("withdrawals")).content.decode()
    assert "River song" in report
    assert "<bdi>The family asked for it.</bdi>" in report
    exported = admin_client.get(reverse("withdrawals"), {"export": "csv"})
    assert b"The family asked for it." in b"".join(exported.streaming_content)

    lift = reverse("lift_withdrawal", args=[Withdrawal.objects.get().pk])
    assert lift in html
    assert lift in report
    assert "The family asked for it." in admin_client.get(lift).content.decode()
    assert "can be published again" in said(admin_client.post(lift, follow=True))
    assert not Withdrawal.objects.exists()
    actions = PageLogEntry.objects.filter(page=story.pk).values_list("action", flat=True)
    assert {"meeting_place.withdraw", "meeting_place.lift_withdrawal"} <= set(actions)


def test_a_reason_is_asked_for(admin_client, story):
    response = withdraw(admin_client, story, reason=" ")
    assert "This field is required." in response.content.decode()
    assert not Withdrawal.objects.exists()


def test_publishing_is_refused_and_the_draft_is_kept(admin_client, story):
    withdraw(admin_client, story)
    form = page_form(StoryPage, title="Another title", slug="song")
    publish = {"action-publish": "action-publish"}
    response = admin_client.post(edit(story), form | publish, follow=True)
    assert "cannot be published" in said(response)
    page = StoryPage.objects.get(pk=story.pk)
    assert not page.live
    assert page.get_latest_revision_as_object().title == "Another title"


def test_nor_with_others(admin_client, story):
    other = StoryPageFactory(draft=True)
    withdraw(admin_client, story)
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    query = f"?next=/admin/&id={story.pk}&id={other.pk}"
    response = admin_client.post(bulk + query, {"include_descendants": ""}, follow=True)
    assert "cannot be published" in said(response)
    assert not StoryPage.objects.live().exists()


def test_who_may_not_publish_it_in_every_language_may_not_withdraw_it(story):
    client = signed_in(reviewer("bn"))
    assert address(story) not in client.get(edit(story)).content.decode()
    withdraw(client, story)
    assert not Withdrawal.objects.exists()
    withdraw(signed_in(editor()), story)
    assert Withdrawal.objects.get().by.username == "editor"


def test_of_a_draft_there_is_nothing_to_withdraw(admin_client):
    draft = StoryPageFactory(draft=True)
    assert address(draft) not in admin_client.get(edit(draft)).content.decode()
    assert admin_client.get(address(draft)).status_code in (302, 403)


def test_nor_of_what_only_some_could_read(admin_client):
    story = StoryPageFactory(draft=True)
    story.view_restrictions.create(restriction_type="login")
    story.save_revision().publish()
    assert address(story) not in admin_client.get(edit(story)).content.decode()
    assert withdraw(admin_client, story).status_code in (200, 403)
    assert not Withdrawal.objects.exists()


def test_a_review_that_waits_ends_with_it(admin_client, admin_user, story):
    task = GroupApprovalTask.objects.create(name="Review")
    workflow = Workflow.objects.create(name="Review")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    story.save_revision()
    waiting = workflow.start(story, admin_user)
    withdraw(admin_client, story)
    waiting.refresh_from_db()
    assert waiting.status == WorkflowState.STATUS_CANCELLED


def test_teams_of_a_language_do_not_read_the_reasons_of_all(admin_client, story):
    withdraw(admin_client, story)
    response = signed_in(reviewer("bn")).get(reverse("withdrawals"), follow=True)
    assert "The family asked for it." not in response.content.decode()


def test_a_withdrawal_outlives_its_page(admin_client, client, story):
    withdraw(admin_client, story)
    StoryPage.objects.all().delete()
    assert (
        "A page that has been deleted" in admin_client.get(reverse("withdrawals")).content.decode()
    )
    assert client.get("/en/stories/song/").status_code == 410
    lift = reverse("lift_withdrawal", args=[Withdrawal.objects.get().pk])
    admin_client.post(lift)
    assert client.get("/en/stories/song/").status_code == 404
