"""What a reader must be told before reading: of the language, and of how far a translation can be trusted."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stories.translation.languages import translated_name


def notices(row, families):
    """The contract's ``notices``, in the active language: ``[{"type", "title", "text", "url"}]``.

    ``fallback`` (not in the language asked for; `url` is the page's real address), ``outdated`` (older than
    the original, which is at `url`), ``machine`` (translated by a machine, not checked yet).
    """
    language = families.language_of(row)
    found = []
    if language["is_fallback"]:
        found.append(_fallback(row, families, language))
    if language["freshness"] == "outdated":
        found.append(_outdated(row, families, language))
    if language["trust"] == "machine":
        text = _("A machine made this translation, and nobody has checked it yet.")
        found.append(
            {"type": "machine", "title": _("Machine translation"), "text": text, "url": ""}
        )
    return found


def _fallback(row, families, language):
    requested = {"language": translated_name(language["requested"])}
    served = {"language": translated_name(language["served"])}
    if families.ref(row)["type"] == "story":
        missing = _("This story is not yet in %(language)s.") % requested
    else:
        missing = _("This page is not yet in %(language)s.") % requested
    if language["served"] == language["source"]:
        instead = _("You are reading the original, in %(language)s.") % served
    else:
        source = {"source": translated_name(language["source"])}
        instead = _("You are reading it in %(language)s, translated from %(source)s.") % (
            served | source
        )
    return {
        "type": "fallback",
        "title": _("Not yet in %(requested)s") % {"requested": requested["language"]},
        "text": f"{missing} {instead}",
        "url": families.url(row, language["served"]),
    }


def _outdated(row, families, language):
    original, count = families.original(row), row.outdated_segments
    text = ngettext(
        "This translation is older than the original: %(count)d passage has changed.",
        "This translation is older than the original: %(count)d passages have changed.",
        count,
    )
    return {
        "type": "outdated",
        "title": _("Older than the original"),
        "text": text % {"count": count},
        "url": families.url(original, language["source"]) if original else "",
    }
