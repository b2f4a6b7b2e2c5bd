"""Lists of names as readers of a language write them. Unicode CLDR's, by way of Babel."""

from babel.lists import format_list
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from .numerals import babel_locale

# Around a name in plain text, so that its direction does not turn what stands beside it.
ISOLATED = "\u2068{}\u2069"


def names_in_text(names, tag):
    """``["Asha", "Omar"]`` is "Asha and Omar" in English, each name isolated by invisible signs."""
    return format_list([ISOLATED.format(name) for name in names], locale=babel_locale(tag))


def names_in_html(names, tag):
    """The same as safe HTML, each name in a ``<bdi>``."""
    isolated = [format_html("<bdi>{}</bdi>", name) for name in names]
    return mark_safe(format_list(isolated, locale=babel_locale(tag)))
