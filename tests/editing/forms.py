"""The admin's forms, filled in as an editor's browser would."""

from wagtail.test.utils.form_data import (
    inline_formset,
    nested_form_data,
    rich_text,
    streamfield,
)

__all__ = ["page_form", "rich_text", "streamfield", "word_form"]

STREAMS = {
    "home.homepage": [
        "body", "related_pages", "featured_programmes", "featured_projects", "featured_stories",
        "calls_to_action", "navigation", "footer_navigation", "support",
    ],
    "stories.projectpage": ["body", "related_pages", "partners", "collection_objects"],
    "stories.storypage": ["body", "related_pages", "contributors", "collection_objects"],
}  # fmt: skip
TEXTS = {
    "home.homepage": ["introduction", "mission"],
    "stories.programmepage": ["how_to_take_part"],
    "stories.projectpage": ["aims", "approach", "outcomes"],
}


def page_form(model, **values):
    """What the form of a page type posts, as nested data, with everything left empty but `values`.

    A list is what is ticked of several boxes.
    """
    label = model._meta.label_lower
    data = {
        "title": "Song",
        "slug": "",
        "translation_origin": "human",
        "comments": inline_formset([]),
    }
    data |= {name: streamfield([]) for name in STREAMS.get(label, ["body", "related_pages"])}
    data |= {name: rich_text("") for name in TEXTS.get(label, [])}
    if label == "stories.projectpage":
        data["status"] = "active"
    if label == "stories.storypage":
        data["tells_of_precision"] = "year"
    chosen = {name: value for name, value in values.items() if isinstance(value, list)}
    rest = {name: value for name, value in values.items() if name not in chosen}
    return nested_form_data(data | rest) | chosen


def word_form(**values):
    """What the form of any part of the vocabulary posts, without support for a content warning."""
    return nested_form_data(values | {"support": streamfield([])})
