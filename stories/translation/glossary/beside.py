"""The glossary's terms of each text, as the translation editor shows them beside it."""

from ..passages import words_of
from .checking import rows_of
from .finding import occurs, terms_for


def terms_beside(translation):
    """``{text as HTML: [{"term", "wanted", "keep", "note"}]}``, only of texts that have a term."""
    terms = terms_for(translation.source.locale_id, translation.target_locale_id)
    found = {}
    for _path, html, _translation in rows_of(translation) if terms else []:
        words = words_of(html)
        if here := [_shape(each) for each in terms if occurs(each.term, words)]:
            found[html] = here
    return found


def _shape(term):
    return {"term": term.term, "wanted": term.wanted, "keep": term.keep, "note": term.note}
