"""What templates need to show the presentation dicts; nothing here asks the database."""

import re
import unicodedata
from datetime import date, datetime
from functools import lru_cache
from html import escape
from urllib.parse import urlsplit
from zlib import crc32

from django import template
from django.contrib.staticfiles.storage import staticfiles_storage
from django.template.loader import get_template
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.timezone import is_aware, localtime
from django.utils.translation import get_language, get_language_bidi, pgettext
from django.utils.translation import gettext as _

from stories.fonts import font_at_once
from stories.presentation.transcripts import timed
from stories.related.reasons import in_html
from stories.translation.languages import direction, is_known, native_name, translated_name
from stories.translation.lists import names_in_html
from stories.translation.numerals import long_date, numerals
from stories.weave import main_dye, ribbon_svg, weave_svg

register = template.Library()
SECONDS = re.compile(r"[0-9]{1,6}")


@register.inclusion_tag("components/picture.html")
def picture(image, sizes="100vw", css_class="", loading="lazy", decorative=False):
    """An Image in the best format and width for the visitor's screen.

    ``loading="eager"`` is for the lead image; ``decorative`` for one beside words that say it all.
    """
    return {
        "image": image,
        "sizes": sizes,
        "css_class": " ".join(name for name in (css_class, *_focal_classes(image)) if name),
        "eager": loading == "eager",
        "alt": "" if decorative or image.get("decorative") else image.get("alt", ""),
        "sources": [
            {"type": source["type"], "srcset": _srcset(source)}
            for source in image["sources"]
            if source["srcset"] and source["type"] != "image/jpeg"
        ],
        "srcset": next(
            (_srcset(source) for source in image["sources"] if source["type"] == "image/jpeg"), ""
        ),
    }


def _srcset(source):
    return ", ".join(f"{file['url']} {file['width']}w" for file in source["srcset"])


def _focal_classes(image):
    point = image.get("focal_point")
    if not point:
        return ()
    return tuple(f"focal-{axis}-{round(point[axis] * 10) * 10}" for axis in ("x", "y"))


@register.filter
def orientation(image):
    """``"portrait"`` for one clearly taller than wide, ``"landscape"`` for a wide one, or ``"square"``."""
    if image["height"] > image["width"] * 1.1:
        return "portrait"
    return "landscape" if image["width"] > image["height"] * 1.2 else "square"


@register.filter
def opens_with_its_picture(page):
    """Whether the text begins with the very picture that would stand before it."""
    first = next(iter(page["body"]), None)
    if not page["lead_image"] or not first or first["type"] != "image":
        return False
    return first["value"]["image"]["id"] == page["lead_image"]["id"]


@register.simple_tag
def weave(slug, ribbon="", scale="0.45"):
    """The weave of a programme: a piece of cloth, or a ribbon named after its place on the page."""
    slug = slug or "meeting-place"
    return ribbon_svg(slug, ribbon, scale) if ribbon else weave_svg(slug)


@register.filter
def dye(slug):
    """The class that colours a page or a card like its programme's cloth."""
    return f"dye-{main_dye(slug)}" if slug else ""


@register.simple_tag(takes_context=True)
def body(context, blocks):
    """Every block by the template of its type, ``blocks/<type>.html``."""
    shared = {key: context[key] for key in ("locale", "request") if key in context}
    return mark_safe(
        "".join(
            get_template(f"blocks/{block['type']}.html").render(
                {**shared, "value": block["value"], "block_id": block["id"]}
            )
            for block in blocks
        )
    )


@register.simple_tag(takes_context=True)
def block_of(context, block):
    """One block by the template of its type."""
    return body(context, [block])


@register.simple_tag(takes_context=True)
def from_moment(context):
    """``#t=83`` for the recording of this block, where its address asks for it: ``?play=BLOCK&t=83``."""
    query = context["request"].GET if "request" in context else {}
    seconds = query.get("t", "")
    is_asked = query.get("play") and query["play"] == context.get("block_id")
    return f"#t={int(seconds)}" if is_asked and SECONDS.fullmatch(seconds) else ""


@register.simple_tag
def services(warnings, others):
    """Who helps readers: those of the warnings first, then the site's; each once."""
    found = [service for warning in warnings for service in warning["support"]]
    by_name = {}
    for service in [*found, *(others or ())]:
        by_name.setdefault(service["name"], service)
    return list(by_name.values())


@register.simple_tag
def timed_transcript(recording):
    """What the captions of a recording say and when, for `components/timed_transcript.html`, or None."""
    return timed(recording["captions"], get_language()) if recording else None


@register.simple_tag
def served_in(language):
    """`` lang=… dir=…`` for content in another language than the page around it, else nothing."""
    return words_in(language["served"]) if language else ""


@register.simple_tag
def words_in(tag):
    """The same for a title, a name or a word of which only the language is known."""
    return "" if tag == get_language() else in_language(tag)


@register.simple_tag
def options(choices):
    """Choices of a `select`, or what holds their place. There may be hundreds, so they are no template's."""
    if isinstance(choices, str):
        return choices
    language = get_language()
    return mark_safe("".join(_option(each, language) for each in choices))


