"""Where the admin moves pages: in all languages at once, or not at all."""

from django.db import transaction
from django.shortcuts import redirect
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.views.pages.move import MoveConfirmView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page

from .models import ContentPage
from .moving import reason_against, versions_to_move


class MoveTogetherView(MoveConfirmView):
    """Wagtail's, in one transaction."""

    @transaction.atomic
    def post(self, request, *args, **kwargs):
        # The translations follow by themselves, whatever moves the page.
        self.pages_to_move = [self.page_to_move]
        return super().post(request, *args, **kwargs)


class ContentPageViewSet(PageViewSet):
    model = ContentPage
    move_confirm_view_class = MoveTogetherView
    parent_models = []  # Wagtail's own lists of pages stay as they are.


@hooks.register("register_admin_viewset")
def register_views():
    return ContentPageViewSet()


@hooks.register("construct_translated_pages_to_cascade_actions")
def say_how_many_move(pages, action):
    """The question before a move names how many translations there are."""
    if action != "move":
        return None
    return {page: versions_to_move(page, page.get_parent()) for page in pages}


@hooks.register("before_move_page")
def keep_addresses_together(request, page, destination):
    if not page.permissions_for_user(request.user).can_move_to(destination):
        return None  # Wagtail refuses it.
    reason = reason_against(page, destination, request.user)
    if not reason:
        return None
    messages.error(request, reason)
    return redirect("wagtailadmin_pages:move", page.pk)


@hooks.register("before_bulk_action")
def keep_addresses_of_many_together(request, action, objects, view):
    if action != "move" or view.cleaned_form is None:
        return None
    destination = view.cleaned_form.cleaned_data["chooser"]
    reasons = [
        reason_against(page, destination, request.user)
        for page in objects
        if isinstance(page, Page)
    ]
    for reason in filter(None, reasons):
        messages.error(request, reason)
    return redirect(view.next_url) if any(reasons) else None
