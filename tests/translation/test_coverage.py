"""Reports → Translation coverage: how every text stands in every language."""

import csv
import io

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from stories.models import StoryPage
from stories.translation.review_submit import hand_in
from tests.factories import (
    ProgrammePageFactory,
    ProjectPageFactory,
    StoryPageFactory,
    locale,
)
from tests.translation.people import (
    editor,
    person,
    require_review,
    signed_in,
    started,
    translated,
    translator,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("somali")]


@pytest.fixture
def story():
    """A Bengali story in each state: outdated, in progress, waiting and missing."""
    require_review("so")
    story = StoryPageFactory(title="নদীর গান", language="bn", summary="এক নদীর গল্প।")
    StoryPageFactory(translation_of=story, language="en", title="River", outdated_segments=2)
    translated(started(story, "ar"), leave=1)
    hand_in(translated(started(story, "so")), translator())
    return story


@pytest.fixture
def client(db):
    return signed_in(editor())


def report(client, **asked):
    return client.get(reverse("translation_coverage"), asked)


def cells(response):
    """``{title: {language: state}}`` as the table shows it."""
    codes = [each["code"] for each in response.context["languages"]]
    return {
        row["title"]: dict(zip(codes, [cell["state"] for cell in row["cells"]], strict=True))
        for row in response.context["rows"]
    }


def test_every_state_is_told(client, story):
    locale("fr")
    assert cells(report(client)) == {
        "নদীর গান": {
            "en": "outdated",
            "ar": "progress",
            "bn": "original",
            "fr": "missing",
            "so": "review",
        }
    }


def test_it_says_how_much(client, story):
    shown = report(client).content.decode()
    assert "2<span" in shown
    row = report(client).context["rows"][0]
    arabic = row["cells"][1]
    assert arabic["texts"] - arabic["done"] == 1


def test_a_page_that_is_live_in_part_says_how_much_is_missing(client):
    story = StoryPageFactory(title="Quay")
    StoryPageFactory(translation_of=story, language="ar", title="رصيف", left_out_segments=3)
    assert cells(report(client))["Quay"]["ar"] == "incomplete"
    assert "Passages that are not translated" in report(client).content.decode()
    row = rows_of(report(client, export="csv"))[1]
    assert "Live in part (3)" in row


def test_a_translation_is_live_and_an_original_may_be_a_draft(client):
    story = StoryPageFactory(draft=True)
    StoryPageFactory(translation_of=story, language="ar", live=True)
    row = report(client).context["rows"][0]
    assert [cell["state"] for cell in row["cells"][:2]] == ["original", "live"]
    assert row["cells"][0]["draft"]


def test_copies_are_no_translations(client):
    story = StoryPageFactory(title="River")
    story.copy_for_translation(locale("ar"), alias=True, copy_parents=True)
    assert cells(report(client))["River"]["ar"] == "missing"


@pytest.mark.parametrize(
    ("asked", "titles"),
    [
        ({}, {"নদীর গান", "Lone"}),
        ({"type": "project"}, {"Lanterns"}),
        ({"type": "all", "state": "outdated"}, {"নদীর গান"}),
        ({"state": "missing", "language": "so"}, {"Lone"}),
        ({"state": "review"}, {"নদীর গান"}),
        ({"state": "no such"}, {"নদীর গান", "Lone"}),
        ({"type": "no such", "state": "progress"}, {"নদীর গান"}),
    ],
)
def test_filters(client, story, asked, titles):
    StoryPageFactory(title="Lone")
    ProjectPageFactory(title="Lanterns")
    assert set(cells(report(client, **asked))) == titles


def test_a_language_alone_is_one_column(client, story):
    assert cells(report(client, language="ar")) == {"নদীর গান": {"ar": "progress"}}


def test_all_that_belongs_to_a_programme(client):
    programme = ProgrammePageFactory(title="Tea and talk")
    project = ProjectPageFactory(title="Lanterns", programme=programme)
    StoryPageFactory(title="In the project", project=project)
    StoryPageFactory(title="In the programme", programme=programme)
    StoryPageFactory(title="Elsewhere")
    shown = report(client, programme=str(programme.translation_key))
    assert set(cells(shown)) == {"In the project", "In the programme"}
    shown = report(client, programme=str(programme.translation_key), type="all")
    assert set(cells(shown)) == {"In the project", "In the programme", "Lanterns", "Tea and talk"}


def test_a_translator_sees_their_own_language(story):
    shown = report(signed_in(translator(name="other")))
    assert [each["code"] for each in shown.context["languages"]] == ["so"]
    shown = report(signed_in(translator(name="another")), language="ar")
    assert [each["code"] for each in shown.context["languages"]] == ["so"]


def test_the_table_can_be_read_by_everybody(client, story):
    shown = report(client).content.decode()
    shown = shown[shown.index('<table class="translation-coverage"') :]
    shown = shown[: shown.index("</table>")]
    assert "<caption" in shown
    assert shown.count('scope="col"') == 5
    assert 'scope="row"' in shown
    assert '<bdi lang="bn" dir="ltr">নদীর গান</bdi>' in shown


def rows_of(response):
    return list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))


def test_the_spreadsheet_holds_the_same(client, story):
    response = report(client, export="csv")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    rows = rows_of(response)
    assert rows[0][:3] == ["Title", "Original", "English (en)"]
    assert rows[1][:5] == ["নদীর গান", "Bengali", "Outdated (2)", "In progress", "Original"]


def test_a_title_is_no_formula(client):
    StoryPageFactory(title='=HYPERLINK("https://evil.example")')
    assert rows_of(report(client, export="csv"))[1][0].startswith("'=")


def test_the_spreadsheet_holds_all_pages(client, monkeypatch):
    monkeypatch.setattr("stories.translation.coverage_view.PER_PAGE", 4)
    StoryPage.objects.all().delete()
    for _number in range(5):
        StoryPageFactory()
    assert len(rows_of(report(client, export="csv"))) == 6
    assert len(report(client).context["rows"]) == 4
    assert len(report(client, p=2).context["rows"]) == 1


@pytest.mark.any_database
def test_more_rows_cost_no_more_queries(client):
    counted = []
    for number in (2, 8):
        for _number in range(number):
            story = StoryPageFactory(summary="A song.")
            translated(started(story, "ar"), leave=1)
            StoryPageFactory(translation_of=story, language="bn", outdated_segments=1)
        counted.append([])
        for asked in ({}, {"type": "all"}, {"export": "csv"}):
            report(client, **asked)
            with CaptureQueriesContext(connection) as captured:
                report(client, **asked)
            counted[-1].append(len(captured))
    assert counted[0] == counted[1]


def test_people_without_a_language_are_refused(client):
    group = Group.objects.create(name="Signed in")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    assert report(signed_in(person("nobody", group))).status_code in (302, 403)
