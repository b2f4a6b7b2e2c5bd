"""Translations that were made elsewhere, brought into the translation editor with nothing lost.

A page that was imported, or written in the ordinary form, has its words but no record of which word
stands for which. Where its passages run in parallel to its original's they become translations of
those; where they do not, they stay live until somebody replaces them.
"""

from dataclasses import dataclass

from django.db import transaction
from wagtail.models import Page
from wagtail_localize.models import (
    String,
    StringTranslation,
    Translation,
    TranslationContext,
    TranslationSource,
)

from .aligning import counterparts
from .basis import Basis
from .comparing import compare
from .family import followers, source_of, translation_of
from .machine.marking import MACHINE
from .passages import passages_of


@dataclass(frozen=True)
class TakenIn:
    """How many passages became translations, and those of the page that could not be matched."""

    matched: int
    unmatched: list


@transaction.atomic
def take_in(page, user=None):
    """Puts an ordinary translation into the translation editor; the live page is not touched."""
    source = source_of(page)
    record = TranslationSource.update_or_create_from_instance(source)[0]
    translation, is_new = Translation.objects.get_or_create(
        source=record, target_locale=page.locale, defaults={"enabled": True}
    )
    if not is_new:  # `take_in_words` is called for a new one, whoever makes it
        translation.enabled = True
        translation.save(update_fields=["enabled"])
        return take_in_words(translation, page)
    return outcome(page, source)


def note_translation(sender, instance, created, raw=False, **kwargs):
    """On the signal that a Translation was saved: a new one starts with the words that there are."""
    if not created or raw:
        return
    page = existing_page(instance)
    if page is not None and not page.alias_of_id:
        take_in_words(instance, page)


def existing_page(translation):
    """The page in a translation's language, if there is one and it is a page with versions."""
    from .versions import VersionMixin

    model = translation.source.specific_content_type.model_class()
    if not issubclass(model, VersionMixin):
        return None
    return model._default_manager.filter(
        translation_key=translation.source.object_id, locale_id=translation.target_locale_id
    ).first()


def take_in_words(translation, page):
    """Makes translations out of a page's words, of the texts that they are translations of."""
    if not page.latest_revision_id:
        revision = page.save_revision(clean=False)  # so that the words can be found again
        if page.live and not isinstance(page, Page):
            # What has no live revision would go offline when its draft is saved.
            type(page)._default_manager.filter(pk=page.pk).update(live_revision=revision)
    source = translation.source.as_instance()
    pairs, result = _pairs(page, source)
    contexts = dict(
        TranslationContext.objects.filter(object_id=page.translation_key).values_list("path", "pk")
    )
    for old, ours in pairs.items():
        if old.path in contexts and not _is_known(translation, contexts[old.path], old):
            _remember(translation, contexts[old.path], old, ours, _type_of(page))
    return result


def outcome(page, source):
    """What `take_in` makes, or has made, of a page."""
    return _pairs(page, source)[1]


def _pairs(page, source):
    """What a page was translated from and its own words for it, without passages that changed since."""
    ours, now = passages_of(page), passages_of(source)
    basis = Basis.of(page)
    made_from = basis.source if basis.source is not None else now
    pairs = counterparts(made_from, ours)
    moved = {change.old: change.new for change in compare(made_from, now) if change.old}
    at = _where_they_are(made_from, now, moved)
    taken = set(pairs.values())
    result = TakenIn(len(pairs), [each for each in ours if each not in taken])
    return {at.get(old, old): mine for old, mine in pairs.items()}, result


def _where_they_are(made_from, now, changed):
    """Unchanged passages where the source has them now; its blocks may have been numbered anew."""
    waiting = {}
    for each in now:
        waiting.setdefault((each.field, each.html), []).append(each)
    found = {}
    for each in made_from:
        same = waiting.get((each.field, each.html))
        if each not in changed and same:
            found[each] = same.pop(0)
    return found


def _is_known(translation, context, passage):
    return StringTranslation.objects.filter(
        translation_of__locale_id=translation.source.locale_id,
        translation_of__data_hash=String._get_data_hash(passage.html),
        context_id=context,
        locale_id=translation.target_locale_id,
    ).exists()


def _type_of(page):
    """What a machine made elsewhere is a machine's here too, until somebody has checked it."""
    if page.translation_origin == MACHINE:
        return StringTranslation.TRANSLATION_TYPE_MACHINE
    return StringTranslation.TRANSLATION_TYPE_MANUAL


def _remember(translation, context, passage, ours, kind):
    string = String.objects.get_or_create(
        locale_id=translation.source.locale_id,
        data_hash=String._get_data_hash(passage.html),
        defaults={"data": passage.html},
    )[0]
    StringTranslation.objects.create(
        translation_of=string,
        context_id=context,
        locale_id=translation.target_locale_id,
        data=ours.html,
        translation_type=kind,
    )


def ordinary_translations(page):
    """The translations of an original, or the one that the page is, that are not in the editor yet."""
    candidates = followers(page) if page.is_original else [page]
    return [each for each in candidates if translation_of(each) is None]
