"""Why a page leads on to another, in the reader's words."""

from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

# Names stand alone behind a colon: no language has to bend them.
TEXTS = {
    "chosen": gettext_noop("Chosen by our editors"),
    "project": gettext_noop("From the same project"),
    "programme": gettext_noop("From the same programme"),
    "object": gettext_noop("About the same object: %(name)s"),
    "contributor": gettext_noop("Also with: %(name)s"),
    "partner": gettext_noop("With the same partner: %(name)s"),
    "theme": gettext_noop("Also about: %(name)s"),
    "community": gettext_noop("From the same community: %(name)s"),
    "place": gettext_noop("From the same place: %(name)s"),
}


def reason_shape(kind, shared=None):
    """``{"kind", "text", "shared"}``: in the active language, and the Ref of what both have to do with."""
    text = _(TEXTS[kind])
    if "%(name)s" in text:
        text %= {"name": shared["title"]}
    return {"kind": kind, "text": text, "shared": shared}


def in_html(reason, words_in):
    """The same with the name marked up in its own language; `words_in` gives attributes for a language."""
    shared, text = reason["shared"], _(TEXTS[reason["kind"]])
    if "%(name)s" not in text:
        return text
    name = format_html("<bdi{}>{}</bdi>", words_in(shared["language"]), shared["title"])
    return mark_safe(escape(text) % {"name": name})
