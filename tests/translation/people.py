"""Who works on translations, and what they work on, in the words of the tests."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.test import Client
from wagtail.models import GroupPagePermission, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from stories.translation.models import LanguageSettings, Team
from stories.translation.teams import Role
from stories.translation.worklist_start import start_page
from tests.factories import locale


def person(name, *groups, **values):
    user = get_user_model().objects.create_user(
        name, f"{name}@museum.example", "a long password", **values
    )
    user.groups.set(groups)
    return user


def team(language, role):
    return Team.objects.get(locale=locale(language), role=role)


def translator(language="so", name="hodan", **values):
    return person(name, team(language, Role.TRANSLATORS).group, **values)


def reviewer(language="so", name="cabdi", **values):
    return person(name, team(language, Role.REVIEWERS).group, **values)


def editor(name="editor"):
    """Who may change and publish every page, and start any translation."""
    group = Group.objects.create(name="Everything")
    root = Page.get_first_root_node()
    for codename in ("add_page", "change_page", "publish_page"):
        permission = Permission.objects.get(
            content_type__app_label="wagtailcore", codename=codename
        )
        GroupPagePermission.objects.create(group=group, page=root, permission=permission)
    wanted = [("wagtailadmin", "access_admin"), ("wagtail_localize", "submit_translation")]
    for label, codename in wanted:
        group.permissions.add(
            Permission.objects.get(content_type__app_label=label, codename=codename)
        )
    return person(name, group)


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


def started(page, language, user=None):
    """The translation that wagtail-localize keeps of a page, begun in a language."""
    start_page(page, locale(language), user)
    return Translation.objects.get(
        source__object_id=page.translation_key, target_locale=locale(language)
    )


def translated(translation, text="tarjumaad", leave=0):
    """Gives all texts of a translation their words, but for the last few that are to be left."""
    segments = StringSegment.objects.filter(source=translation.source).order_by("order")
    for segment in list(segments)[: len(segments) - leave]:
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            context=segment.context,
            locale=translation.target_locale,
            defaults={"data": f"{text} {segment.order}", "translation_type": "manual"},
        )
    return translation


def require_review(language, required=True):
    settings = LanguageSettings.objects.get(locale=locale(language))
    settings.requires_review = required
    settings.save()
    return LanguageSettings.objects.get(pk=settings.pk)
