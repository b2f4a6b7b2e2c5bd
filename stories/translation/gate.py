"""The gate: no page goes live with its source's words under another language's name.

Whatever publishes a page saves it, so this is asked when a page is saved: by the editor's button, a
workflow's approval, a schedule, wagtail-localize's own views, an import, an API.
"""

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page
from wagtail_localize.models import StringSegment

from .basis import Basis, shown_passages
from .family import source_of, translation_of
from .machine.marking import may_go_live, say_whose, unchecked_in
from .passages import Passage, block_types, label_of, passages_of, place_of, words_of
from .review_required import message_about_review, requires_review, waits_for_review

NAMED = 5  # passages that a message names; an editor finds the others marked in the editor


class Incomplete(ValidationError):
    """A translation that may not go live yet. `page` is what was to be published."""

    def __init__(self, page, message):
        super().__init__({NON_FIELD_ERRORS: [message]})
        self.page, self.reason = page, message


def missing_from(translation):
    """The passages of a translation's source that nobody has translated yet, in reading order."""
    source = translation.source.as_instance()
    types = block_types(source)
    rows = (
        StringSegment.objects.filter(source=translation.source)
        .annotate_translation(translation.target_locale)
        .filter(translation=None)
        .order_by("order")
        .values_list("context__path", "string__data")
    )
    return [Passage(path, place_of(path, types), html) for path, html in rows]


def before_saving(page):
    """Called before a page is written down; raises Incomplete where that would break the promise."""
    rows = type(page)._base_manager.filter(pk=page.pk)
    stored = page.pk and rows.values_list("live", "live_revision_id").first()
    if page.alias_of_id or (not stored and isinstance(page, Page)):
        return
    is_live, revision = stored or (False, None)
    page.goes_live = page.live and (not is_live or page.live_revision_id != revision)
    if page.goes_live and is_live and not Basis.of(page).is_known:
        page.passages_before = passages_of(type(page)._base_manager.get(pk=page.pk))
    if page.is_original or not (page.live or _is_scheduled(page)):
        return
    translation = translation_of(page)
    leaks = untranslated_in(page, translation) if translation else []
    if leaks and is_live and not page.goes_live:
        known = type(page)._base_manager.get(pk=page.pk)
        before = {each.path for each in untranslated_in(known, translation)}
        leaks = [each for each in leaks if each.path not in before]
    if leaks:
        _call_off(page)
        missing = missing_from(translation)
        raise Incomplete(page, message_about(missing, type(page)) if missing else stale_message())
    if translation:
        _hold_back_a_machine(page, translation, is_live)
    elif stored and not isinstance(page, Page):
        check_without_editor(page)  # of a page, Wagtail asks for that itself
    if page.goes_live and (stored or translation):  # else a word that is imported
        _hold_back_unreviewed(page, page.live_revision_id)


def before_publishing(page, revision):
    """Raises Incomplete for a version that has to be reviewed first, now or at a later time."""
    if requires_review(page):
        _hold_back_unreviewed(revision.as_object(), revision.pk)


def _hold_back_unreviewed(page, revision_pk):
    if waits_for_review(page, revision_pk):
        _call_off(page)
        raise Incomplete(page, message_about_review(page))


def _hold_back_a_machine(page, translation, is_live):
    """What nobody has checked goes live only by a publisher's explicit decision, and says so."""
    found = unchecked_in(page, translation)
    new = found
    if found and is_live:
        known = type(page)._base_manager.get(pk=page.pk)
        before = {(each.path, each.text) for each in unchecked_in(known, translation)}
        new = [each for each in found if (each.path, each.text) not in before]
    if new and not may_go_live():
        _call_off(page)
        raise Incomplete(page, message_about_machine(len(new)))
    say_whose(page, found)


def check_without_editor(page):
    """The same for a page that is written without the translation editor: it must not be a bare copy."""
    if not page.goes_live or page.is_original or page.alias_of_id or translation_of(page):
        return
    source = source_of(page)
    if source is None:
        return
    theirs = {(each.path, each.text) for each in shown_passages(source)}
    ours = passages_of(page)
    if len(ours) == 1 and not isinstance(page, Page):
        return  # the name of a place, say, may be the same in both languages
    same = sum(len(each.text) for each in ours if (each.path, each.text) in theirs)
    if same * 2 > sum(len(each.text) for each in ours):
        raise Incomplete(
            page,
            _("Most of this page is still in the language of the original. Translate it first."),
        )


def untranslated_in(page, translation):
    """The passages of a page that are its source's words, and nobody's translation."""
    said = {(each.path, each.text): each for each in passages_of(page)}
    rows = (
        StringSegment.objects.filter(source=translation.source)
        .annotate_translation(translation.target_locale)
        .order_by("order")
        .values_list("context__path", "string__data", "translation")
    )
    return [
        said[path, words_of(html)]
        for path, html, text in rows
        if (path, words_of(html)) in said and words_of(text or "") != words_of(html)
    ]


def message_about(passages, model):
    """Which texts are missing, for an editor: how many, and the first few by name."""
    names = [
        _("%(place)s (“%(text)s”)")
        % {"place": label_of(each.place, model), "text": Truncator(each.text).chars(40)}
        for each in passages[:NAMED]
    ]
    if len(passages) > NAMED:
        names.append("…")
    text = ngettext(
        "This translation cannot go live yet: %(count)d text is not translated: %(names)s",
        "This translation cannot go live yet: %(count)d texts are not translated: %(names)s",
        len(passages),
    )
    return text % {"count": len(passages), "names": "; ".join(names)}


def stale_message():
    return _(
        "This draft was made before all of its texts were translated. Publish the page in the "
        "translation editor."
    )


def message_about_machine(number):
    """What an editor reads where a machine's unchecked work was to go live."""
    text = ngettext(
        "A machine translated %(count)d of these texts, and nobody has checked it. Check it first.",
        "A machine translated %(count)d of these texts, and nobody has checked them. "
        "Check them first.",
        number,
    )
    return text % {"count": number}


def _is_scheduled(page):
    return bool(
        page.go_live_at
        and page.go_live_at > timezone.now()
        and page.revisions.filter(approved_go_live_at__isnull=False).exists()
    )


def _call_off(page):
    """Wagtail has written down when the page goes live before it saves it."""
    if not page.live:
        page.revisions.update(approved_go_live_at=None)
