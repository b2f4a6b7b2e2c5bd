"""Two texts side by side, with what was taken out of the one and put into the other marked."""

import re
from difflib import SequenceMatcher

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

# Scripts that put no spaces between words: Thai to Lao, Burmese, Khmer, Japanese and Chinese. There,
# a character is the smallest thing that can differ, with the vowel signs and tone marks upon it.
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
MARKS = "\u0e31-\u0e3a\u0e47-\u0e4e\u0eb1-\u0ebc\u0ec8-\u0ece\u102b-\u103e\u17b4-\u17d3"
PIECES = re.compile(rf"[{UNSPACED}][{MARKS}]*|\s+|[^\s{UNSPACED}]+")


def pieces(text):
    """What of a text can differ: its words and the spaces between them."""
    return PIECES.findall(text)


def marked(old, new):
    """``(old, new)`` as safe HTML: what is gone from the old in ``<del>``, what the new adds in ``<ins>``."""
    before, after = pieces(old), pieces(new)
    gone, come = [], []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        left, right = "".join(before[a:b]), "".join(after[c:d])
        gone.append(conditional_escape(left) if kind == "equal" else _mark("del", left))
        come.append(conditional_escape(right) if kind == "equal" else _mark("ins", right))
    return mark_safe("".join(gone)), mark_safe("".join(come))


def _mark(tag, text):
    if not text.strip():
        return conditional_escape(text)
    spoken = _("[removed:") if tag == "del" else _("[added:")
    return format_html(
        '<{0}><span class="w-sr-only">{1} </span>{2}<span class="w-sr-only">]</span></{0}>',
        tag,
        spoken,
        text,
    )
