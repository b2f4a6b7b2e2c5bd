"""Two teams for each language: those who translate into it, and those who review what they did.

A team is a group of Wagtail's, so that who is in it is decided where all groups are. Its page
permissions hold for its language's pages only; that of the vocabulary is in `teams_policy`.
"""

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import GroupPagePermission, Locale, Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from .languages import native_name


class Role(models.TextChoices):
    TRANSLATORS = "translators", _("Translators")
    REVIEWERS = "reviewers", _("Reviewers")


class Team(models.Model):
    """What makes a group a language's team. The group may be renamed: it is never found by its name."""

    locale = models.ForeignKey(
        Locale, verbose_name=_("language"), on_delete=models.CASCADE, related_name="teams"
    )
    role = models.CharField(_("role"), max_length=16, choices=Role.choices)
    group = models.OneToOneField(
        Group, verbose_name=_("group"), on_delete=models.CASCADE, related_name="team"
    )

    class Meta:
        verbose_name = _("team")
        verbose_name_plural = _("teams")
        constraints = [models.UniqueConstraint(fields=["locale", "role"], name="unique_team")]

    def __str__(self):
        return self.group.name


def group_name(role, tag):
    """The name that a team's group starts with: ``"Translators: Soomaali"``."""
    with translation.override(settings.LANGUAGE_CODE):
        name = {
            Role.TRANSLATORS: gettext("Translators: %(language)s"),
            Role.REVIEWERS: gettext("Reviewers: %(language)s"),
        }[role]
        return name % {"language": native_name(tag)}


def ensure_team(locale, role):
    """The team, made with its group if the language has not got it."""
    team = Team.objects.filter(locale=locale, role=role).select_related("group").first()
    if team is None:
        group, _made = Group.objects.get_or_create(name=group_name(role, locale.language_code))
        team = Team.objects.create(locale=locale, role=role, group=group)
    return team


def own_languages(user, role=None):
    """The primary keys of the languages that the user is in a team of. Asked once a request."""
    if not user.is_active or user.is_anonymous:
        return frozenset()
    if not hasattr(user, "_team_languages"):
        teams = Team.objects.filter(group__user=user)
        user._team_languages = list(teams.values_list("locale_id", "role"))
    return frozenset(
        locale for locale, known in user._team_languages if role is None or role == known
    )


def is_limited(user):
    """Whether all that the user may do to pages comes from being in teams."""
    if user.is_superuser or not own_languages(user):
        return False
    if not hasattr(user, "_limited_to_teams"):
        others = GroupPagePermission.objects.filter(group__user=user, group__team=None)
        user._limited_to_teams = not others.exists()
    return user._limited_to_teams


def open_languages(user):
    """The primary keys of the languages that the user may start and edit translations into.

    They are those of their teams, and for editors those whose pages they may change.
    """
    if not hasattr(user, "_open_languages"):
        user._open_languages = own_languages(user) | _edited_languages(user)
    return user._open_languages


def _edited_languages(user):
    if not user.is_active or not user.has_perm("wagtail_localize.submit_translation"):
        return frozenset()
    pages = PagePermissionPolicy().instances_user_has_permission_for(user, "change")
    fronts = pages.filter(depth=2, alias_of=None).order_by()
    return frozenset(fronts.values_list("locale_id", flat=True))


def may_translate_into(user, locale):
    return locale.pk in open_languages(user)


def front_page(locale):
    """The page that all of a language's pages lie below, or None."""
    return Page.objects.filter(depth=2, locale=locale, alias_of=None).order_by("pk").first()
