"""The translation editor's panel on the glossary: the terms of this text, and where they are missed."""

from wagtail.admin.ui.components import Component
from wagtail.permissions import policy_registry

from ..languages import direction
from .checking import rows_of
from .finding import misses, terms_for, terms_in
from .term import GlossaryTerm


class GlossaryPanel(Component):
    template_name = "translation/glossary_panel.html"
    order = 60

    def __init__(self, request, translation):
        self.request, self.translation = request, translation

    def get_context_data(self, parent_context):
        source, target = self.translation.source.locale, self.translation.target_locale
        terms = terms_for(source, target)
        rows = rows_of(self.translation) if terms else []
        missed = {}
        for each in misses(rows, terms):
            missed.setdefault(each.term.pk, []).append(each.source)
        return {
            "terms": [
                {"term": each, "missed": missed.get(each.pk, [])}
                for each in terms_in(terms, [html for _path, html, _translation in rows])
            ],
            "source": source.language_code,
            "source_dir": direction(source.language_code),
            "target": target.language_code,
            "target_dir": direction(target.language_code),
            "may_add": policy_registry.get_by_type(GlossaryTerm).user_has_permission(
                self.request.user, "add"
            ),
            "pair": f"source_locale={source.pk}&target_locale={target.pk}",
        }


def panel(request, translation, instance):
    return GlossaryPanel(request, translation)
