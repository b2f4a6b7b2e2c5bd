"""What a page's head tells machines: linked data, its language and its picture as other sites want them."""

import json

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from stories.discovery.feeds import PATHS
from stories.discovery.linked_data import Around, linked_data
from stories.discovery.territories import og_locale
from stories.library.shapes import absolute_base
from stories.weave_picture import OWN, SIZE

register = template.Library()
# Nothing in it can end the element that it stands in.
ESCAPED = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


@register.simple_tag(takes_context=True)
def page_as_linked_data(context):
    """The page in schema.org's words, as a data block: no browser executes it."""
    around = Around(
        absolute_base(),
        context["locale"]["code"],
        str(context["site_name"]),
        str(context["organisation"]),
    )
    written = json.dumps(linked_data(context["page"], around), ensure_ascii=False)
    return format_html(
        '<script type="application/ld+json">{}</script>', mark_safe(written.translate(ESCAPED))
    )


@register.simple_tag
def shared_image(page):
    """The picture of the page on other sites: its own, or else the weave of its programme."""
    if shared := page["seo"].get("shared_image"):
        return shared
    width, height = SIZE
    # Only pages of the tree have a weave that others may ask for.
    slug = page["weave"] if "published_at" in page else OWN
    path = reverse("weave", args=[slug])
    return {"url": f"{settings.BASE_URL}{path}", "width": width, "height": height, "alt": ""}


@register.filter
def in_territory(tag):
    """A language as Open Graph names it: ``bn_BD``."""
    return og_locale(tag)


@register.simple_tag
def feed_address(form, language):
    return f"{absolute_base()}/{language}/{PATHS[form]}"
