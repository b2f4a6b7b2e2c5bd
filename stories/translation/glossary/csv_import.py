"""A glossary out of a spreadsheet: what is right is taken, each other row is named with its reason."""

import csv
import io

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Locale

from ..teams import open_languages
from .term import GlossaryTerm

COLUMNS = ["from", "into", "term", "translation", "do_not_translate", "note"]
LARGEST = 2 * 1024 * 1024
YES = {"1", "true", "yes", "x"}


class UploadForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("CSV file"),
        help_text=gettext_lazy(
            "In UTF-8, with the columns from, into, term, translation, do_not_translate, note."
        ),
        widget=forms.FileInput(attrs={"accept": ".csv"}),
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise ValidationError(_("The file is too large."))
        try:
            text = file.read().decode("utf-8-sig")
            rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
        except (UnicodeDecodeError, csv.Error) as error:
            raise ValidationError(_("It is not a CSV file in UTF-8.")) from error
        if rows and (lacking := {"from", "into", "term"} - set(rows[0])):
            raise ValidationError(
                _("It has no column “%(name)s”.") % {"name": ", ".join(sorted(lacking))}
            )
        return rows


def import_terms(request):
    """Adds terms, and changes those that there are already; none is deleted."""
    if not open_languages(request.user):
        raise PermissionDenied
    form, taken, refused = UploadForm(), None, []
    if request.method == "POST":
        form = UploadForm(request.POST, request.FILES)
        if form.is_valid():
            taken, refused = take(form.cleaned_data["file"], open_languages(request.user))
    return render(
        request,
        "translation/glossary_import.html",
        {"form": form, "taken": taken, "refused": refused},
    )


def take(rows, languages):
    """How many rows were taken, and ``[(row's number, reason)]`` of the others."""
    locales = {each.language_code: each for each in Locale.objects.all()}
    taken, refused = 0, []
    for number, row in enumerate(rows, 2):
        try:
            _take_row({name: (row.get(name) or "").strip() for name in COLUMNS}, locales, languages)
            taken += 1
        except ValidationError as error:
            refused.append((number, " ".join(error.messages)))
    return taken, refused


def _take_row(row, locales, languages):
    for name in ("from", "into"):
        if row[name] not in locales:
            raise ValidationError(_("This site has no language “%(tag)s”.") % {"tag": row[name]})
    source, target = locales[row["from"]], locales[row["into"]]
    if target.pk not in languages:
        raise ValidationError(_("You may not translate into this language."))
    term = GlossaryTerm.objects.filter(
        source_locale=source, target_locale=target, term=row["term"]
    ).first() or GlossaryTerm(source_locale=source, target_locale=target, term=row["term"])
    term.translation, term.note = row["translation"], row["note"]
    term.keep = row["do_not_translate"].lower() in YES
    term.full_clean()
    term.save()
