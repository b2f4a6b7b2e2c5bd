"""The coverage report's table: texts by languages."""

from dataclasses import dataclass

from .coverage_kinds import register_of_kinds
from .coverage_states import State, original_of, versions


@dataclass(frozen=True)
class Asked:
    """What the report is asked for; empty strings where nothing is."""

    kind: str = ""
    language: int | None = None
    state: str = ""
    narrowed: tuple = ()


@dataclass(slots=True)
class Row:
    original: object
    cells: list
    kind: object = None


@dataclass(slots=True)
class Cell:
    """`version` is None where the text is missing in the language. `done` of `texts` are translated."""

    locale: int
    state: State
    version: object = None
    done: int | None = None
    texts: int | None = None


def table(asked, locales):
    """All rows that are asked for, newest text first. `locales` are the columns' primary keys."""
    kinds = register_of_kinds.named([asked.kind] if asked.kind else [])
    rows, words = register_of_kinds.rows(kinds), register_of_kinds.words(kinds)
    for name, value in asked.narrowed:
        narrowing = next(each for each in register_of_kinds.narrowings if each.name == name)
        rows = rows.filter(translation_key__in=narrowing.keys(value))
        words = []  # nothing of the kind is said of words
    shown = [asked.language] if asked.language in locales else locales
    found = [_row(each, shown) for each in versions(rows, words).values()]
    if asked.state:
        found = [row for row in found if any(cell.state == asked.state for cell in row.cells)]
    return sorted(found, key=lambda row: -row.original.pk)


def _row(found, locales):
    return Row(original_of(found), [_cell(found.get(locale), locale) for locale in locales])


def _cell(version, locale):
    return Cell(locale, version.state if version else State.MISSING, version)


def totals(rows, locales):
    """How many of the rows readers get in each language: ``[number]``, in the columns' order."""
    readable = {State.LIVE, State.OUTDATED, State.INCOMPLETE}
    counted = [0] * len(locales)
    for row in rows:
        for number, cell in enumerate(row.cells):
            version = cell.version
            if cell.state in readable or (version is not None and version.live):
                counted[number] += 1
    return counted