def _option(choice, language):
    tag = choice["language"]
    begun = _begun(choice["value"], str(choice["title"]), tag if tag != language else "")
    selected = " selected" if choice["selected"] else ""
    count = f" ({numerals(str(choice['count']), language)})" if "count" in choice else ""
    return f"<option{selected}{begun}{count}</option>"


@lru_cache(maxsize=4_000)
def _begun(value, title, tag):
    """An option's value and name; the same in every list, and asked for often."""
    words = in_language(tag) if tag else ""
    # Python's own `escape` is the one that Django has wrapped for texts that are lazy or safe.
    return f' value="{escape(value)}"{words}>{escape(title)}'


@register.simple_tag
def reason(why):
    """Why a page leads on to another, with the name of what they share in its own language."""
    return in_html(why, words_in)


@register.simple_tag
def in_language(tag, text_direction=None):
    """`` lang=… dir=…`` of a text; nothing where its language is not known."""
    if not tag:
        return ""
    return format_html(' lang="{}" dir="{}"', tag, text_direction or _direction(tag))


@register.simple_tag
def one_stylesheet():
    """The address of one file with all style sheets, where static files have been collected into one."""
    collected = getattr(staticfiles_storage, "one_stylesheet", None)
    return collected() if collected else ""


@register.simple_tag
def readers_font():
    """The font file, below ``static/``, that a page in the reader's language asks for at once, or ""."""
    file = font_at_once(get_language())
    return f"fonts/{file}" if file else ""


@register.simple_tag
def in_readers_language():
    """`` lang=… dir=…`` for our own words inside content that may be in another language."""
    return in_language(get_language(), "rtl" if get_language_bidi() else "ltr")


def _direction(tag):
    return direction(tag) if is_known(tag) else "auto"


@register.filter
def language_name(tag):
    """A language's name in the reader's language, or its tag where nobody knows a name."""
    return translated_name(tag) if is_known(tag) else tag


@register.filter
def language_names(tags):
    """The names of several."""
    return [language_name(tag) for tag in tags]


@register.filter
def own_name(tag):
    """A language's name in that language."""
    return native_name(tag) if is_known(tag) else tag


@register.filter
def as_date(value):
    """The date or time in an ISO string, for the ``date`` filter; None where there is none."""
    if isinstance(value, str):
        value = (parse_date(value) if len(value) == 10 else None) or parse_datetime(value)
    if isinstance(value, datetime) and is_aware(value):
        return localtime(value)
    return value if isinstance(value, date) else None


@register.filter
def in_words(date):
    """A date as the reader writes it: "9 March 2024", "৯ মার্চ, ২০২৪"."""
    return long_date(date, get_language()) if date else ""


@register.filter
def in_numerals(text):
    """A number, or a text with numbers in it, in the reader's own digits."""
    return numerals(str(text), get_language())


@register.filter
def in_two_scripts(name):
    """A name with the same in brackets: "سلمى (Salma)" keeps its order when it wraps."""
    first, bracket, second = name.partition(" (")
    if not bracket or not second.endswith(")"):
        return format_html("<bdi>{}</bdi>", name)
    return format_html("<bdi>{}</bdi> <bdi>({})</bdi>", first, second[:-1])


@register.filter
def in_a_list(names):
    """Names as the reader lists them, each on its own against the direction of what is around it."""
    return names_in_html(names, get_language())


@register.filter
def duration(seconds):
    """Seconds as a player shows them: ``4:05``, ``1:02:09``."""
    minutes, seconds = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return in_numerals(f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}")


@register.filter
def plain_seconds(seconds):
    """Seconds as addresses and scripts write them, in whatever language the page is: ``83.5``."""
    return f"{seconds:.3f}".rstrip("0").rstrip(".")


@register.filter
def host(url):
    """The name of the site that an address is on: ``museum.example``."""
    return (urlsplit(url).hostname or url).removeprefix("www.")


@register.filter
def at(items, place):
    """What stands at a place of a list."""
    return items[place]


@register.filter
def unbroken(text):
    """The text with spaces at which no line breaks: a telephone number stays in one piece."""
    return text.replace(" ", "\N{NO-BREAK SPACE}")


@register.filter
def type_name(page_type):
    """What a page is, in one word of the reader's language."""
    return {
        "programme": pgettext("type of page", "Programme"),
        "project": pgettext("type of page", "Project"),
        "story": pgettext("type of page", "Story"),
    }.get(page_type, pgettext("type of page", "Page"))


@register.filter
def subject_name(kind):
    """What pages are gathered by, in one word of the reader's language."""
    return {
        "theme": _("Theme"),
        "community": _("Community"),
        "place": _("Place"),
        "partner": _("Partner organisation"),
        "object": _("Collection object"),
        "contributor": _("Contributor"),
    }[kind]


@register.filter
def other_name(subject):
    """One of a subject's names in other scripts, so that many are seen on a list; or None."""
    own = _script(subject["title"])
    names = [name for name in subject["names"] if _script(name["title"]) != own]
    return names[crc32(subject["slug"].encode()) % len(names)] if names else None


def _script(words):
    """The script of the first letter, as Unicode names it: ``"LATIN"``, ``"ARABIC"``."""
    letter = next((each for each in words if each.isalpha()), "")
    return unicodedata.name(letter, "").partition(" ")[0] if letter else ""
