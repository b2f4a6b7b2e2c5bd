"""The time that a story tells of, as bundles say it.

``1974``, ``1970s``, or ``{from: 1968, to: 1974}``, ``{from: 1960s, to: 1970s}``; with ``about: true`` where
the years are not certain.
"""

import re

from stories.models.times import FIRST_YEAR, LAST_YEAR, TimePrecision

from .yaml_text import Mapped, Word

YEAR = re.compile(r"([1-9][0-9]{0,3})|([1-9][0-9]{0,2}0)s")


def read_tells_of(mapping, key, checks):
    """``(from, to, precision)``, or None."""
    value, line = mapping.get(key), mapping.line_of(key)
    if value is None or value == "":
        return None
    if isinstance(value, Word):
        value = Mapped.of(line, **{"from": value})
    each = checks.mapping(value, line, key)
    checks.only(each, ("from", "to", "about"))
    years = [_year(each, name, checks) for name in ("from", "to") if each.get(name)]
    if not each.get("from"):
        checks.refuse(each.line_of("to"), f"{key} needs the year that it starts from")
        return None
    if None in years:
        return None
    is_decade = {decade for _number, decade in years}
    about = checks.yes(each, "about")
    if len(is_decade) > 1 or (about and True in is_decade):
        checks.refuse(line, f"{key} is told in years or in decades, and about is said of years")
        return None
    first, last = years[0][0], years[1][0] if years[1:] else None
    if last is not None and last < first:
        checks.refuse(each.line_of("to"), f"{key} can't end in {last}, before it begins in {first}")
        return None
    exact = TimePrecision.DECADE if True in is_decade else TimePrecision.YEAR
    return first, last, str(TimePrecision.ABOUT if about else exact)


def _year(mapping, name, checks):
    """``(1970, False)`` of 1970, ``(1970, True)`` of 1970s; None, refused, of anything else."""
    text = checks.text(mapping, name)
    found = YEAR.fullmatch(text)
    number = int(found[1] or found[2]) if found else 0
    if not FIRST_YEAR <= number <= LAST_YEAR:
        checks.refuse(
            mapping.line_of(name),
            f"{text!r} is no year from {FIRST_YEAR} to {LAST_YEAR} such as 1974, nor a decade such as 1970s",
        )
        return None
    return number, bool(found[2])


def tells_of(page):
    """What a bundle says of a page's time; "" where there is none."""
    first, last, precision = page.tells_of_from, page.tells_of_to, page.tells_of_precision
    if first is None:
        return ""

    def said(year):
        return f"{year // 10 * 10}s" if precision == TimePrecision.DECADE else year

    about = {"about": True} if precision == TimePrecision.ABOUT else {}
    if last is None and not about:
        return said(first)
    return {"from": said(first), **({} if last is None else {"to": said(last)}), **about}
