"""Where the admin asks the gate, and shows what is missing and what changed."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button

from . import version_panels, version_publishing, version_taking_in, version_updating
from .family import translation_of
from .gate import message_about, missing_from
from .review_required import message_about_review, requires_review, says_what_is_live
from .taking_in import ordinary_translations
from .version_address import addresses
from .versions import VersionMixin


@hooks.register("register_admin_urls", order=-1)
def register_addresses():
    return [
        path(
            "translations/page/<int:page_id>/publish-without/",
            version_publishing.publish_without,
            name="translation_publish_without",
        ),
        *addresses("up-to-date/", version_updating.up_to_date, "translation_up_to_date"),
        path(
            "translations/page/<int:page_id>/take-in/",
            version_taking_in.take_in_view,
            name="translation_take_in",
        ),
        # In place of wagtail-localize's own, which does not say what it did not publish.
        path(
            "localize/update/<int:translation_source_id>/",
            version_updating.UpdateView.as_view(),
        ),
    ]


@hooks.register("before_edit_page", order=-1)
def keep_incomplete_translations_back(request, page):
    """The translation editor's button: says why it does not publish, before wagtail-localize tries."""
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    translation = translation_of(page) if isinstance(page, VersionMixin) else None
    if translation is None:
        return None
    if missing := missing_from(translation):
        messages.error(request, message_about(missing, type(page)))
    elif _needs_review(page, translation):
        messages.error(request, message_about_review(page))
    else:
        return None
    return redirect(request.path)


def _needs_review(page, translation):
    if not requires_review(page):
        return False
    draft = translation.source.get_ephemeral_translated_instance(page.locale, fallback=True)
    return not says_what_is_live(draft)


@hooks.register("register_page_header_buttons")
def offer_the_translation_editor(page, user, view_name=None, next_url=None):
    if (
        isinstance(page, VersionMixin)
        and user.has_perm("wagtail_localize.submit_translation")
        and ordinary_translations(page)
    ):
        yield Button(
            _("Use the translation editor"),
            reverse("translation_take_in", args=[page.pk]),
            icon_name="wagtail-localize-language",
            priority=62,
        )


hooks.register("register_translation_editor_panel", version_panels.missing_panel)
hooks.register("register_translation_editor_panel", version_panels.changes_panel)
