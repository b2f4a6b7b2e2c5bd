"""Reports → Translation coverage."""

from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from .coverage_csv import spreadsheet
from .coverage_kinds import register_of_kinds
from .coverage_states import State, progress
from .coverage_table import Asked, table, totals
from .languages import translated_name
from .locales import Languages
from .teams import is_limited, open_languages, own_languages
from .worklist_views import shape

PER_PAGE = 100


def may_see(user):
    return user.is_superuser or bool(open_languages(user))


class CoverageView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "translation/coverage.html"
    header_icon = "wagtail-localize-language"
    _show_breadcrumbs = True

    def dispatch(self, request, *args, **kwargs):
        if not may_see(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self):
        return _("Translation coverage")

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get(self, request, *args, **kwargs):
        self.known = Languages.load().ids
        self.columns = columns(request.user, self.known)
        self.asked = asked(request.GET, self.columns)
        self.rows = table(self.asked, list(self.columns.values()))
        tags = {key: tag for tag, key in self.known.items()}
        if request.GET.get("export") == "csv":
            return spreadsheet(self.rows, list(self.shown_columns), tags)
        return super().get(request, *args, **kwargs)

    @property
    def shown_columns(self):
        """The languages that are columns, by tag."""
        if not self.asked.language:
            return self.columns
        return {tag: key for tag, key in self.columns.items() if key == self.asked.language}

    def get_context_data(self, **kwargs):
        shown = Paginator(self.rows, PER_PAGE).get_page(self.request.GET.get("p"))
        count(shown, self.shown_columns.values())
        tags = {key: tag for tag, key in self.known.items()}
        readable = totals(self.rows, list(self.shown_columns))
        given = {k: v for k, v in self.request.GET.items() if v and k not in ("p", "export")}
        address = f"{reverse('translation_coverage')}?{urlencode(given)}"
        return super().get_context_data(**kwargs) | {
            "languages": [
                shape(tag) | {"readable": number}
                for tag, number in zip(self.shown_columns, readable, strict=True)
            ],
            "rows": [presented(row, tags, open_languages(self.request.user)) for row in shown],
            "number": len(self.rows),
            "shown": shown,
            "page_url": address,
            "export_url": f"{address}&export=csv",
            "filters": filters(self.request.GET, self.asked, self.columns),
        }


def columns(user, known):
    """The languages that the user sees, by tag: team members their own, others all."""
    if not is_limited(user):
        return known
    return {tag: key for tag, key in known.items() if key in own_languages(user)}


def asked(given, columns):
    """What the address asks for; what it has no business asking is left out."""
    kinds = {kind.name for kind in register_of_kinds.kinds}
    kind = given.get("type", register_of_kinds.kinds[0].name)
    state = given.get("state", "")
    narrowed = [
        (each.name, given[each.name])
        for each in register_of_kinds.narrowings
        if given.get(each.name) in {value for value, _label in each.choices()}
    ]
    return Asked(
        kind if kind in kinds else "",
        columns.get(given.get("language")),
        state if state in State.values else "",
        tuple(narrowed),
    )


def filters(given, asked, columns):
    """The form's lists of choices: ``{"name", "label", "options": [{"value", "label", "selected"}]}``."""
    kinds = [("all", _("All types"))]
    kinds += [(kind.name, kind.label) for kind in register_of_kinds.kinds]
    languages = [("", _("All languages"))] + [(tag, translated_name(tag)) for tag in columns]
    states = [("", _("All states")), *State.choices]
    lists = [
        ("type", _("Type"), kinds, asked.kind or "all"),
        ("language", _("Language"), languages, given.get("language", "")),
        ("state", _("State"), states, asked.state),
    ]
    for each in register_of_kinds.narrowings:
        choices = [("", _("All")), *each.choices()]
        lists.append((each.name, each.label, choices, given.get(each.name, "")))
    return [
        {
            "name": name,
            "label": label,
            "options": [
                {"value": value, "label": text, "selected": value == chosen}
                for value, text in choices
            ],
        }
        for name, label, choices, chosen in lists
    ]


def count(rows, locales):
    """Gives the cells in progress the number of their texts: only for what is shown."""
    begun = [(row, cell) for row in rows for cell in row.cells if cell.state == State.PROGRESS]
    counted = progress({row.original.key for row, _cell in begun}, locales)
    for row, cell in begun:
        cell.done, cell.texts = counted.get((row.original.key, cell.locale), (None, None))


def presented(row, tags, open_to_user):
    """A row as the template shows it."""
    original = row.original
    edit = edit_address(original.content_type)
    return {
        "title": original.title,
        "original": shape(tags[original.locale]),
        "cells": [
            {
                "state": cell.state.value,
                "label": cell.state.label,
                "behind": cell.version.behind if cell.version else 0,
                "left_out": cell.version.left_out if cell.version else 0,
                "draft": cell.state == State.ORIGINAL and not cell.version.live,
                "done": cell.done,
                "texts": cell.texts,
                "url": edit.replace("/0/", f"/{cell.version.pk}/")
                if cell.version and cell.locale in open_to_user
                else "",
            }
            for cell in row.cells
        ],
    }


def edit_address(content_type):
    """The address of a form, with 0 for what it is of: reversing 1,000 of them takes the longest."""
    return register_of_kinds.kind_of(content_type).edit_url(0)
