"""The page that a token is for, as its draft has it."""

import uuid

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, QueryDict
from wagtail.admin.models import FormState
from wagtail.admin.views.pages.preview import PreviewOnCreateView, PreviewOnEditView

from stories.models import ContentPage

from .tokens import digest


class Closed(Exception):
    """There is no such draft any more, or it has been written over; says which."""


def page_of(draft):
    """The specific page, unsaved, as the draft has it."""
    return _filled_in(draft) if draft.form else _saved(draft)


def _saved(draft):
    page = ContentPage.objects.filter(
        pk=draft.page, translation_key=draft.key, locale__language_code=draft.language
    ).first()
    if page is None:
        raise Closed("The page has been deleted.")
    if draft.revision is None and page.latest_revision_id is None:
        return page.specific
    revision = page.specific.revisions.filter(pk=draft.revision).first()
    if revision is None:
        raise Closed("The revision has been deleted.")
    return revision.as_object()


def _filled_in(draft):
    """What Wagtail's own preview of the form shows, if its editor may still edit the page."""
    state = FormState.objects.filter(pk=draft.form).select_related("user", "content_type").first()
    if state is None or digest(state.data) != draft.digest:
        raise Closed("What it showed has been written over. Open the preview again.")
    view = _view_of(state)
    data = QueryDict(state.data, mutable=True)
    data["slug"] = data.get("slug") or draft.slug
    form = view.get_form(data)
    if not view.validate_form(form):
        raise Closed("What it showed can no longer be saved. Open the preview again.")
    form.save(commit=False)
    page = view.object
    if page.pk is None:
        page.translation_key = uuid.UUID(draft.key)
    return page


def _view_of(state):
    request = HttpRequest()
    request.user = state.user
    if state.object_id:
        view, named = PreviewOnEditView(), {"page_id": state.object_id}
    else:
        kind = state.content_type
        view = PreviewOnCreateView()
        named = {
            "content_type_app_name": kind.app_label,
            "content_type_model_name": kind.model,
            "parent_page_id": state.parent_object_id,
        }
    try:
        view.setup(request, **named)
    except (Http404, PermissionDenied) as error:
        raise Closed(
            "The page has been deleted, or its editor may not edit it any more."
        ) from error
    return view
