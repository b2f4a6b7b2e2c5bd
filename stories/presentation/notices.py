"""What a reader must be told before reading: of the language, and of how far a translation can be trusted."""

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from stories.translation.languages import translated_name
from stories.translation.lists import names_in_text
from stories.translation.numerals import numerals


def notices(row, families, credits):
    """The contract's ``notices``, in the active language: ``[{"type", "title", "text", "url"}]``.

    ``fallback`` (not in the language asked for; `url` is the page's real address), ``outdated`` (older than
    the original, which is at `url`), ``incomplete`` (without some of the original, which is at `url`),
    ``machine`` (translated by a machine, not checked yet), ``translated_by`` and ``reviewed_by`` (the names
    in `credits`).
    """
    language = families.language_of(row)
    found = []
    if language["is_fallback"]:
        found.append(_fallback(row, families, language))
    if language["freshness"] == "outdated":
        found.append(_outdated(row, families, language))
    if row.card["left_out"] and not row.is_original:
        found.append(_incomplete(row, families, language))
    if language["trust"] == "machine":
        text = _("A machine made this translation, and nobody has checked it yet.")
        found.append(
            {"type": "machine", "title": _("Machine translation"), "text": text, "url": ""}
        )
    return [*found, *_credits(credits)]


def _credits(credits):
    tag = get_language()
    if names := credits["translated_by"]:
        text = _("Translated by %(names)s") % {"names": names_in_text(names, tag)}
        yield {"type": "translated_by", "title": _("Translation"), "text": text, "url": ""}
    if names := credits["reviewed_by"]:
        text = _("Reviewed by %(names)s") % {"names": names_in_text(names, tag)}
        yield {"type": "reviewed_by", "title": _("Review"), "text": text, "url": ""}


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
    count = row.card["outdated"]
    text = ngettext(
        "This translation is older than the original: %(count)d passage has changed.",
        "This translation is older than the original: %(count)d passages have changed.",
        count,
    )
    return {
        "type": "outdated",
        "title": _("Older than the original"),
        "text": numerals(text % {"count": count}, get_language()),
        "url": _original_url(row, families, language),
    }


def _incomplete(row, families, language):
    count = row.card["left_out"]
    text = ngettext(
        "%(count)d passage of the original is not translated yet.",
        "%(count)d passages of the original are not translated yet.",
        count,
    )
    return {
        "type": "incomplete",
        "title": _("Not all of it is translated"),
        "text": numerals(text % {"count": count}, get_language()),
        "url": _original_url(row, families, language),
    }


def _original_url(row, families, language):
    original = families.original(row)
    return families.url(original, language["source"]) if original else ""
