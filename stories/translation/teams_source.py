"""The original, read-only, for those who translate it: as its editors left it last."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.clickjacking import xframe_options_sameorigin
from wagtail.models import Page
from wagtail_localize.models import Translation

from .teams import may_translate_into


@xframe_options_sameorigin
def source(request, translation_id):
    """The page as a reader would see it, for whoever may translate it into that translation's language."""
    translation = get_object_or_404(Translation, pk=translation_id)
    if not may_translate_into(request.user, translation.target_locale):
        raise PermissionDenied
    original = translation.source.get_source_instance()
    if not isinstance(original, Page):
        raise Http404
    draft = original.get_latest_revision_as_object()
    return draft.make_preview_request(request, draft.default_preview_mode)
