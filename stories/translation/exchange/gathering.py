"""What goes into translators' files."""

from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, F, OuterRef
from django.utils import timezone
from django.utils.text import slugify
from wagtail.models import Page, TranslatableMixin, get_page_models
from wagtail.snippets.models import get_snippet_models
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from ..basis import Basis
from ..comparing import compare
from ..family import source_of, translation_of
from ..passages import block_types, label_of, passages_of, place_of
from ..taking_in import take_in
from ..version_address import word_models
from ..versions import VersionMixin
from .sheet import Entry, Sheet

MACHINE = StringTranslation.TRANSLATION_TYPE_MACHINE


def site():
    """The host that tells this site's files from another's."""
    return urlsplit(settings.BASE_URL).netloc


def sheet_of(translation):
    """Everything of a translation, with what has been translated already."""
    source = translation.source.as_instance()
    types = block_types(source)
    known = {
        (each.translation_of_id, each.context_id): each
        for each in StringTranslation.objects.filter(
            locale=translation.target_locale, context__object_id=translation.source.object_id
        ).select_related("translation_of", "context")
    }
    before = _earlier(translation, known.values())
    sheet = _sheet(source, translation.source.locale, translation.target_locale)
    sheet.translation = str(translation.uuid)
    seen = set()
    segments = StringSegment.objects.filter(source=translation.source).order_by("order")
    for segment in segments.select_related("string", "context"):
        path, html = segment.context.path, segment.string.data
        if (path, html) not in seen:
            seen.add((path, html))
            label = label_of(place_of(path, types), type(source))
            found = known.get((segment.string_id, segment.context_id))
            sheet.entries.append(_entry(path, html, label, found, before.get((path, html))))
    return sheet


def _entry(path, html, label, found, before):
    if found is not None:
        machine = found.translation_type == MACHINE
        done = not machine and not found.has_error
        return Entry(path, html, found.data, label, is_done=done, is_machine=machine)
    if before is not None:
        previous, target = before
        return Entry(path, html, target, label, is_done=False, previous=previous)
    return Entry(path, html, label=label)


def _earlier(translation, known):
    """``{(path, html): (what it said before, the translation of that)}`` of what has changed since."""
    version = translation.source.object.get_instance_or_none(translation.target_locale)
    is_known = isinstance(version, (Page, VersionMixin))
    made_from = Basis.of(version).source if is_known else None
    if not made_from:
        return {}
    said = {(each.context.path, each.translation_of.data): each.data for each in known}
    found = {}
    for change in compare(made_from, passages_of(translation.source.as_instance())):
        if change.old and change.new:
            target = said.get((change.old.path, change.old.html))
            if target:
                found[change.new.path, change.new.html] = (change.old.html, target)
    return found


def sheet_to_begin(instance, locale):
    """Everything of a text that nobody has begun to translate into a language."""
    sheet = _sheet(instance, instance.locale, locale)
    types = block_types(instance)
    sheet.entries = [
        Entry(each.path, each.html, label=label_of(place_of(each.path, types), type(instance)))
        for each in dict.fromkeys(passages_of(instance))
    ]
    return sheet


def _sheet(instance, source, target):
    title = getattr(instance, "draft_title", "") or str(instance)
    return Sheet(
        key=str(instance.translation_key),
        site=site(),
        source=source.language_code,
        target=target.language_code,
        revision=str(getattr(instance, "live_revision_id", None) or ""),
        made=timezone.now(),
        title=title,
        slug=getattr(instance, "slug", "") or slugify(title) or instance._meta.model_name,
    )


def open_sheets(locale, may_edit):
    """The sheets of all that is missing or outdated in a language, of what ``may_edit(instance)`` allows.

    That is what has been begun and lacks texts, what was made without the translation editor and is
    behind its original, then what nobody has begun.
    """
    for translation in unfinished(locale):
        instance = translation.source.object.get_instance_or_none(locale)
        if instance is None or getattr(instance, "alias_of_id", None):
            continue
        if may_edit(instance.specific if isinstance(instance, Page) else instance):
            yield sheet_of(translation)
    for page in ordinary_and_outdated(locale):
        if may_edit(page):
            yield sheet_to_take_in(page)
    for instance in not_begun(locale):
        sheet = sheet_to_begin(instance, locale)
        if sheet.entries:
            yield sheet


def unfinished(locale):
    """Translations into a language that lack a text."""
    done = StringTranslation.objects.filter(
        translation_of_id=OuterRef("string_id"),
        context_id=OuterRef("context_id"),
        locale=locale,
        has_error=False,
    )
    lacking = StringSegment.objects.filter(~Exists(done), source=OuterRef("source_id"))
    found = Translation.objects.filter(Exists(lacking), target_locale=locale, enabled=True)
    return found.select_related("source__object", "source__locale", "target_locale").order_by("pk")


def ordinary_and_outdated(locale):
    """Translations behind their original that were made without the translation editor."""
    managed = Translation.objects.filter(
        source__object_id=OuterRef("translation_key"), target_locale=locale, enabled=True
    )
    for model in page_tables():
        rows = model._default_manager.filter(~Exists(managed), locale=locale, alias_of=None)
        for page in rows.filter(outdated_segments__gt=0).order_by("path"):
            if source_of(page.specific) is not None:
                yield page.specific
    for model in word_models().values():
        rows = model._default_manager.filter(~Exists(managed), locale=locale)
        for word in rows.filter(outdated_segments__gt=0).order_by("pk"):
            if source_of(word) is not None:
                yield word


def sheet_to_take_in(page):
    """The sheet that such a page has when it is taken into the editor, which only an import does."""
    with transaction.atomic():
        take_in(page)
        sheet = sheet_of(translation_of(page))
        transaction.set_rollback(True)
    sheet.translation = ""
    return sheet


def not_begun(locale):
    """Originals that readers have, and words of the vocabulary, with no version in a language."""
    for model in page_tables():
        rows = model._default_manager.filter(
            live=True, alias_of=None, source_language=F("locale__language_code")
        ).exclude(locale=locale)
        for page in _without(rows, model.objects.filter(alias_of=None), locale).order_by("path"):
            if page.depth > 1:
                yield page.specific
    for model in word_models().values():
        rows = model._default_manager.filter(
            live=True, source_language=F("locale__language_code")
        ).exclude(locale=locale)
        yield from _without(rows, model._default_manager.all(), locale).order_by("pk")


def page_tables():
    """The page models that say in which language a text was first written."""
    return [model for model in get_page_models() if VersionMixin in model.__bases__]


def _without(rows, versions, locale):
    there = versions.filter(locale=locale, translation_key=OuterRef("translation_key"))
    return rows.filter(~Exists(there)).select_related("locale")


def original_of(key, locale):
    """The text with a translation key in its own language, page or not, or None."""
    for model in [Page, *get_snippet_models()]:
        if issubclass(model, TranslatableMixin):
            found = model._default_manager.filter(translation_key=key, locale=locale).first()
            if found is not None and not getattr(found, "alias_of_id", None):
                return found.specific if isinstance(found, Page) else found
    return None
