from django.shortcuts import redirect
from django.templatetags.static import static
from django.utils.html import format_html_join
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page

from .structure import keeps_others


@hooks.register("insert_global_admin_css")
def scripts_in_the_admin():
    """The site's fonts, so that every script can be read where it is edited."""
    return format_html_join(
        "",
        '<link rel="stylesheet" href="{}">',
        [(static("css/fonts.css"),), (static("home/admin.css"),)],
    )


@hooks.register("before_delete_page")
def keep_starting_page(request, page):
    """With a home page or a list, all of a language would go at once."""
    if not keeps_others(page.specific):
        return None
    messages.error(
        request,
        _("“%(title)s” holds pages in its language. Move or delete those first.")
        % {"title": page.get_admin_display_title()},
    )
    return redirect("wagtailadmin_explore", page.pk)


@hooks.register("before_bulk_action")
def keep_starting_pages(request, action, objects, view):
    if action != "delete":
        return None
    pages = (page for page in objects if isinstance(page, Page))
    return next(filter(None, (keep_starting_page(request, page) for page in pages)), None)
