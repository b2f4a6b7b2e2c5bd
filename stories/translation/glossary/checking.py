"""What of a translation does not follow the glossary. It is said, and never stands in the way."""

from django.contrib import messages
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail_localize.models import StringSegment

from ..passages import block_types, label_of, place_of
from .finding import misses, terms_for

NAMED = 5


def rows_of(translation):
    """``[(path, source, translation or None)]`` of a translation's texts, in reading order."""
    return list(
        StringSegment.objects.filter(source=translation.source)
        .annotate_translation(translation.target_locale)
        .order_by("order")
        .values_list("context__path", "string__data", "translation")
    )


def missed_in(translation):
    """The texts of a translation that lack what the glossary says."""
    terms = terms_for(translation.source.locale_id, translation.target_locale_id)
    return misses(rows_of(translation), terms) if terms else []


def warning_about(translation):
    """The warning for a translator who hands in or publishes; empty where there is nothing to say."""
    found = missed_in(translation)
    if not found:
        return ""
    source = translation.source.as_instance()
    types = block_types(source)
    names = [
        _("%(place)s (“%(text)s”): %(term)s → %(wanted)s")
        % {
            "place": label_of(place_of(each.path, types), type(source)),
            "text": Truncator(each.source).chars(40),
            "term": each.term.term,
            "wanted": each.term.wanted,
        }
        for each in found[:NAMED]
    ]
    if len(found) > NAMED:
        names.append("…")
    text = ngettext(
        "The glossary has another word for %(count)d place: %(names)s",
        "The glossary has another word for %(count)d places: %(names)s",
        len(found),
    )
    return text % {"count": len(found), "names": "; ".join(names)}


def warn(request, translation):
    """Tells who hands in or publishes what misses the glossary."""
    if text := warning_about(translation):
        messages.warning(request, text)
