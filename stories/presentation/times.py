"""The time that something tells of, in the reader's words and digits."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from stories.models.times import TimePrecision, decade_of
from stories.translation.numerals import numerals


def time_shape(time):
    """``{"from_year", "to_year", "precision", "text"}`` of a `period`, the text in the active language; or
    None.
    """
    return time and {**time, "text": in_words(time)}


def in_words(time):
    """``"1971"``, ``"about 1971–1975"``, ``"1970s"``: no more than is known."""
    first, last = time["from_year"], time["to_year"]
    if time["precision"] == TimePrecision.DECADE:
        decades = dict.fromkeys(map(decade_of, (first, last)))
        return " – ".join(map(decade_in_words, decades))
    years = str(first) if first == last else f"{first}–{last}"
    if time["precision"] == TimePrecision.ABOUT:
        # Translators: "about 1974", "about 1968–1974": the years are not certain.
        years = _("about %(years)s") % {"years": years}
    return numerals(years, get_language())


def decade_in_words(decade):
    # Translators: a decade by its first year, "1970s". Not the name of a number.
    return numerals(_("%(decade)ss") % {"decade": decade}, get_language())
