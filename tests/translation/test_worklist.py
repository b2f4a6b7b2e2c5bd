"""What a translator finds to do, and what matters first."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from stories.models import StoryPage
from stories.translation.coverage_states import State
from stories.translation.review_submit import hand_in
from stories.translation.worklist import work_lists
from tests.factories import ProjectPageFactory, StandardPageFactory, StoryPageFactory, locale
from tests.translation.people import (
    editor,
    person,
    require_review,
    reviewer,
    signed_in,
    started,
    team,
    translated,
    translator,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("somali")]


def tasks(language="so", reviewed=()):
    key = locale(language).pk
    return [
        (task.original.title, task.state.value) for task in work_lists([key], reviewed)[key].tasks
    ]


@pytest.fixture
def every_state(somali):
    """One story in each state, in Somali."""
    require_review("so")
    user = translator()
    stories = {state: StoryPageFactory(title=state.value, summary="A song.") for state in State}
    StoryPageFactory(translation_of=stories[State.LIVE], language="so", title="la daabacay")
    StoryPageFactory(
        translation_of=stories[State.OUTDATED], language="so", title="hore", outdated_segments=2
    )
    StoryPageFactory(
        translation_of=stories[State.INCOMPLETE], language="so", title="qayb", left_out_segments=1
    )
    translated(started(stories[State.PROGRESS], "so"), leave=1)
    hand_in(translated(started(stories[State.REVIEW], "so")), user, "")
    StoryPage.objects.filter(pk=stories[State.ORIGINAL].pk).delete()
    StoryPageFactory(title="Sheeko", language="so")
    return user


def test_the_list_holds_all_there_is_to_do_and_what_matters_first(every_state):
    expected = ["outdated", "incomplete", "progress", "missing", "review"]
    assert tasks() == [(state, state) for state in expected]


def test_to_a_reviewer_what_waits_for_review_comes_first(every_state):
    assert tasks(reviewed=[locale("so").pk])[0] == ("review", "review")


def test_what_has_changed_most_comes_first(somali):
    for number in (1, 5, 3):
        story = StoryPageFactory(title=f"{number} behind")
        StoryPageFactory(translation_of=story, language="so", outdated_segments=number)
    assert [title for title, _state in tasks()] == ["5 behind", "3 behind", "1 behind"]


def test_what_is_nearly_done_comes_before_what_has_hardly_begun(somali):
    for title, leave in (("hardly", 2), ("nearly", 1)):
        translated(started(StoryPageFactory(title=title, summary="A song."), "so"), leave=leave)
    assert [title for title, _state in tasks()] == ["nearly", "hardly"]


def test_texts_are_counted(every_state):
    key = locale("so").pk
    begun = [each for each in work_lists([key])[key].tasks if each.state == State.PROGRESS]
    assert [each.texts - each.done for each in begun] == [1]


def test_an_original_that_is_not_out_yet_is_nobodys_task(somali):
    StoryPageFactory(draft=True)
    assert tasks() == []


def test_originals_in_any_language_are_tasks(somali):
    StoryPageFactory(title="নদী", language="bn")
    assert ("নদী", "missing") in tasks()
    assert ("নদী", "missing") in tasks("en")
    assert tasks("bn") == []


def page_of_work(user, **asked):
    return signed_in(user).get(reverse("translation_worklist"), asked)


def test_a_translator_starts_and_continues_from_the_page(every_state):
    shown = page_of_work(every_state)
    assert shown.status_code == 200
    states = {task["state"]: task for task in shown.context["tasks"]}
    assert (states["missing"]["edit_url"], states["progress"]["start_url"]) == ("", "")
    assert states["progress"]["edit_url"]
    client = signed_in(every_state)
    started_page = client.post(states["missing"]["start_url"], follow=True)
    assert started_page.status_code == 200
    assert "missing" in started_page.content.decode()


def test_starting_needs_the_forms_token(every_state):
    client = Client(enforce_csrf_checks=True)
    client.force_login(every_state)
    story = StoryPage.objects.get(title="missing")
    response = client.post(reverse("translation_start", args=[story.pk, "so"]))
    assert response.status_code == 403


def test_starting_below_a_page_that_is_missing_starts_that_too_and_publishes_neither(somali):
    about = StandardPageFactory(title="About us")
    team_page = StandardPageFactory(title="Who we are", parent=about)
    translation = started(team_page, "so")
    page = translation.get_target_instance()
    assert page.get_parent().translation_key == about.translation_key
    assert not page.live
    assert not page.get_parent().live
    assert page.get_parent().alias_of_id is None


def test_the_list_is_filtered_by_type_and_state(every_state):
    ProjectPageFactory(title="Lanterns")
    assert [t["title"] for t in page_of_work(every_state, type="project").context["tasks"]] == [
        "Lanterns"
    ]
    shown = page_of_work(every_state, state="outdated").context["tasks"]
    assert [task["title"] for task in shown] == ["outdated"]


def test_the_list_has_pages(somali, monkeypatch):
    monkeypatch.setattr("stories.translation.worklist_views.PER_PAGE", 3)
    for _number in range(5):
        StoryPageFactory()
    user = translator()
    assert len(page_of_work(user).context["tasks"]) == 3
    assert len(page_of_work(user, p=2).context["tasks"]) == 2


def test_somebody_in_two_teams_has_both_lists(somali):
    user = translator()
    user.groups.add(team("ar", "translators").group)
    shown = page_of_work(user, language="ar").context
    assert [each["code"] for each in shown["languages"]] == ["ar", "so"]
    assert shown["language"]["code"] == "ar"


def test_a_language_that_is_not_theirs_is_not_shown(somali):
    assert page_of_work(translator(), language="ar").context["language"]["code"] == "so"


def test_editors_see_all_languages_and_others_nothing(somali):
    assert len(page_of_work(editor()).context["languages"]) == 4
    group = Group.objects.create(name="Signed in")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    assert page_of_work(person("nobody", group)).status_code in (302, 403)


def test_the_first_page_says_what_there_is_to_do(every_state):
    shown = signed_in(every_state).get(reverse("wagtailadmin_home")).content.decode()
    assert "Your translations" in shown
    assert "Soomaali" in shown
    assert "1 passage" in shown or "2 passages have changed" in shown


def test_the_first_page_of_others_says_nothing_of_it(admin_client):
    assert (
        "Your translations" not in admin_client.get(reverse("wagtailadmin_home")).content.decode()
    )


def queries(client, address):
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.mark.any_database
def test_more_work_costs_no_more_queries(somali):
    user, addresses = translator(), ("translation_worklist", "wagtailadmin_home")
    counted = []
    for number in (2, 8):
        for _number in range(number):
            translated(started(StoryPageFactory(summary="A song."), "so"), leave=1)
            StoryPageFactory(translation_of=StoryPageFactory(), language="so", outdated_segments=1)
            StoryPageFactory()
        client = signed_in(user)
        counted.append({name: queries(client, reverse(name)) for name in addresses})
    assert counted[0] == counted[1]


@pytest.mark.any_database
def test_more_languages_cost_no_more_queries(somali):
    user = reviewer()
    counted = []
    for languages in (("so",), ("ar", "bn", "en")):
        for language in languages:
            user.groups.add(team(language, "translators").group)
        StoryPageFactory()
        counted.append(queries(signed_in(user), reverse("wagtailadmin_home")))
    assert counted[1] <= counted[0]
