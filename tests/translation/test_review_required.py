"""In a language that requires review nothing goes live past it, whatever publishes the page."""

from copy import deepcopy
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from stories.models import StoryPage
from stories.translation.gate import Incomplete
from stories.translation.review_submit import hand_in
from stories.translation.version_publishing import publish_complete_part
from tests.factories import StoryPageFactory, locale
from tests.once import lived_in
from tests.translation.people import (
    editor,
    require_review,
    reviewer,
    signed_in,
    started,
    translated,
    translator,
)

# What is published waits for the transaction's end, as on a real site.
pytestmark = pytest.mark.django_db(transaction=True)


def make_translations():
    """One in the translation editor, and one that was written without it; both are drafts."""
    locale("so")
    require_review("so")
    told, other = StoryPageFactory.create_batch(2, title="River song", summary="A song.")
    page = StoryPageFactory(translation_of=other, language="so", title="Hees", draft=True)
    page.summary = "Hees webi."
    page.save_revision()
    return translated(started(told, "so")), page.pk


translations = lived_in(make_translations)


@pytest.fixture
def translation(translations):
    return deepcopy(translations[0])


@pytest.fixture
def ordinary(translations):
    return StoryPage.objects.get(pk=translations[1])


def page_of(translation):
    return StoryPage.objects.get(pk=translation.get_target_instance().pk)


def approve(page, user):
    state = page.current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
    return signed_in(user).post(address, {"comment": ""})


def approved(translation):
    hand_in(translation, translator(), "Hodan")
    approve(page_of(translation), reviewer(first_name="Cabdi", last_name="Faarax"))
    return page_of(translation)


def step(page):
    return reverse("translation_publish_unreviewed", args=[page.pk])


def said(response):
    return " ".join(str(each) for each in response.context["messages"])


# Ways past it


def test_the_translation_editors_button_says_what_to_do(translation):
    edit = reverse("wagtailadmin_pages:edit", args=[page_of(translation).pk])
    response = signed_in(reviewer()).post(edit, {"action": "publish"}, follow=True)
    assert not page_of(translation).live
    assert "go live when a reviewer has approved them" in said(response)
    assert step(page_of(translation)) in response.content.decode()


def test_the_ordinary_form_keeps_the_draft_and_has_no_button_for_it(ordinary):
    edit = reverse("wagtailadmin_pages:edit", args=[ordinary.pk])
    client = signed_in(editor())
    shown = client.get(edit).content.decode()
    assert "action-publish" not in shown
    assert step(ordinary) in shown
    revision = ordinary.latest_revision
    with pytest.raises(Incomplete):
        revision.publish()
    ordinary.refresh_from_db()
    assert not ordinary.live


def test_a_forged_form_publishes_nothing(ordinary):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    signed_in(editor()).post(f"{address}?id={ordinary.pk}&next=/admin/", {})
    ordinary.refresh_from_db()
    assert not ordinary.live


def test_an_update_of_all_translations_leaves_it_and_says_so(translation, admin_client):
    address = reverse("wagtail_localize:update_translations", args=[translation.source_id])
    response = admin_client.post(address, {"publish_translations": "on"}, follow=True)
    assert not page_of(translation).live
    assert "go live when a reviewer has approved them" in said(response)


def test_a_schedule_neither_takes_nor_publishes_it(ordinary):
    ordinary.go_live_at = timezone.now() + timedelta(days=1)
    revision = ordinary.save_revision()
    with pytest.raises(Incomplete):
        revision.publish()
    revision.approved_go_live_at = timezone.now() - timedelta(minutes=1)
    revision.content["go_live_at"] = None
    revision.save()
    call_command("publish_scheduled")
    ordinary.refresh_from_db()
    assert not ordinary.live


def test_a_scheduled_update_of_a_live_page_is_refused_at_once(translation):
    page = approved(translation)
    page.title = "Cusub"
    page.go_live_at = timezone.now() + timedelta(days=1)
    revision = page.save_revision()
    with pytest.raises(Incomplete):
        revision.publish()
    assert not page.revisions.filter(approved_go_live_at__isnull=False).exists()


# What may go live


