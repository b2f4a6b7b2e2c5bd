"""The coverage report as a spreadsheet."""

import csv

from django.http import HttpResponse
from django.utils.translation import gettext as _

from .coverage_states import State
from .languages import translated_name

# What a spreadsheet would take for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def spreadsheet(rows, columns, tags):
    """A CSV file that spreadsheets open in the right encoding: a row a text, a column a language."""
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="translation-coverage.csv"'
    write = csv.writer(response).writerow
    names = {tag: translated_name(tag) for tag in tags.values()}
    write([_("Title"), _("Original"), *(f"{names[tag]} ({tag})" for tag in columns)])
    labels = {state: str(state.label) for state in State}
    for row in rows:
        cells = [said(cell, labels) for cell in row.cells]
        write([plain(row.original.title), names[tags[row.original.locale]], *cells])
    return response


def plain(text):
    return f"'{text}" if text.startswith(FORMULA) else text


def said(cell, labels):
    if cell.state == State.OUTDATED:
        return f"{labels[cell.state]} ({cell.version.behind})"
    if cell.state == State.INCOMPLETE:
        return f"{labels[cell.state]} ({cell.version.left_out})"
    return labels[cell.state]
