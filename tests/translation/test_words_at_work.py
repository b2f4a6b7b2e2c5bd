"""Translators and reviewers work on words as on pages: list, editor, review, files, and their walls."""

import io
import zipfile

import pytest
from django.test import TestCase
from django.urls import reverse
from wagtail.models import Locale

from stories.models import CollectionObject, Partner, Theme
from stories.translation.coverage_states import State
from stories.translation.worklist import work_lists
from tests.factories import (
    CollectionObjectFactory,
    PartnerFactory,
    StoryPageFactory,
    ThemeFactory,
    locale,
    searchable,
)

from .people import (
    editor,
    require_review,
    reviewer,
    signed_in,
    started,
    translated,
    translator,
)
from .test_words import begin, in_language, publish, say

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("somali")]


@pytest.fixture
def theme():
    return publish(ThemeFactory(name="Rivers", slug="rivers", description="Of water."))


@pytest.fixture
def client(theme):
    return signed_in(translator())


def at(name, row):
    return reverse(f"{type(row).snippet_viewset.url_namespace}:{name}", args=[row.pk])


def tasks(language="so"):
    key = locale(language).pk
    return {task.original.title: task.state for task in work_lists([key])[key].tasks}


def test_a_word_stands_in_the_work_list_and_is_started_from_it(client, theme):
    assert tasks()["Rivers"] == State.MISSING
    page = client.get(reverse("translation_worklist") + "?type=theme")
    (task,) = page.context["tasks"]
    assert (task["title"], task["kind"]) == ("Rivers", "Theme")
    answer = client.post(task["start_url"])
    row = in_language(theme, "so")
    assert answer.url == at("edit", row)
    assert not row.live
    (task,) = client.get(reverse("translation_worklist") + "?type=theme").context["tasks"]
    assert (task["edit_url"], task["done"], task["texts"]) == (at("edit", row), 0, 2)
    assert client.post(task["edit_url"], {"action": "publish"}).status_code in (302, 403)
    assert not in_language(theme, "so").live


def test_starting_a_word_is_for_ones_own_language(client, theme):
    locale("ar")
    address = reverse("translation_start", args=["theme", theme.pk, "ar"])
    assert client.post(address).status_code in (302, 403)
    assert not Theme.objects.filter(locale=locale("ar")).exists()
    assert client.post(reverse("translation_start", args=["page", 1, "so"])).status_code == 404


def test_a_word_behind_its_original_is_outdated_in_the_list(theme):
    translated(begin(theme, "so"))
    go_live(theme)
    assert "Rivers" not in tasks()
    publish(theme, name="Rivers and lakes")
    assert tasks()["Rivers and lakes"] == State.OUTDATED


def go_live(theme):
    with TestCase.captureOnCommitCallbacks(execute=True):
        begun = begin(theme, "so")
        begun.save_target(publish=True)


def test_a_page_and_a_word_of_the_same_number_wait_each_for_its_own_review(theme):
    require_review("so")
    page = started(StoryPageFactory(title="River song"), "so").get_target_instance()
    row = ThemeFactory(
        pk=page.pk, name="Webiyo", language="so", translation_key=theme.translation_key, live=False
    )
    row.save_revision()
    row.get_workflow().start(row, None)
    states = tasks()
    assert (states["Rivers"], states["River song"]) == (State.REVIEW, State.PROGRESS)


def test_a_word_goes_live_by_a_reviewers_approval(client, theme):
    require_review("so")
    client.post(reverse("translation_start", args=["theme", theme.pk, "so"]))
    translation = say(begin(theme, "so"), "Webiyo", "Biyaha.")
    row = in_language(theme, "so")
    assert "Submit for review" in client.get(at("edit", row)).content.decode()
    client.post(reverse("translation_submit", args=[translation.pk]), {"translated_by": "Hodan"})
    row = in_language(theme, "so")
    assert (tasks()["Rivers"], row.live, row.name) == (State.REVIEW, False, "Rivers")
    state = row.current_workflow_state.current_task_state
    approve = reverse(
        f"{Theme.snippet_viewset.url_namespace}:workflow_action",
        args=[row.pk, "approve", state.pk],
    )
    assert client.post(approve).status_code in (302, 403)
    assert not in_language(theme, "so").live
    reviewing = signed_in(reviewer())
    assert "Approve" in reviewing.get(at("edit", row)).content.decode()
    reviewing.post(approve)
    row = in_language(theme, "so")
    assert (row.live, row.name, row.reviewed_by) == (True, "Webiyo", "cabdi")


def test_nobody_publishes_a_word_past_the_review_by_the_button(theme):
    require_review("so")
    translated(begin(theme, "so"))
    row = in_language(theme, "so")
    reviewing = signed_in(reviewer())
    answer = reviewing.post(at("edit", row), {"action": "publish"}, follow=True)
    assert "go live when a reviewer has approved them" in answer.content.decode()
    assert not in_language(theme, "so").live
    waiver = reverse("translation_publish_unreviewed", args=["theme", row.pk])
    assert reviewing.get(waiver).status_code == 200
    reviewing.post(waiver)
    assert in_language(theme, "so").live


