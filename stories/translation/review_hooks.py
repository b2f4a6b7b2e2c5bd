"""Where the admin offers review."""

from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.action_menu import PublishMenuItem
from wagtail.admin.widgets.button import Button

from . import review_panel, review_required, review_submit, review_waiver
from .family import translation_of
from .version_address import addresses
from .versions import VersionMixin


@hooks.register("register_admin_urls")
def register_addresses():
    return [
        path(
            "translations/<int:translation_id>/submit/",
            review_submit.submit,
            name="translation_submit",
        ),
        *addresses("withdraw/", review_submit.withdraw, "translation_withdraw"),
        *addresses(
            "publish-unreviewed/",
            review_waiver.publish_unreviewed,
            "translation_publish_unreviewed",
        ),
    ]


hooks.register("register_translation_editor_panel", review_panel.panel)


@hooks.register("register_log_actions")
def register_history(actions):
    actions.register_action(
        review_required.UNREVIEWED,
        gettext_lazy("Publish without review"),
        gettext_lazy("Published without review"),
    )


@hooks.register("construct_page_action_menu")
def take_away_the_button(items, request, context):
    """Where review is required, the form's own publish button would only be refused."""
    page = context.get("page")
    if isinstance(page, VersionMixin) and review_required.requires_review(page):
        items[:] = [each for each in items if not isinstance(each, PublishMenuItem)]


@hooks.register("register_page_header_buttons")
def offer_publishing_without_review(page, user, view_name=None, next_url=None):
    """Of a page that has no translation editor, whose panel offers it."""
    if not isinstance(page, VersionMixin) or translation_of(page):
        return
    if page.has_unpublished_changes and review_waiver.may_publish_unreviewed(page, user):
        yield Button(
            _("Publish without review"),
            reverse("translation_publish_unreviewed", args=[page.pk]),
            icon_name="upload",
            priority=63,
        )
