"""Where the admin asks what teams may see and do, beside what page permissions say already."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.urls import path
from wagtail import hooks
from wagtail.models import Page, TranslatableMixin
from wagtail.permissions import policy_registry
from wagtail_localize.views import edit_translation

from .teams import is_limited, own_languages
from .teams_report import TranslationsReport
from .teams_snippets import OwnSnippets
from .teams_source import source
from .teams_submit import SubmitPage, SubmitSnippet


def may_edit(user, instance):
    """Asked by every address of a translation's texts and files."""
    if isinstance(instance, Page):
        return instance.permissions_for_user(user).can_edit()
    policy = policy_registry.get_by_type(type(instance))
    return policy.user_has_permission_for_instance(user, "change", instance)


# wagtail-localize asks only whether the user may edit such things at all, in any language.
edit_translation.user_can_edit_instance = may_edit


def refuse(request, **kwargs):
    raise PermissionDenied


@hooks.register("register_admin_urls", order=-1)
def register_addresses():
    """In front of wagtail-localize's own, which know of no languages."""
    report = TranslationsReport.as_view
    return [
        path("localize/submit/page/<int:page_id>/", SubmitPage.as_view()),
        path(
            "localize/submit/snippet/<slug:app_label>/<slug:model_name>/<str:pk>/",
            SubmitSnippet.as_view(),
        ),
        path("localize/reports/translations/", report()),
        path("localize/reports/translations/results/", report(results_only=True)),
        path(
            "localize/api/snippets/<slug:app_label>/<slug:model_name>/",
            OwnSnippets.as_view({"get": "list"}),
        ),
        path(
            "localize/api/snippets/<slug:app_label>/<slug:model_name>/<str:pk>/",
            OwnSnippets.as_view({"get": "retrieve"}),
        ),
        # It would publish the original's words under another language's name.
        path("localize/page/<int:page_id>/convert_to_alias/", refuse),
        path("translations/<int:translation_id>/source/", source, name="translation_source"),
    ]


@hooks.register("construct_page_action_menu")
def offer_no_aliases(items, request, context):
    items[:] = [item for item in items if item.name != "localize-convert-to-alias"]


@hooks.register("before_edit_snippet", order=-1)
def edit_own_snippets(request, instance):
    if isinstance(instance, TranslatableMixin) and not may_edit(request.user, instance):
        raise PermissionDenied


@hooks.register("construct_page_chooser_queryset")
def choose_own_pages(pages, request):
    """Team members choose among their languages' pages, and see the way there."""
    if is_limited(request.user):
        return pages.filter(Q(locale_id__in=own_languages(request.user)) | Q(depth=1))
    return pages


@hooks.register("before_delete_page")
def keep_pages(request, page):
    """Who may change a page may delete its draft, says Wagtail; teams translate, and delete nothing."""
    if is_limited(request.user):
        raise PermissionDenied


@hooks.register("before_bulk_action")
def keep_all_pages(request, action, objects, view):
    if (
        action == "delete"
        and is_limited(request.user)
        and any(isinstance(o, Page) for o in objects)
    ):
        raise PermissionDenied
