"""A page beside another of its languages, passage by passage."""

from difflib import SequenceMatcher

from stories.delivery.door import public_pages
from stories.translation.languages import direction, is_known


def version_beside(page, tag):
    """The public version of a page in another language, whole, or None."""
    if not tag or not is_known(tag) or tag == page.locale.language_code:
        return None
    versions = type(page).objects.filter(
        translation_key=page.translation_key, locale__language_code=tag
    )
    return public_pages(versions).select_related("locale").first()


def paired(own, other):
    """The blocks of two bodies side by side, ``[{"own", "other"}]``, None where one has no partner.

    Translations have the same kinds of block in the same order, as a rule; where one has more, its kinds
    are aligned as a comparison of texts aligns lines.
    """
    pairs = []
    matcher = SequenceMatcher(
        None, [b["type"] for b in own], [b["type"] for b in other], autojunk=False
    )
    for _kind, own_from, own_to, other_from, other_to in matcher.get_opcodes():
        for step in range(max(own_to - own_from, other_to - other_from)):
            mine, theirs = own_from + step, other_from + step
            pairs.append({
                "own": own[mine] if mine < own_to else None,
                "other": other[theirs] if theirs < other_to else None,
            })  # fmt: skip
    return pairs


def beside_shape(page, own, other):
    """``{"language", "dir", "title", "pairs"}`` of the version that stands beside a page's own body."""
    for block in other:
        if block["type"] == "heading":
            block["value"]["anchor"] = ""  # a place on a page is named once
    tag = page.locale.language_code
    return {
        "language": tag,
        "dir": direction(tag),
        "title": page.title,
        "pairs": paired(own, other),
    }
