"""What changed in the original since a translation was made, as its translator wants to see it."""

from dataclasses import dataclass

from wagtail_localize.models import StringTranslation

from .aligning import counterparts, counterparts_by_block
from .basis import Basis, shown_passages
from .comparing import changes_since
from .differences import marked
from .family import source_of, translation_of
from .passages import label_of, passages_of, words_of


@dataclass(frozen=True)
class ShownChange:
    """One passage. `old` and `new` are safe HTML with the differences marked, "" where there is none.

    `translation` is what the live page says for the old text; `waiting` what has been translated of the
    new one and is not live yet.
    """

    label: str
    old: str
    new: str
    translation: str
    waiting: str


def changes_of(page):
    """``(the page that it is translated from, [ShownChange])``; None for the page where there is none."""
    basis, source = Basis.of(page), source_of(page)
    if source is None or basis.source is None:
        return source, []
    changes, _left_out = changes_since(basis, shown_passages(source))
    if not changes:
        return source, []
    translation = translation_of(page)
    ours = basis.published or passages_of(page)
    by_block = counterparts_by_block if translation else counterparts
    theirs = by_block(basis.source, ours)
    waiting = _translated(translation) if translation else {}
    return source, [_shown(each, theirs, waiting, type(page)) for each in changes]


def _shown(change, theirs, waiting, model):
    old, new = change.old, change.new
    if old and new:
        before, after = old.text, new.text
        if before == after:  # only the markup differs
            before, after = old.html, new.html
        before, after = marked(before, after)
    else:
        before, after = old.text if old else "", new.text if new else ""
    return ShownChange(
        label=label_of(change.passage.place, model),
        old=before,
        new=after,
        translation=theirs[old].text if old in theirs else "",
        waiting=words_of(waiting.get((new.path, new.html), "")) if new else "",
    )


def _translated(translation):
    """What has been translated of a source: ``{(path, html): translation}``."""
    rows = StringTranslation.objects.filter(
        context__object_id=translation.source.object_id,
        locale_id=translation.target_locale_id,
        translation_of__locale_id=translation.source.locale_id,
        has_error=False,
    ).values_list("context__path", "translation_of__data", "data")
    return {(path, html): text for path, html, text in rows}
