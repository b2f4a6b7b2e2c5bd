"""What stands around every page and is the same on many: the menus, the foot of the page.

A page that is finished when it is published keeps a place for each, which is filled when it is read.
"""

from django.template.loader import get_template
from django.utils.safestring import mark_safe

from stories.delivery.memory import memory

from .chrome import chrome, reader_of

PARTS = ("components/site_navigation.html", "components/site_footer.html")


def place(part):
    """What keeps the place of a part; no text of an editor's gets into a page with such a comment."""
    return f"<!--around {part}-->"


def filled(markup, request, url):
    """A finished page with all that stands around it, for a request for it at its address."""
    for part in PARTS:
        markup = markup.replace(place(part).encode(), around(part, request, url).encode())
    return markup


def around(part, request, url):
    """A part as the page with that `url` shows it. Pages in one place of the menu share it."""
    shown = chrome(request)
    reader = reader_of(request)
    entries = tuple(
        (entry["current"], entry["current"] and entry["url"] == url)
        for entry in shown["navigation"]["main"]
    )
    context = {**shown, "page": {"url": url}, "locale": reader.languages.shape(reader.language)}
    asked = ("around", part, reader.language, reader.fallback, entries)
    return memory.get(asked, lambda: mark_safe(get_template(part).render(context)))
