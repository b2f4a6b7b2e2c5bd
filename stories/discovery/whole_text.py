"""The text of a story for feed readers, who show it far from our style sheets and our own pages."""

import re

import nh3
from django.template.loader import render_to_string, select_template
from django.utils.safestring import mark_safe

from .covered import is_covered

TAGS = {
    "a", "audio", "b", "bdi", "blockquote", "br", "code", "div", "em", "figcaption", "figure", "h2", "h3",
    "h4", "hr", "i", "img", "li", "ol", "p", "span", "strong", "sub", "sup", "ul", "video",
}  # fmt: skip
ATTRIBUTES = {
    "*": {"lang", "dir"},
    "a": {"href"},
    "audio": {"controls", "src"},
    "img": {"src", "alt", "width", "height"},
    "video": {"controls", "src", "poster"},
}
GAP = re.compile(r"\s*\n\s*")  # of what was left out
SCHEMES = {"http", "https", "mailto", "tel"}


def whole_text(story):
    """What the page of a story shows as its text, as HTML that needs nothing around it, in the active
    language; of one with a content warning its summary and the warning.

    `story` is a Detail. Whatever is more than words, pictures, recordings and links is left out, and every
    address is absolute.
    """
    blocks = [] if is_covered(story) else map(_block, story["body"])
    html = render_to_string("feeds/story.html", {"story": story, "blocks": list(blocks)})
    clean = nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        url_relative=("rewrite_with_base", story["url"]),
        link_rel=None,
    )
    return GAP.sub("\n", clean).strip()


def _block(block):
    """A block as feeds have it, or else as pages do."""
    kind = block["type"]
    template = select_template([f"feeds/{kind}.html", f"blocks/{kind}.html"])
    return mark_safe(template.render({"value": block["value"], "block_id": block["id"]}))
