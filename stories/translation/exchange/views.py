"""Translations → Files, and the files of one translation."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST
from wagtail.models import Locale
from wagtail_localize.models import Translation
from wagtail_localize.views import edit_translation

from ..languages import native_name
from ..teams import may_translate_into, open_languages
from . import po, xliff
from .archive import pack, unpack
from .gathering import open_sheets, sheet_of
from .intake import take_all

FORMATS = {"po": po, "xliff": xliff}


class LanguageField(forms.ModelChoiceField):
    def label_from_instance(self, locale):
        return native_name(locale.language_code)


class ExportForm(forms.Form):
    language = LanguageField(
        Locale.objects.none(), to_field_name="language_code", label=gettext_lazy("Language")
    )
    format = forms.ChoiceField(
        label=gettext_lazy("Format"),
        choices=[
            ("po", gettext_lazy("PO (gettext)")),
            ("xliff", gettext_lazy("XLIFF 1.2")),
        ],
    )

    def __init__(self, user, *args, **kwargs):
        super().__init__(*args, **kwargs)
        language = self.fields["language"]
        language.queryset = Locale.objects.filter(pk__in=open_languages(user)).order_by(
            "language_code"
        )
        if len(language.queryset) == 1:
            language.empty_label = None  # who works in one language need not choose it


class UploadForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("A PO or XLIFF file, or a zip of them."),
        widget=forms.FileInput(attrs={"accept": ".po,.xlf,.xliff,.zip"}),
    )


def may_edit(user, instance):
    """As everywhere in the admin: the teams' rules are put in its place."""
    return edit_translation.user_can_edit_instance(user, instance)


def files(request):
    """What can be exported, and what has been imported."""
    if not open_languages(request.user):
        raise PermissionDenied
    upload, reports = UploadForm(auto_id="upload-%s"), None
    if request.method == "POST":
        upload = UploadForm(request.POST, request.FILES, auto_id="upload-%s")
        if upload.is_valid():
            found = unpack(upload.cleaned_data["file"])
            reports = take_all(found, request.user, may_edit)
    form = ExportForm(request.user, initial={"language": request.GET.get("language")})
    return _page(request, {"form": form, "upload": upload, "reports": reports})


def _page(request, context):
    return render(request, "translation/files.html", context)


@require_GET
def export_open(request):
    """A zip of all that is missing or outdated in a language."""
    form = ExportForm(request.user, request.GET)
    if not open_languages(request.user):
        raise PermissionDenied
    if not form.is_valid():
        return _page(request, {"form": form, "upload": UploadForm(auto_id="upload-%s")})
    locale, kind = form.cleaned_data["language"], form.cleaned_data["format"]
    sheets = open_sheets(locale, lambda instance: may_edit(request.user, instance))
    content, number = pack(sheets, FORMATS[kind])
    if not number:
        messages.success(
            request,
            _("Nothing is missing or outdated in %(language)s.")
            % {"language": native_name(locale.language_code)},
        )
        return redirect("translation_files")
    name = f"{locale.language_code}-{kind}-{timezone.localdate()}.zip"
    return _download(content, name, "application/zip")


@require_GET
def export_one(request, translation_id, kind="po"):
    """The file of one translation."""
    translation = _own(request, translation_id)
    if kind not in FORMATS:
        raise Http404
    sheet, form = sheet_of(translation), FORMATS[kind]
    name = f"{sheet.slug}-{sheet.target}.{form.EXTENSION}"
    return _download(form.write(sheet), name, form.CONTENT_TYPE)


@require_POST
def import_one(request, translation_id):
    """Takes in a file of that translation; what was refused is shown, with its words."""
    translation = _own(request, translation_id)
    upload = UploadForm(request.POST, request.FILES)
    if not upload.is_valid():
        messages.error(request, " ".join(upload.errors["file"]))
        return redirect(translation.get_target_instance_edit_url())
    found = unpack(upload.cleaned_data["file"])
    reports = take_all(found, request.user, may_edit, only=translation)
    if any(each.refusals for each in reports):
        return _page(
            request,
            {"reports": reports, "back_url": translation.get_target_instance_edit_url()},
        )
    messages.success(
        request,
        _("Texts imported: %(imported)d. Unchanged: %(unchanged)d.")
        % {
            "imported": sum(each.imported for each in reports),
            "unchanged": sum(each.unchanged for each in reports),
        },
    )
    return redirect(translation.get_target_instance_edit_url())


def _own(request, translation_id):
    translation = get_object_or_404(
        Translation.objects.select_related("source__locale", "source__object", "target_locale"),
        pk=translation_id,
        enabled=True,
    )
    instance = translation.get_target_instance()
    if not may_edit(request.user, instance):
        raise PermissionDenied
    if not may_translate_into(request.user, translation.target_locale):
        raise PermissionDenied
    return translation


def _download(content, name, content_type):
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response
