"""Where editors see drafts: on the website, or in a front end of its own that PREVIEW_URL names."""

from urllib.parse import quote

from django.conf import settings
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from .tokens import Draft, digest, token_for

WEBSITE, FRONT_END = "", "front-end"
MODES = [(FRONT_END, _("In the front end")), (WEBSITE, _("On the website"))]


class PreviewedMixin:
    """A page whose preview is the website's own page, or leads to the front end with a token."""

    @property
    def preview_modes(self):
        return MODES if settings.PREVIEW_URL else super().preview_modes

    def make_preview_request(
        self, original_request=None, preview_mode=None, extra_request_attrs=None
    ):
        if preview_mode == FRONT_END:
            if settings.PREVIEW_URL and may_have_token(original_request, self):
                return redirect(
                    front_end_address(self, original_request, extra_request_attrs or {})
                )
            preview_mode = WEBSITE
        return super().make_preview_request(original_request, preview_mode, extra_request_attrs)


def may_have_token(request, page):
    """Whether whoever asks may edit, publish or review the page, or write it where it is to lie.

    Others are shown drafts too: a translator the original, say. They see it on the website.
    """
    if request is None:
        return False
    if page.pk is None:
        return page.get_parent().permissions_for_user(request.user).can_add_subpage()
    permissions = page.permissions_for_user(request.user)
    return permissions.can_edit() or permissions.can_publish()


def front_end_address(page, request, attributes):
    """Where the front end shows the draft that is being previewed."""
    # Here, because addresses are made of models.
    from stories.presentation.families import address

    token = token_for(_draft(page, request, attributes))
    path = quote(address(page, page.locale.language_code))
    return settings.PREVIEW_URL.replace("{token}", token).replace("{path}", path)


def _draft(page, request, attributes):
    version = {
        "key": str(page.translation_key),
        "language": page.locale.language_code,
        "page": page.pk,
    }
    named = request.resolver_match.kwargs
    if attributes.get("is_editing"):
        state = _form_state(page, request.user, named.get("parent_page_id", ""))
        return Draft(**version, form=state.pk, digest=digest(state.data), slug=page.slug)
    revision = attributes.get("revision_id") or named.get("revision_id") or page.latest_revision_id
    return Draft(**version, revision=revision)


def _form_state(page, user, parent):
    """What the editor has filled in, as Wagtail keeps it for this very preview."""
    from wagtail.admin.models import FormState

    states = FormState.objects.for_preview(user=user, instance=page, parent_object_id=parent)
    return states.order_by("-last_updated_at").first()
