"""A phrase in another language, marked as such inside rich text (WCAG 2.2, 3.1.2: Language of parts)."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from draftjs_exporter.dom import DOM
from wagtail.admin.rich_text.converters.html_to_contentstate import InlineEntityElementHandler
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature

from stories.translation.languages import language_choices, native_name

TYPE = "LANGUAGE"


def register(features):
    features.register_editor_plugin(
        "draftail",
        "language",
        PhraseFeature(
            {
                "type": TYPE,
                "icon": "globe",
                "description": _("Phrase in another language"),
            },
            js=["stories/language_phrases.js"],
            css={"all": ["stories/language_phrases.css"]},
        ),
    )
    features.register_converter_rule(
        "contentstate",
        "language",
        {
            "from_database_format": {'a[linktype="language"]': PhraseHandler(TYPE)},
            "to_database_format": {"entity_decorators": {TYPE: phrase_element}},
        },
    )


class PhraseFeature(EntityFeature):
    """The editor's button. Its words are put together when the form is, in the editor's language."""

    def construct_options(self, options):
        super().construct_options(options)
        options[self.option_name][-1] = self.data | {
            "languages": [
                {"tag": tag, "name": f"{native_name(tag)} · {name}"}
                for tag, name in language_choices()
            ],
            "words": {
                "title": gettext("Which language is it in?"),
                "mark": gettext("Mark"),
                "cancel": gettext("Cancel"),
            },
        }


class PhraseHandler(InlineEntityElementHandler):
    mutability = "MUTABLE"

    def get_attribute_data(self, attrs):
        return {"lang": attrs.get("lang", "")}


def phrase_element(props):
    return DOM.create_element(
        "a", {"linktype": "language", "lang": props.get("lang", "")}, props["children"]
    )
