"""Shows a piece of template as a reader of a language gets it."""

from django.template import engines
from django.utils import translation


def render(source, reader="en", **context):
    with translation.override(reader):
        template = engines["django"].from_string("{% load meeting_place %}" + source)
        return template.render(context).strip()
