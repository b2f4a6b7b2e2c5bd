"""A result of a search, but for the passage that was found, as it is finished when the page is published."""

from django.template.loader import get_template
from django.utils.translation import override

from stories.presentation.details import composed
from stories.translation.interface import interface_language

RESULT = "result"
# Where the passage comes; no text of an editor's gets into a result with such a comment.
PASSAGE = "<!--passage-->"


def result(row, reader):
    """The page as readers of its language find it."""
    shape = composed([row.key], reader)[row.key]
    with override(interface_language(reader.language)):
        return markup({**shape, "highlight": PASSAGE}, reader).encode(), shape


def markup(card, reader, **more):
    """A Card with its ``highlight`` in HTML."""
    locale = reader.languages.shape(reader.language)
    context = {"card": card, "level": 3, "locale": locale, **more}
    return get_template("components/card.html").render(context)
