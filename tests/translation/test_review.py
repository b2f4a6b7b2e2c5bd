"""A translator submits, a reviewer approves in Wagtail's own way, and readers are told who did."""

from copy import deepcopy

import pytest
from django.urls import reverse
from wagtail.models import WorkflowState
from wagtail_localize.models import StringTranslation

from stories.models import StoryPage
from tests.factories import StoryPageFactory, home, locale
from tests.once import lived_in
from tests.translation.people import (
    require_review,
    reviewer,
    signed_in,
    started,
    translated,
    translator,
)

# What is published waits for the transaction's end, as on a real site.
pytestmark = pytest.mark.django_db(transaction=True)


def make_site():
    """A language that requires review, a translator and a reviewer of it, and what they work on."""
    locale("so")
    language = require_review("so")
    people = (
        translator(first_name="Hodan", last_name="Warsame"),
        reviewer(first_name="Cabdi", last_name="Faarax"),
    )
    story = StoryPageFactory(title="River song", summary="A song.")
    return language, people, translated(started(story, "so", people[0]))


site = lived_in(make_site)


@pytest.fixture
def language(site):
    return deepcopy(site[0])


@pytest.fixture
def people(site):
    return deepcopy(site[1])


@pytest.fixture
def translation(site):
    return deepcopy(site[2])


def submit(user, translation, **values):
    address = reverse("translation_submit", args=[translation.pk])
    return signed_in(user).post(address, {"translated_by": "Hodan W.", **values}, follow=True)


def act(user, page, action):
    task_state = page.current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, task_state.pk])
    return signed_in(user).post(address, {"comment": "The second line, please."})


def page_of(translation):
    return StoryPage.objects.get(pk=translation.get_target_instance().pk)


def editor_of(user, page):
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return signed_in(user).get(address).content.decode()


def test_a_language_that_requires_review_has_a_workflow_on_all_its_pages(language):
    assert str(home("so").get_workflow()) == "Review: Soomaali"
    task = home("so").get_workflow().tasks[0].specific
    assert [group.name for group in task.groups.all()] == ["Reviewers: Soomaali"]
    assert str(home("ar").get_workflow()) != "Review: Soomaali"


def test_review_that_is_no_longer_required_leaves_no_workflow_and_comes_back_as_it_was(language):
    workflow = language.review_workflow
    require_review("so", False)
    assert home("so").get_workflow() != workflow
    require_review("so")
    assert home("so").get_workflow() == workflow


def test_an_editor_requires_review_in_the_languages_settings(admin_client, language):
    arabic = locale("ar").settings
    address = reverse("language_settings:edit", args=[arabic.pk])
    forms = {"stand_ins-TOTAL_FORMS": 0, "stand_ins-INITIAL_FORMS": 0}
    admin_client.post(address, {"requires_review": "on", **forms})
    assert str(home("ar").get_workflow()).startswith("Review: ")


def test_what_is_submitted_waits_and_is_not_live(people, translation):
    response = submit(people[0], translation)
    assert "submitted for review" in response.content.decode()
    page = page_of(translation)
    assert page.workflow_in_progress
    assert not page.live
    draft = page.get_latest_revision_as_object()
    assert draft.title.startswith("tarjumaad")
    assert draft.translated_by == "Hodan W."


def test_a_reviewer_approves_and_the_page_goes_live_with_their_name(people, translation):
    submit(people[0], translation)
    act(people[1], page_of(translation), "approve")
    page = page_of(translation)
    assert page.live
    assert page.title.startswith("tarjumaad")
    assert page.reviewed_by == "Cabdi Faarax"
    assert page.translated_by == "Hodan W."
    assert page.trust == "human"


def test_a_reviewer_who_is_named_already_stays_named(people, translation):
    StoryPage.objects.filter(pk=page_of(translation).pk).update(reviewed_by="Elders' circle")
    submit(people[0], translation)
    act(people[1], page_of(translation), "approve")
    assert page_of(translation).reviewed_by == "Elders' circle"


@pytest.mark.parametrize(
    ("origin", "after"), [("machine", "human"), ("community", "community"), ("human", "human")]
)
def test_approval_answers_for_what_a_machine_translated(people, translation, origin, after):
    StoryPage.objects.filter(pk=page_of(translation).pk).update(translation_origin=origin)
    submit(people[0], translation)
    assert page_of(translation).translation_origin == origin
    act(people[1], page_of(translation), "approve")
    assert page_of(translation).translation_origin == after


def test_a_live_translation_keeps_its_words_until_the_new_ones_are_approved(people, translation):
    submit(people[0], translation)
    act(people[1], page_of(translation), "approve")
    before = page_of(translation).title
    translated(translation, "cusub")
    submit(people[0], translation)
    assert page_of(translation).title == before
    act(people[1], page_of(translation), "approve")
    assert page_of(translation).title.startswith("cusub")


def test_an_incomplete_translation_is_not_submitted_and_the_translator_told_why(
    people, translation
):
    StringTranslation.objects.filter(locale=locale("so")).last().delete()
    response = submit(people[0], translation)
    assert "1 text has not been translated yet." in response.content.decode()
    assert not WorkflowState.objects.exists()
    assert "Submit for review" not in editor_of(people[0], page_of(translation))


def test_a_translator_cannot_approve_or_publish(people, translation):
    submit(people[0], translation)
    page = page_of(translation)
    assert act(people[0], page, "approve").status_code in (302, 403)
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    signed_in(people[0]).post(edit, {"action": "publish"})
    assert not page_of(translation).live


def test_a_reviewer_of_another_language_cannot_approve(people, translation):
    submit(people[0], translation)
    act(reviewer("ar", "amal"), page_of(translation), "approve")
    assert not page_of(translation).live


def test_a_reviewer_asks_for_changes_and_gets_them(people, translation):
    submit(people[0], translation)
    act(people[1], page_of(translation), "reject")
    shown = editor_of(people[0], page_of(translation))
    assert "The second line, please." in shown
    assert "Submit for review" in shown
    translated(translation, "cusub")
    submit(people[0], translation)
    act(people[1], page_of(translation), "approve")
    assert page_of(translation).title.startswith("cusub")


def test_a_translator_takes_a_translation_back(people, translation):
    submit(people[0], translation)
    page = page_of(translation)
    assert "Take back from review" in editor_of(people[0], page)
    signed_in(people[0]).post(reverse("translation_withdraw", args=[page.pk]))
    assert not page_of(translation).workflow_in_progress


def test_others_do_not_take_it_back(people, translation):
    submit(people[0], translation)
    page = page_of(translation)
    signed_in(translator("ar", "amal")).post(reverse("translation_withdraw", args=[page.pk]))
    assert page_of(translation).workflow_in_progress


def test_a_reviewer_finds_it_on_the_first_page_and_in_the_editor(people, translation):
    submit(people[0], translation)
    first_page = signed_in(people[1]).get(reverse("wagtailadmin_home")).content.decode()
    assert "Awaiting your review" in first_page
    assert "Approve" in editor_of(people[1], page_of(translation))


def test_readers_of_the_draft_do_not_see_the_name_of_who_stays_unnamed(people, translation):
    submit(people[0], translation, translated_by="")
    act(people[1], page_of(translation), "approve")
    assert page_of(translation).translated_by == ""
