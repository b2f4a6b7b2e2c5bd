"""What the admin would refuse is refused here, with its reason. Wagtail's actions ask for permissions."""

from http import HTTPStatus

from django.contrib.messages import get_messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from wagtail import hooks
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page
from wagtail.permissions import policy_registry

from stories.delivery.problems import problem
from stories.translation.family import translation_of
from stories.translation.teams import may_translate_into
from stories.translation.worklist_start import in_language, start_page

EDITING = ("pages_update", "pages_actions_revert")
LOCKED = (*EDITING, "pages_actions_publish", "pages_actions_unpublish", "pages_actions_move",
          "pages_actions_delete", "pages_delete")  # fmt: skip
# The admin's own hooks, which answer in place of its view where something else has to come first.
HOOKS = {
    "pages_delete": "before_delete_page",
    "pages_actions_delete": "before_delete_page",
    "pages_actions_copy": "before_copy_page",
    "pages_actions_move": "before_move_page",
    "pages_actions_unpublish": "before_unpublish_page",
    "pages_actions_publish": "before_publish_page",
}


def type_of(kwargs):
    """The content type of the page that is written, None for what is no page."""
    page = Page.objects.filter(pk=_number(kwargs.get("page_id"))).first()
    return page and page.specific_class._meta.label


def refusal_to_read(name, request):
    """Redirects tell where pages lay that are not public: they are for those who look after them."""
    if name.startswith("redirects"):
        policy = policy_registry.get_by_type(Redirect)
        if not policy.user_has_any_permission(request.user, ["add", "change", "delete", "view"]):
            return problem(HTTPStatus.FORBIDDEN, "You may not see redirects.")
    return None


def refusal(name, request, kwargs, sent):
    """A problem document, or None where nothing speaks against it."""
    if "page_id" not in kwargs:
        return None
    page = get_object_or_404(Page, pk=_number(kwargs["page_id"])).specific
    if name in EDITING and translation_of(page):
        return _conflict(
            "This page is a translation: its words come from the translation editor, "
            "and what is written here would be lost."
        )
    if name in LOCKED and page.permissions_for_user(request.user).page_locked():
        return _conflict("This page is locked, or waits for somebody else's review.")
    if name == "pages_actions_move" and "destination_id" not in sent:
        return None  # Wagtail says so.
    about = [page]
    if "destination_id" in sent:
        destination = get_object_or_404(Page, pk=_number(sent["destination_id"]))
        if name == "pages_actions_copy" and destination.locale_id != page.locale_id:
            return _conflict("A page is copied within its language.")
        if name == "pages_actions_move":
            about.append(destination)
    return _asked(HOOKS[name], request, *about) if name in HOOKS else None


def started(user, kwargs, sent):
    """The draft of a translation, or a problem document."""
    page = get_object_or_404(Page, pk=_number(kwargs["page_id"]), depth__gt=1, alias_of=None)
    locale = Locale.objects.filter(language_code=str(sent.get("locale", ""))).first()
    if locale is None or locale.pk == page.locale_id:
        return _not_right("locale", "This is no other language of the site.")
    if not may_translate_into(user, locale):
        raise PermissionDenied("You may not translate into this language.")
    for name in ("alias", "recursive"):
        if sent.get(name):
            return _not_right(name, "Translations are started one by one, and never as aliases.")
    if in_language(page, locale):
        return _conflict("There is a version in this language already.")
    parent = page.get_parent()
    if not sent.get("copy_parents") and parent.depth > 1 and not in_language(parent, locale):
        return _not_right("copy_parents", "The page above has not been started in this language.")
    translated = start_page(page.specific, locale, user)
    return translated or _conflict("The language has no page of its own yet.")


def _asked(hook, request, *about):
    for each in hooks.get_hooks(hook):
        if each(request, *about) is not None:
            said = " ".join(str(message).strip() for message in get_messages(request))
            return _conflict(said or "The admin asks something first. Do it there.")
    return None


def _conflict(reason):
    return problem(HTTPStatus.CONFLICT, reason)


def _not_right(name, message):
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, message, [{"name": name, "message": message}])


def _number(text):
    """A primary key; -1, which nothing has, for what is none."""
    text = str(text)
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 18 else -1
