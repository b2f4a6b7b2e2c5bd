"""Each language has two teams, and they come and go with it."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Collection, GroupPagePermission, Locale, Page, Workflow

from stories.translation.models import ReviewTask, Team
from stories.translation.teams import Role, is_limited, open_languages
from stories.translation.teams_keeping import keep_all
from tests.factories import home, locale
from tests.translation.people import editor, person, require_review, reviewer, team, translator

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("somali")]


def rights(group):
    return set(
        GroupPagePermission.objects.filter(group=group).values_list(
            "page__locale__language_code", "page__depth", "permission__codename"
        )
    )


@pytest.mark.parametrize(
    ("role", "codenames"),
    [
        (Role.TRANSLATORS, {"change_page"}),
        (Role.REVIEWERS, {"change_page", "publish_page"}),
    ],
)
def test_a_new_language_has_teams_with_rights_on_its_pages_only(role, codenames):
    locale("so")
    group = team("so", role).group
    assert rights(group) == {("so", 2, codename) for codename in codenames}
    assert GroupPagePermission.objects.filter(group=group, page=home("so")).exists()


def test_teams_are_named_in_the_language_itself():
    assert team("bn", Role.TRANSLATORS).group.name == "Translators: বাংলা"
    assert team("bn", Role.REVIEWERS).group.name == "Reviewers: বাংলা"


def test_a_renamed_team_keeps_its_name_and_gets_no_twin():
    group = team("bn", Role.TRANSLATORS).group
    group.name = "Friends of Bengali"
    group.save()
    keep_all()
    assert team("bn", Role.TRANSLATORS).group.name == "Friends of Bengali"
    assert not Group.objects.filter(name="Translators: বাংলা").exists()


def test_keeping_twice_changes_nothing():
    before = [Team.objects.count(), GroupPagePermission.objects.count(), Collection.objects.count()]
    keep_all()
    keep_all()
    after = [Team.objects.count(), GroupPagePermission.objects.count(), Collection.objects.count()]
    assert after == before


def test_a_removed_language_leaves_no_groups_and_no_review():
    require_review("so")
    assert Workflow.objects.filter(name="Review: Soomaali").exists()
    Page.objects.get(pk=home("so").pk).delete()
    Locale.objects.get(language_code="so").delete()
    assert not Group.objects.filter(name__contains="Soomaali").exists()
    assert not Workflow.objects.filter(name__contains="Soomaali").exists()
    assert not ReviewTask.objects.exists()


def test_a_language_that_comes_back_gets_its_teams_again():
    locale("so")
    home("so").delete()
    Locale.objects.get(language_code="so").delete()
    locale("so")
    assert rights(team("so", Role.TRANSLATORS).group) == {("so", 2, "change_page")}


def test_team_members_are_limited_and_editors_are_not():
    locale("so")
    member, both, other = translator(), person("both", team("so", Role.TRANSLATORS).group), editor()
    both.groups.add(*other.groups.all())
    assert is_limited(member)
    assert not is_limited(both)
    assert not is_limited(other)
    assert open_languages(member) == {locale("so").pk}
    assert open_languages(other) == set(Locale.objects.values_list("pk", flat=True))


def test_somebody_may_be_in_teams_of_several_languages():
    locale("so")
    user = translator()
    user.groups.add(team("ar", Role.REVIEWERS).group)
    assert open_languages(user) == {locale("so").pk, locale("ar").pk}


def test_reviewers_review_without_being_translators():
    locale("so")
    assert open_languages(reviewer()) == {locale("so").pk}
