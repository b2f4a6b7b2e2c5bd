"""Where the admin offers review."""

from django.urls import path
from wagtail import hooks

from . import review_panel, review_submit


@hooks.register("register_admin_urls")
def register_addresses():
    return [
        path(
            "translations/<int:translation_id>/submit/",
            review_submit.submit,
            name="translation_submit",
        ),
        path(
            "translations/page/<int:page_id>/withdraw/",
            review_submit.withdraw,
            name="translation_withdraw",
        ),
    ]


hooks.register("register_translation_editor_panel", review_panel.panel)
