"""Where the admin offers machine translation, and holds back what nobody has checked."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import path
from wagtail import hooks

from ..family import translation_of
from ..gate import message_about_machine
from ..versions import VersionMixin
from . import views
from .marking import unchecked
from .panel import panel


@hooks.register("register_admin_urls", order=-1)
def register_addresses():
    """Also in place of wagtail-localize's own, which asks nobody's permission."""
    one = "translations/<int:translation_id>/machine/"
    return [
        path(f"{one}", views.machine_translate, name="translation_machine"),
        path(f"{one}checked/", views.accept_all, name="translation_machine_checked"),
        path(f"{one}publish/", views.publish_marked, name="translation_machine_publish"),
        path("localize/translate/<int:translation_id>/machine_translate/", views.machine_translate),
    ]


@hooks.register("before_edit_page", order=-1)
def hold_back(request, page):
    """The translation editor's button: says what to check, where the gate would only refuse."""
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    translation = translation_of(page) if isinstance(page, VersionMixin) else None
    number = unchecked(translation).count() if translation else 0
    if not number:
        return None
    messages.error(request, message_about_machine(number))
    return redirect(request.path)


hooks.register("register_translation_editor_panel", panel)
