"""Translations → My work."""

from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from .coverage_kinds import register_of_kinds
from .languages import direction, native_name, translated_name
from .locales import Languages
from .models import Team
from .teams import Role, open_languages, own_languages
from .version_address import address_of
from .worklist import FOR_TRANSLATORS, work_lists

PER_PAGE = 20


def languages_of(user, known):
    """Of the languages `known` by tag, those on the user's list: their teams', else those they may edit."""
    wanted = own_languages(user) or open_languages(user)
    return {tag: key for tag, key in known.items() if key in wanted}


def reviewed_by(user):
    """The primary keys of the languages that the user reviews."""
    teams = Team.objects.filter(group__user=user, role=Role.REVIEWERS)
    return set(teams.values_list("locale_id", flat=True))


class WorkListView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "translation/worklist.html"
    header_icon = "wagtail-localize-language"
    _show_breadcrumbs = True

    def dispatch(self, request, *args, **kwargs):
        self.known = Languages.load().ids
        self.languages = languages_of(request.user, self.known)
        if not self.languages:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self):
        return _("My work")

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": _("My work")}]

    def get_context_data(self, **kwargs):
        asked = self.request.GET
        tag = asked.get("language")
        if tag not in self.languages:
            tag = next(iter(self.languages))
        kind, state = asked.get("type", ""), asked.get("state", "")
        locale = self.languages[tag]
        kinds = register_of_kinds.named([kind]) if kind else None
        work = work_lists([locale], reviewed_by(self.request.user), kinds)[locale]
        shown = Paginator(work.only(state), PER_PAGE).get_page(asked.get("p"))
        tags = {key: tag for tag, key in self.known.items()}
        context = super().get_context_data(**kwargs)
        return context | {
            "language": shape(tag),
            "languages": [
                shape(each) | {"url": self.url(language=each, type=kind), "current": each == tag}
                for each in self.languages
            ],
            "states": [
                {
                    "label": each.label,
                    "count": work.counts[each],
                    "url": self.url(language=tag, type=kind, state=each.value),
                    "current": state == each,
                }
                for each in FOR_TRANSLATORS
            ],
            "all_url": self.url(language=tag, type=kind),
            "all_count": len(work.tasks),
            "kinds": [(each.name, each.label) for each in register_of_kinds.kinds],
            "kind": kind,
            "state": state,
            "tasks": [presented(task, tags) for task in shown],
            "shown": shown,
            "page_url": self.url(language=tag, type=kind, state=state),
        }

    def url(self, **asked):
        given = {name: value for name, value in asked.items() if value}
        return f"{reverse('translation_worklist')}?{urlencode(given)}"


def shape(tag):
    """A language by its code, its own name, its name in the reader's language, and its direction."""
    return {
        "code": tag,
        "name": native_name(tag),
        "translated": translated_name(tag),
        "dir": direction(tag),
    }


def presented(task, tags):
    """A task as templates show it."""
    version, original = task.version, task.original
    kind = register_of_kinds.kind_of(original.content_type)
    return {
        "state": task.state.value,
        "state_label": task.state.label,
        "title": original.title,
        "original": shape(tags[original.locale]),
        "kind": kind.label,
        "published": original.published,
        "behind": version.behind if version else 0,
        "left_out": version.left_out if version else 0,
        "done": task.done,
        "texts": task.texts,
        "edit_url": kind.edit_url(version.pk) if version else "",
        "start_url": ""
        if version
        else address_of("translation_start", kind.model, original.pk, tags[task.locale]),
    }
