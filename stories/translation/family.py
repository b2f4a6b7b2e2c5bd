"""A page's, or a word's, other versions: what it was translated from, and what was translated from it."""

from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource


def translation_of(page):
    """wagtail-localize's record of a page that is translated in its editor, or None."""
    return (
        Translation.objects.filter(
            source__object_id=page.translation_key, target_locale_id=page.locale_id, enabled=True
        )
        .select_related("source__locale", "target_locale")
        .first()
    )


def source_record(page):
    """wagtail-localize's record of a page as something to translate from, or None."""
    return TranslationSource.objects.filter(
        object_id=page.translation_key, locale_id=page.locale_id
    ).first()


def versions(page):
    """The page in its other languages, without the copies that show one language under another's name."""
    rows = type(page)._default_manager.filter(translation_key=page.translation_key)
    if isinstance(page, Page):
        rows = rows.filter(alias_of=None)
    return rows.exclude(pk=page.pk).select_related("locale")


def source_of(page):
    """The page that a translation is made from: its editor's, else the original. None if it is gone."""
    translation = translation_of(page)
    others = versions(page)
    if translation:
        return others.filter(locale_id=translation.source.locale_id).first()
    return others.filter(locale__language_code=page.source_language).first()


def followers(page):
    """The translations that are made from a page: of an original, also those made without the editor."""
    through = dict(
        Translation.objects.filter(
            source__object_id=page.translation_key, enabled=True
        ).values_list("target_locale_id", "source__locale_id")
    )
    default = page.locale_id if page.is_original else None
    return [
        version
        for version in versions(page)
        if not version.is_original and through.get(version.locale_id, default) == page.locale_id
    ]
