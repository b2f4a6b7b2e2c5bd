"""Taking translators' files in: what is right is kept, what is not is refused with its place."""

import uuid

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, get_edit_url

from ..passages import words_of
from ..taking_in import take_in
from ..teams import may_translate_into
from ..versions import VersionMixin
from ..worklist_start import start_page, start_word
from . import po, xliff
from .checks import LONGEST, Refused, check_size, checked, normal
from .gathering import original_of, site
from .report import FileReport, Refusal
from .sheet import Unreadable

FORMATS = {"po": po, "xlf": xliff, "xliff": xliff}
TOOLS = {po: "PO file", xliff: "XLIFF file"}


class _NothingTaken(Exception):
    """Undoes a translation that was begun only to take a file in."""


def take_all(files, user, may_edit, only=None):
    """A report for each of the files that `archive.unpack` found.

    ``may_edit(user, instance)`` says whether the user may change a text's version in the file's
    language; `only` is the translation that the files must be of.
    """
    return [_take_file(name, content, user, may_edit, only) for name, content in files]


def _take_file(name, content, user, may_edit, only):
    form = FORMATS.get(name.rpartition(".")[2].lower())
    try:
        if isinstance(content, Unreadable):
            raise content
        if form is None:
            raise Unreadable(_("It is neither a PO nor an XLIFF file."))
        sheet = form.read(content)
        return _take_sheet(name, sheet, TOOLS[form], user, may_edit, only)
    except Unreadable as error:
        return FileReport.refused(name, error.reason, error.place)


def _take_sheet(name, sheet, tool, user, may_edit, only):
    source, target = _languages(sheet)
    if sheet.site != site():
        raise Unreadable(
            _("It was exported from another site (%(site)s).") % {"site": sheet.site or "?"}
        )
    if not may_translate_into(user, target):
        raise Unreadable(_("You may not translate into the language of this file."))
    if only and (sheet.key, target.pk) != (str(only.source.object_id), only.target_locale_id):
        raise Unreadable(_("It belongs to another translation."))
    report = FileReport(name, title=sheet.title)
    try:
        with transaction.atomic():
            translation, begun = _translation(sheet, source, target, user)
            instance = _target(translation, user, may_edit)
            _take_entries(report, sheet, translation, instance, user, tool)
            if begun and not report.imported:
                raise _NothingTaken
            report.edit_url = get_edit_url(instance) or ""
    except _NothingTaken:
        pass
    return report


def _languages(sheet):
    locales = {each.language_code: each for each in Locale.objects.all()}
    for tag in (sheet.source, sheet.target):
        if tag not in locales:
            raise Unreadable(_("This site has no language “%(tag)s”.") % {"tag": tag})
    return locales[sheet.source], locales[sheet.target]


def _translation(sheet, source, target, user):
    """The translation that a sheet is of, and whether it was begun just now."""
    try:
        key = uuid.UUID(sheet.key)
    except ValueError:
        raise Unreadable(_("It does not say which page it belongs to.")) from None
    known = Translation.objects.filter(
        source__object_id=key, source__locale=source, target_locale=target, enabled=True
    ).select_related("source__locale", "source__object", "target_locale")
    found = known.first()
    if found and sheet.translation and sheet.translation != str(found.uuid):
        raise Unreadable(_("It belongs to a translation that has been stopped."))
    if found:
        return found, False
    original, there = original_of(key, source), original_of(key, target)
    if original is None or sheet.translation:
        raise Unreadable(_("Its page is not on this site any more."))
    if there is not None and (not isinstance(there, VersionMixin) or there.is_original):
        raise Unreadable(_("This text is not translated from that language."))
    if there is not None:
        take_in(there, user)
    elif isinstance(original, Page):
        start_page(original, target, user)
    else:
        start_word(original, target, user)
    found = known.first()
    if found is None:
        raise Unreadable(_("The page above this one has not been made in that language."))
    return found, True


def _target(translation, user, may_edit):
    instance = translation.source.object.get_instance_or_none(translation.target_locale)
    if instance is None:
        raise Unreadable(_("Its page is not on this site any more."))
    if isinstance(instance, Page):
        instance = instance.specific
    if not may_edit(user, instance):
        raise Unreadable(_("You may not change this translation."))
    if instance.permissions_for_user(user).page_locked():
        raise Unreadable(_("The translation is locked, or waiting for review."))
    return instance


def _take_entries(report, sheet, translation, instance, user, tool):
    segments = {
        (each.context.path, each.string.data): each
        for each in StringSegment.objects.filter(source=translation.source).select_related(
            "context", "string"
        )
    }
    paths = {}
    for path, html in segments:
        paths.setdefault(path, []).append(html)
    known = {
        (each.context_id, each.translation_of_id): each
        for each in StringTranslation.objects.filter(
            locale=translation.target_locale, context__object_id=translation.source.object_id
        )
    }
    taken = {}
    for number, entry in enumerate(sheet.entries, 1):
        if not entry.target.strip():
            report.open += 1
            continue
        segment = segments.get((entry.path, entry.source))
        try:
            if entry.problem:
                raise Refused(entry.problem)
            if segment is None:
                raise Refused(_stale(entry, paths))
            check_size(entry.source, entry.target)
            before = known.get((segment.context_id, segment.string_id))
            target = normal(entry.target)
            if taken.setdefault(segment.pk, target) != target:
                raise Refused(_("The file has this text twice, with different translations."))
            if before and normal(before.data) == target and not _is_promoted(entry, before):
                report.unchanged += 1
                continue
            if not entry.is_done:
                report.open += 1  # a suggestion that nobody has looked at
                continue
            data = checked(entry.source, entry.target, _longest(entry.path, instance))
            if before and _is_newer(before, sheet, user):
                raise Refused(_("Somebody has translated this text since the file was exported."))
        except Refused as refused:
            place = entry.place or _("entry %(number)d") % {"number": number}
            said = words_of(entry.source) if segment else entry.source[:LONGEST]
            report.refusals.append(Refusal(place, str(refused), said, entry.target[:LONGEST]))
            continue
        _keep(segment, translation, before, data, user, tool)
        report.imported += 1


def _stale(entry, paths):
    now = paths.get(entry.path, [])
    if len(now) == 1:
        return _(
            "The original has changed since the file was exported. It now says: “%(text)s”"
        ) % {"text": words_of(now[0])}
    if now:
        return _("The original has changed since the file was exported.")
    return _("This text is not in the original, or not any more.")


def _is_promoted(entry, before):
    """Whether somebody has looked at what a machine had made, and left it as it is."""
    return entry.is_done and before.translation_type == StringTranslation.TRANSLATION_TYPE_MACHINE


def _is_newer(before, sheet, user):
    """Whether somebody else has been at a text since the export; one may correct one's own import."""
    if before.translation_type == StringTranslation.TRANSLATION_TYPE_MACHINE:
        return False
    if sheet.made and before.updated_at <= sheet.made:
        return False
    return not (before.last_translated_by_id == user.pk and before.tool_name in TOOLS.values())


def _longest(path, instance):
    """How many characters a field takes; None for texts inside of others."""
    if "." in path:
        return None
    return getattr(instance._meta.get_field(path), "max_length", None)


def _keep(segment, translation, before, data, user, tool):
    row = before or StringTranslation(
        translation_of=segment.string, context=segment.context, locale=translation.target_locale
    )
    row.data = data
    row.translation_type = StringTranslation.TRANSLATION_TYPE_MANUAL
    row.tool_name = tool
    row.last_translated_by = user
    row.has_error, row.field_error = False, ""
    row.save()
