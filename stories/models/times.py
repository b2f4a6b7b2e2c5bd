"""The time that a story tells of, told no more finely than it is known."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

FIRST_YEAR, LAST_YEAR = 1, 2100


class TimePrecision(models.TextChoices):
    YEAR = "year", _("These years")
    DECADE = "decade", _("These decades")
    ABOUT = "about", _("About these years")


def decade_of(year):
    """The year that a decade begins with: 1970 of 1974."""
    return year // 10 * 10


def period(first, last, precision):
    """``{"from_year", "to_year", "precision"}``, of decades from their first year to their last; None where
    there is no year.
    """
    if first is None:
        return None
    last = first if last is None else last
    if precision == TimePrecision.DECADE:
        first, last = max(decade_of(first), FIRST_YEAR), decade_of(last) + 9
    return {"from_year": first, "to_year": last, "precision": str(precision)}


def check_years(first, last):
    """A ValidationError by field where they are no time that a story can tell of."""
    problems = {}
    for name, year in (("tells_of_from", first), ("tells_of_to", last)):
        if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
            problems[name] = _("Give a year from %(first)s to %(last)s, such as 1971.") % {
                "first": FIRST_YEAR,
                "last": LAST_YEAR,
            }
    if last is not None and first is None:
        problems["tells_of_from"] = _("Say from which year, or empty the field after it.")
    elif last is not None and last < first:
        problems["tells_of_to"] = _(
            "The story can’t end in %(last)s, before it begins in %(first)s. Change one of the two years."
        ) % {"first": first, "last": last}
    if problems:
        raise ValidationError(problems)
