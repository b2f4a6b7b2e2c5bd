"""Keeps each language's teams, what they may do, and its review, in step with the languages themselves.

Everything here may run any number of times, and before the language has a page of its own.
"""

from django.apps import apps
from django.conf import settings
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Permission
from django.db.models.signals import post_delete, post_migrate, post_save
from django.utils import translation
from django.utils.translation import gettext
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Locale,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from .languages import native_name
from .models import LanguageSettings, ReviewTask, Team
from .teams import Role, ensure_team, front_page

# What a team may do to its language's pages. Nobody in it makes pages by hand or takes them away.
PAGES = {
    Role.TRANSLATORS: ["change_page"],
    Role.REVIEWERS: ["change_page", "publish_page"],
}
# Files are chosen from all there are, and put into one collection.
CHOOSE = ["choose_image", "choose_document"]
UPLOAD = ["add_image", "add_document"]
APPS = ["wagtailadmin", "wagtailcore", "wagtailimages", "wagtaildocs", "library"]


def keep_all():
    for label in APPS:
        create_permissions(apps.get_app_config(label), verbosity=0)
    for locale in Locale.objects.all():
        keep_teams(locale)


def keep_teams(locale):
    """The language's two teams are there, with what they may do."""
    for role in Role:
        group = ensure_team(locale, role).group
        group.permissions.add(*Permission.objects.filter(codename="access_admin"))
        _allow_pages(group, front_page(locale), PAGES[role])
        _allow_files(group)


def _allow_pages(group, page, codenames):
    if page is None:
        return
    permissions = Permission.objects.filter(
        content_type__app_label="wagtailcore", codename__in=codenames
    )
    for permission in permissions:
        GroupPagePermission.objects.get_or_create(group=group, page=page, permission=permission)


def _allow_files(group):
    root = Collection.get_first_root_node()
    if root is None:
        return
    for permission in _file_permissions(CHOOSE):
        _allow(group, root, permission)
    for permission in _file_permissions(UPLOAD):
        _allow(group, _uploads(root), permission)


def _allow(group, collection, permission):
    GroupCollectionPermission.objects.get_or_create(
        group=group, collection=collection, permission=permission
    )


def _file_permissions(codenames):
    labels = ["wagtailimages", "wagtaildocs"]
    return Permission.objects.filter(content_type__app_label__in=labels, codename__in=codenames)


def _uploads(root):
    """The one collection that teams put files into, whatever it is called by now."""
    known = Collection.objects.filter(
        group_permissions__group__team__isnull=False,
        group_permissions__permission__codename__in=UPLOAD,
    ).first()
    if known:
        return known
    with translation.override(settings.LANGUAGE_CODE):
        return root.add_child(instance=Collection(name=gettext("Translators' files")))


def keep_review(language):
    """A language that requires review has a workflow on all its pages; one that does not has none.

    Where review is no longer required, what waits for it already can still be approved.
    """
    front = front_page(language.locale)
    if not language.requires_review:
        WorkflowPage.objects.filter(workflow=language.review_workflow_id).delete()
    elif front is not None:
        workflow = language.review_workflow or _make_review(language)
        WorkflowPage.objects.update_or_create(page=front, defaults={"workflow": workflow})


def _make_review(language):
    with translation.override(settings.LANGUAGE_CODE):
        name = gettext("Review: %(language)s") % {
            "language": native_name(language.locale.language_code)
        }
    task = ReviewTask.objects.create(name=name)
    task.groups.add(ensure_team(language.locale, Role.REVIEWERS).group)
    workflow = Workflow.objects.create(name=name)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    LanguageSettings.objects.filter(pk=language.pk).update(review_workflow=workflow)
    language.review_workflow = workflow
    return workflow


def connect(config):
    """Called when the site starts, with the app's configuration."""
    # Strong references, since nothing else holds these.
    post_migrate.connect(lambda **kwargs: keep_all(), sender=config, weak=False)
    post_save.connect(language_added, sender=Locale)
    post_save.connect(page_added)
    post_save.connect(language_settled, sender=LanguageSettings)
    post_delete.connect(team_removed, sender=Team)
    post_delete.connect(settings_removed, sender=LanguageSettings)


def language_added(instance, raw=False, **kwargs):
    if not raw:
        keep_teams(instance)


def page_added(instance, created, raw=False, **kwargs):
    """A language's first page has come: its teams get to work on it."""
    if created and not raw and isinstance(instance, Page) and instance.depth == 2:
        keep_teams(instance.locale)
        for language in LanguageSettings.objects.filter(locale=instance.locale):
            keep_review(language)


def language_settled(instance, raw=False, **kwargs):
    if not raw:
        keep_review(instance)


def team_removed(instance, **kwargs):
    """With a language, its groups go."""
    instance.group.delete()


def settings_removed(instance, **kwargs):
    """With a language, its review goes."""
    workflow = Workflow.objects.filter(pk=instance.review_workflow_id).first()
    if workflow is not None:
        ReviewTask.objects.filter(workflow_tasks__workflow=workflow).delete()
        workflow.delete()
