"""Which of a translation's texts are a machine's that nobody has checked."""

import contextvars
from contextlib import contextmanager

from django.utils import timezone
from wagtail_localize.models import StringSegment, StringTranslation

from ..passages import Passage, block_types, passages_of, place_of, words_of

MACHINE, HUMAN = "machine", "human"  # of `versions.TranslationOrigin`

_may_go_live = contextvars.ContextVar("machine_translation_may_go_live", default=False)


def unchecked(translation):
    """The rows of a translation's texts that a machine made, and nobody has looked at since."""
    segments = StringSegment.objects.filter(source=translation.source)
    return segments.get_translations(translation.target_locale).filter(
        translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE
    )


def unchecked_in(page, translation):
    """The passages of a page that are an unchecked machine's words."""
    rows = unchecked(translation).values_list("context__path", "data")
    made = {(path, words_of(data)) for path, data in rows}
    return [each for each in passages_of(page) if (each.path, each.text) in made] if made else []


def passages_to_check(translation):
    """``[(passage of the original, the machine's words for it)]``."""
    types = block_types(translation.source.as_instance())
    rows = unchecked(translation).values_list("context__path", "translation_of__data", "data")
    return [
        (Passage(path, place_of(path, types), html), words_of(data)) for path, html, data in rows
    ]


def accept(translation, user):
    """Somebody has checked all that a machine made: it counts as theirs. Returns how many texts."""
    keys = list(unchecked(translation).values_list("pk", flat=True))
    return StringTranslation.objects.filter(pk__in=keys).update(
        translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
        last_translated_by=user,
        updated_at=timezone.now(),
    )


def mark_draft(page):
    """A page that readers do not have yet says at once that a machine was at it."""
    if not page.live:
        type(page)._default_manager.filter(pk=page.pk).update(translation_origin=MACHINE)


def say_whose(page, found):
    """Sets what readers are told of a page's translation; `found` are its `unchecked_in`."""
    if found:
        page.translation_origin = MACHINE
    elif page.translation_origin == MACHINE:
        page.translation_origin = HUMAN


@contextmanager
def going_live_as_machine_translation():
    """Inside of it a page goes live with a machine's words: a publisher's explicit decision."""
    token = _may_go_live.set(True)
    try:
        yield
    finally:
        _may_go_live.reset(token)


def may_go_live():
    return _may_go_live.get()