def test_what_was_approved_goes_live_at_its_scheduled_time(ordinary):
    draft = ordinary.get_latest_revision_as_object()
    draft.go_live_at = timezone.now() + timedelta(days=1)
    draft.save_revision()
    StoryPage.objects.get(pk=ordinary.pk).get_workflow().start(ordinary, translator())
    approve(ordinary, reviewer())
    waiting = ordinary.revisions.get(approved_go_live_at__isnull=False)
    waiting.approved_go_live_at = timezone.now() - timedelta(minutes=1)
    waiting.content["go_live_at"] = None
    waiting.save()
    call_command("publish_scheduled")
    ordinary.refresh_from_db()
    assert ordinary.live
    assert ordinary.reviewed_by == "cabdi"


def test_what_was_approved_once_may_come_back(translation):
    page = approved(translation)
    page.unpublish()
    page.latest_revision.publish()
    assert page_of(translation).live


def test_the_same_words_need_nobody_again(translation):
    page = approved(translation)
    page.show_in_menus = True
    page.save_revision().publish()
    assert page_of(translation).show_in_menus


def test_originals_and_other_languages_go_live_as_ever(translation):
    told = StoryPageFactory(title="Sheeko", language="so", draft=True)
    told.save_revision().publish()
    arabic = StoryPageFactory(translation_of=told, language="ar", title="قصة", draft=True)
    arabic.save_revision().publish()
    assert set(StoryPage.objects.filter(pk__in=[told.pk, arabic.pk], live=True)) == {told, arabic}


# A publisher says otherwise


def test_a_publisher_reads_what_it_means_and_publishes_it(translation):
    page, client = page_of(translation), signed_in(editor())
    shown = client.get(step(page)).content.decode()
    assert "readers see no reviewer" in shown
    assert not page_of(translation).live
    client.post(step(page))
    page = page_of(translation)
    assert page.live
    assert page.title.startswith("tarjumaad")
    assert page.reviewed_by == ""
    entry = PageLogEntry.objects.get(action="translation.publish_unreviewed")
    assert (entry.page_id, entry.user.username) == (page.pk, "editor")


def test_so_is_a_page_without_the_translation_editor(ordinary):
    signed_in(editor()).post(step(ordinary))
    ordinary.refresh_from_db()
    assert ordinary.live
    assert ordinary.summary == "Hees webi."


def test_the_decision_is_about_one_version_and_takes_the_reviewers_name_off(translation):
    page = approved(translation)
    assert page.reviewed_by == "Cabdi Faarax"
    translated(translation, "cusub")
    signed_in(editor()).post(step(page))
    page = page_of(translation)
    assert page.title.startswith("cusub")
    assert page.reviewed_by == ""
    page.title = "Mid kale"
    with pytest.raises(Incomplete):
        page.save_revision().publish()


@pytest.mark.parametrize("who", [translator, lambda: reviewer("ar", "amal")])
def test_only_who_may_publish_the_page_has_the_step(translation, who):
    client = signed_in(who())
    client.post(step(page_of(translation)))
    assert not page_of(translation).live


def test_there_is_no_such_step_for_an_original(admin_client, translation):
    told = StoryPageFactory(title="Sheeko", language="so", draft=True)
    told.save_revision()
    admin_client.post(step(told))
    told.refresh_from_db()
    assert not told.live


def test_what_is_not_complete_is_not_published_that_way(translation, admin_client):
    translation.source.stringsegment_set.last().string.translations.all().delete()
    response = admin_client.post(step(page_of(translation)), follow=True)
    assert "1 text is not translated" in said(response)
    assert not page_of(translation).live


def test_publishing_without_what_is_missing_says_that_it_is_unreviewed_too(translation):
    translation.source.stringsegment_set.last().string.translations.all().delete()
    page, client = page_of(translation), signed_in(editor())
    address = reverse("translation_publish_without", args=[page.pk])
    assert "reviewed before they go live" in client.get(address).content.decode()
    client.post(address)
    page = page_of(translation)
    assert page.live
    assert page.left_out_segments == 1


def test_where_no_review_is_required_there_is_nothing_to_say(translation, admin_client):
    require_review("so", False)
    publish_complete_part(translation)
    assert page_of(translation).live
    assert not PageLogEntry.objects.filter(action="translation.publish_unreviewed").exists()
