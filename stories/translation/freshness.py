"""How far a translation is behind: worked out when something is published, and only then."""

from collections import Counter

from django.db import transaction
from wagtail.models import Page
from wagtail_localize.models import StringSegment

from stories.delivery.register import record

from .basis import Basis, shown_passages
from .carrying import carry_over
from .comparing import changes_since, compare
from .family import followers, source_of, source_record, translation_of
from .passages import passages_of, words_of
from .versions import VersionMixin


@transaction.atomic
def note_publication(sender, instance, revision, **kwargs):
    """On Wagtail's signal ``published``, of pages and words; it is sent also when one is scheduled."""
    if not isinstance(instance, VersionMixin) or not instance.live or instance.alias_of_id:
        return
    basis = Basis.of(instance)
    before = basis.published if basis.is_known else instance.passages_before
    now = passages_of(instance)
    if not instance.is_original:
        _note_what_it_is_made_from(instance, basis, now)
    basis.published = now
    basis.save()
    is_other = not instance.is_original and measure(instance, basis)
    others = _tell_followers(instance, before if before is not None else now, now)
    _tell_readers([instance, *others] if is_other else others)
    _forget_minor_edit(instance, revision)


def measure(page, basis=None):
    """Brings `outdated_segments` and `left_out_segments` up to date, in the database too; whether they were
    others before.

    What a translation of a translation has not got is also what the one that it is made from lacks.
    """
    basis = basis or Basis.of(page)
    source = source_of(page)
    behind = left_out = 0
    if source is not None and basis.source is not None:
        changes, left_out = changes_since(basis, shown_passages(source))
        behind = len(changes)
        if not source.is_original:
            behind += source.outdated_segments
            left_out += source.left_out_segments
    before = page.outdated_segments, page.left_out_segments
    page.outdated_segments, page.left_out_segments = behind, left_out
    type(page)._default_manager.filter(pk=page.pk).update(
        outdated_segments=behind, left_out_segments=left_out
    )
    return before != (behind, left_out)


def declare_current(page):
    """Somebody who knows both languages says that a translation says what its original says now."""
    source = source_of(page)
    basis = Basis.of(page)
    if not basis.is_known:
        basis.published = passages_of(page)
    known = {(each.field, each.html) for each in basis.left_out}
    now = shown_passages(source)
    basis.left_out = [each for each in now if (each.field, each.html) in known]
    basis.source = [each for each in now if (each.field, each.html) not in known]
    basis.save()
    is_other = measure(page, basis)
    others = _measure_followers(page)
    _tell_readers([page, *others] if is_other else others)


def _note_what_it_is_made_from(page, basis, now):
    source = source_of(page)
    if source is None:
        return
    translation = translation_of(page)
    if translation:
        reflected, unreflected = _reflected(translation, now)
        basis.left_out = _left_out(reflected, unreflected, now) if page.left_out_segments else []
        basis.source = reflected + _still_said(
            basis.source or [], reflected, set(unreflected) - set(basis.left_out)
        )
    elif basis.source is None or (_words(basis.published) != _words(now) and not page.minor_edit):
        basis.source = shown_passages(source)


def _words(passages):
    return [each.text for each in passages]


def _reflected(translation, now):
    """The source's passages that a page shows the translation of, and the others."""
    said = {(each.path, each.text) for each in now}
    rows = (
        StringSegment.objects.filter(source=translation.source)
        .annotate_translation(translation.target_locale)
        .exclude(translation=None)
        .values_list("context__path", "string__data", "translation")
    )
    shown = {(path, html) for path, html, text in rows if (path, words_of(text)) in said}
    reflected, unreflected = [], []
    for each in passages_of(translation.source.as_instance()):
        (reflected if (each.path, each.html) in shown else unreflected).append(each)
    return reflected, unreflected


def _left_out(reflected, unreflected, now):
    """Of the passages without their translation, those for which a page shows no older words either."""
    words = Counter(each.path for each in now)
    words.subtract(each.path for each in reflected)
    left_out = []
    for each in unreflected:
        if words[each.path] > 0:
            words[each.path] -= 1
        else:
            left_out.append(each)
    return left_out


def _still_said(known, reflected, open_passages):
    """What a page was made from before, where it does not show the translation of what is there now."""
    open_paths = {each.path for each in open_passages}
    kept = {(each.path, each.html) for each in reflected}
    return [
        each for each in known if each.path in open_paths and (each.path, each.html) not in kept
    ]


def _tell_readers(versions):
    """What readers are shown of pages says how far behind they are."""
    if pages := [each.pk for each in versions if isinstance(each, Page)]:
        record(pages)


def _tell_followers(page, before, now):
    """Measures the translations of a page anew, and those of translations; returns those that are further
    behind now than before, or less far."""
    told = []
    changed = compare(before, now)
    record = source_record(page)
    if record is not None:
        record.update_from_db()
        if changed and page.minor_edit:
            carry_over(record, changed)
    for each in followers(page):
        basis = Basis.of(each)
        if basis.source is None and (each.live or not translation_of(each)):
            if not basis.is_known:
                basis.published = passages_of(each)
            basis.source = before
        if basis.source is not None:
            if changed and page.minor_edit:
                basis.source = _with_minor_edit(basis.source, changed)
            basis.save()
        if measure(each, basis):
            told.append(each)
        told += _measure_followers(each)
    return told


def _measure_followers(page):
    return [] if page.is_original else [each for each in followers(page) if measure(each)]


def _with_minor_edit(passages, changes):
    """What a translation was made from, as if it had been made from the corrected text."""
    known = list(passages)
    for change in changes:
        if change.old is None:
            known.append(change.new)
            continue
        for number, each in enumerate(known):
            if each and (each.field, each.html) == (change.old.field, change.old.html):
                known[number] = change.new
                break
    return [each for each in known if each is not None]


def _forget_minor_edit(page, revision):
    if not page.minor_edit:
        return
    page.minor_edit = False
    type(page)._default_manager.filter(pk=page.pk).update(minor_edit=False)
    if revision is not None:
        revision.content["minor_edit"] = False
        revision.save(update_fields=["content"])
