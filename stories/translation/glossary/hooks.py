"""Where the admin offers the glossary, and warns where a translation does not follow it."""

from wagtail import hooks
from wagtail.permissions import register_permission_policy

from ..family import translation_of
from ..versions import VersionMixin
from .checking import warn
from .panel import panel
from .policy import GlossaryPolicy
from .term import GlossaryTerm
from .viewset import GlossaryViewSet

register_permission_policy(GlossaryTerm, GlossaryPolicy(GlossaryTerm))


@hooks.register("register_admin_viewset")
def register_glossary():
    return GlossaryViewSet()


hooks.register("register_translation_editor_panel", panel)


@hooks.register("before_edit_page", order=-2)
def warn_on_publishing(request, page):
    """The translation editor's button: it publishes, and what misses the glossary is named."""
    if request.method != "POST" or request.POST.get("action") != "publish":
        return
    translation = translation_of(page) if isinstance(page, VersionMixin) else None
    if translation:
        warn(request, translation)
