"""Who may sign in to the demo."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission, Page

from stories.translation.models import LanguageSettings
from stories.translation.teams import Role

PASSWORDS = {
    "admin": "ferrybank-admin",
    "editor": "ferrybank-editor",
    "translator": "ferrybank-translator",
    "reviewer": "ferrybank-reviewer",
}
GROUPS = {"editor": ["Editors", "Moderators"]}
TEAMS = {"translator": Role.TRANSLATORS, "reviewer": Role.REVIEWERS}
TEAMS_LANGUAGE = "so"
PAGE_PERMISSIONS = {
    "Editors": ["add_page", "change_page"],
    "Moderators": ["add_page", "change_page", "publish_page", "lock_page", "unlock_page"],
}
SNIPPETS = ("theme", "community", "place", "contentwarning", "partner", "collectionobject")


def ensure_people():
    """Makes the demo's accounts that are missing, and what they need; how much that was."""
    for name in PAGE_PERMISSIONS:
        ensure_group(name)
    users = get_user_model().objects
    there = set(users.filter(username__in=PASSWORDS).values_list("username", flat=True))
    for name, password in PASSWORDS.items():
        if name in there:
            continue
        make = users.create_superuser if name == "admin" else users.create_user
        user = make(
            username=name,
            email=f"{name}@ferrybank.example",
            password=password,
            first_name=name.capitalize(),
            last_name="Ferrybank",
        )
        user.groups.set(groups_of(name))
    return len(PASSWORDS) - len(there)


def groups_of(name):
    if name in TEAMS:
        return Group.objects.filter(
            team__role=TEAMS[name], team__locale__language_code=TEAMS_LANGUAGE
        )
    return Group.objects.filter(name__in=GROUPS.get(name, []))


def ensure_review():
    """What is translated into Somali is reviewed; whether that had to be said."""
    language = LanguageSettings.objects.get(locale__language_code=TEAMS_LANGUAGE)
    if language.review_workflow_id:
        return 0
    language.requires_review = True
    language.save()
    return 1


def ensure_group(name):
    group, _made = Group.objects.get_or_create(name=name)
    root = Page.get_first_root_node()
    for codename in PAGE_PERMISSIONS[name]:
        permission = Permission.objects.get(
            content_type__app_label="wagtailcore", codename=codename
        )
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)
    wanted = [("wagtailadmin", "access_admin"), ("wagtail_localize", "submit_translation")]
    actions = ("add", "change")
    if name == "Moderators":
        actions += ("publish", "delete")
    wanted += [("stories", f"{action}_{model}") for model in SNIPPETS for action in actions]
    there = set(group.permissions.values_list("content_type__app_label", "codename"))
    missing = set(wanted) - there
    for app_label, codename in missing:
        group.permissions.add(
            Permission.objects.get(content_type__app_label=app_label, codename=codename)
        )