def test_a_publisher_of_the_language_publishes_what_is_complete_with_the_button(theme):
    translation = say(begin(theme, "so"), "Webiyo", None)
    reviewing, address = signed_in(reviewer()), at("edit", in_language(theme, "so"))
    said = reviewing.post(address, {"action": "publish"}, follow=True).content.decode()
    assert "1 text is not translated: Description" in said
    say(translation, "Webiyo", "Biyaha.")
    with TestCase.captureOnCommitCallbacks(execute=True):
        reviewing.post(address, {"action": "publish"})
    row = in_language(theme, "so")
    assert (row.live, row.name) == (True, "Webiyo")


def test_a_reviewer_says_that_a_change_needs_nothing(theme):
    translated(begin(theme, "so"))
    go_live(theme)
    publish(theme, description="Of waters.")
    row = in_language(theme, "so")
    reviewing = signed_in(reviewer())
    address = reverse("translation_up_to_date", args=["theme", row.pk])
    assert address in reviewing.get(at("edit", row)).content.decode()
    reviewing.post(address)
    assert in_language(theme, "so").freshness == "current"


def exported(client):
    answer = client.get(reverse("translation_export"), {"language": "so", "format": "po"})
    return zipfile.ZipFile(io.BytesIO(answer.content)).namelist()


def test_words_are_in_the_zip_of_what_is_missing_or_outdated(client, theme):
    assert "rivers.po" in exported(client)
    ThemeFactory(
        name="Webiyo", slug="rivers", language="so", translation_key=theme.translation_key,
        description="Biyaha.",
    )  # fmt: skip
    assert Theme.objects.count() == 2
    publish(theme, name="Rivers and lakes")
    assert "rivers.po" in exported(client)


VIEWS = [
    "edit", "delete", "usage", "history", "unpublish", "lock", "unlock", "workflow_history",
    "confirm_workflow_cancellation",
]  # fmt: skip


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_address_of_another_languages_word_opens(client, theme, language):
    if language == "ar":
        begin(theme, "ar")
        theme = in_language(theme, "ar")
    theme.save_revision()
    before = Theme.objects.filter(pk=theme.pk).values().get()
    revision = theme.latest_revision_id
    addresses = [at(name, theme) for name in VIEWS]
    names = Theme.snippet_viewset.url_namespace
    addresses += [
        reverse(f"{names}:revisions_revert", args=[theme.pk, revision]),
        reverse(f"{names}:revisions_compare", args=[theme.pk, "earliest", "latest"]),
        reverse(f"{names}:revisions_unschedule", args=[theme.pk, revision]),
        reverse("translation_withdraw", args=["theme", theme.pk]),
        reverse("translation_publish_unreviewed", args=["theme", theme.pk]),
        reverse("translation_up_to_date", args=["theme", theme.pk]),
    ]
    for address in addresses:
        for ask in (client.get, client.post):
            answer = ask(address)
            refused = answer.status_code in (403, 405) or (
                answer.status_code == 302
                and answer.url in ("/admin/", reverse("wagtailadmin_home"))
            )
            assert refused, (address, answer.status_code)
    assert Theme.objects.filter(pk=theme.pk).values().get() == before


def test_ones_own_words_open_and_are_published_by_nobody_but_reviewers(client, theme):
    begin(theme, "so")
    row = in_language(theme, "so")
    for name in ("edit", "usage", "history", "workflow_history"):
        assert client.get(at(name, row)).status_code == 200, name
    for name in ("unpublish", "delete"):
        assert client.post(at(name, row)).status_code in (302, 403), name
    assert Theme.objects.filter(pk=row.pk).exists()
    go = signed_in(reviewer())
    assert go.get(at("unpublish", row)).status_code in (200, 302)


def chosen(client, model, **asked):
    viewset = model.snippet_viewset.chooser_viewset
    answer = client.get(reverse(viewset.get_url_name("choose_results")), asked)
    return answer.content.decode()


def test_a_page_is_offered_each_word_once_in_its_language():
    ar = Locale.objects.get_or_create(language_code="ar")[0]
    boat = CollectionObjectFactory(title="Boat")
    CollectionObjectFactory(
        title="قارب",
        museum_number=boat.museum_number,
        locale=ar,
        translation_key=boat.translation_key,
    )
    begun = PartnerFactory(name="River Trust")
    begin(begun, "ar")
    client = signed_in(editor())
    shown = chosen(client, CollectionObject, locale="ar")
    assert "قارب" in shown
    assert "Boat" not in shown
    assert "Boat" in chosen(client, CollectionObject, locale="en")
    searchable()
    assert "Boat" in chosen(client, CollectionObject, locale="bn", q="Boat")
    partners = chosen(client, Partner, locale="ar")
    assert "1 partner organisation" in partners
    assert f"/chosen/{begun.pk}/" in partners


def test_a_team_member_chooses_among_their_own_words(client, theme):
    ThemeFactory(name="Webiyo", language="so")
    shown = chosen(client, Theme, locale="en")
    assert "Webiyo" in shown
    assert "Rivers" not in shown
    listed = client.get(reverse("wagtail_localize:snippets_api_listing", args=["stories", "theme"]))
    assert "Rivers" not in listed.content.decode()
