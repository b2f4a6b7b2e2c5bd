"""What a translation that comes from outside may not do to a text."""

import re
import unicodedata
from collections import Counter

from bs4 import BeautifulSoup
from bs4.element import PreformattedString, Tag
from django.utils.translation import gettext as _
from wagtail_localize.strings import StringValue

LONGEST = 50_000  # characters of one text
MOST_TAGS = 500  # that a text may have beyond those of its original
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|\{\{?\s*\w+\s*\}?\}|(?<!\S)%[sd](?!\w)")
OVERRIDES = "\u202d\u202e"  # they make a text read as something that it does not say


class Refused(ValueError):
    """Why a translation is not taken."""


def check_size(source, target):
    """Raises Refused for what would take long only to look at. Comes before all else."""
    if len(target) > LONGEST:
        raise Refused(_("The translation is longer than any text may be."))
    if target.count("<") > source.count("<") + MOST_TAGS:
        raise Refused(_("It has more markup than any text may have."))


def checked(source, target, longest=None):
    """The translation as it is kept; raises Refused. `longest`: of its words, where the field says so."""
    check_size(source, target)
    if bad := [each for each in target if _is_control(each)]:
        raise Refused(_("It has a control character (U+%(code)04X).") % {"code": ord(bad[0])})
    if any(each in target and each not in source for each in OVERRIDES):
        raise Refused(_("It has characters that reverse the direction of the text."))
    before, after = BeautifulSoup(source, "html.parser"), BeautifulSoup(target, "html.parser")
    if after.find(string=lambda text: isinstance(text, PreformattedString)):
        raise Refused(_("It has a comment or a declaration in it."))
    try:
        value = StringValue.from_translated_html(target)
    except ValueError as error:
        raise Refused(str(error)) from None
    except RecursionError:
        raise Refused(_("It has more markup than any text may have.")) from None
    _compare_links(before, after)
    _compare_tags(before, after)
    words = value.render_text()
    _compare_placeholders(StringValue(source).render_text(), words)
    if not words.strip():
        raise Refused(_("It has no words."))
    if longest and len(words) > longest:
        raise Refused(
            _("It is %(length)d characters long; %(longest)d are allowed.")
            % {"length": len(words), "longest": longest}
        )
    return value.data


def normal(html):
    """A text in the one spelling that HTML's escapes have here."""
    return str(BeautifulSoup(html, "html.parser"))


def _is_control(character):
    return unicodedata.category(character) in ("Cc", "Cs") and character not in "\n\t"


def _compare_links(before, after):
    ours, theirs = _links(before), _links(after)
    if lost := ours - theirs:
        raise Refused(_("The link %(link)s is missing.") % {"link": _listed(lost)})
    if added := theirs - ours:
        raise Refused(_("The link %(link)s is not in the original.") % {"link": _listed(added)})


def _links(soup):
    return Counter(f'<a id="{each["id"]}">' if each.get("id") else "<a>" for each in soup("a"))


def _compare_tags(before, after):
    ours, theirs = _tags(before), _tags(after)
    if ours["<br>"]:
        ours["<br>"] = theirs["<br>"] = 0  # lines may be broken elsewhere, or nowhere
    if lost := ours - theirs:
        raise Refused(_("The markup %(tags)s is missing.") % {"tags": _listed(lost)})
    if added := theirs - ours:
        raise Refused(_("The markup %(tags)s is not in the original.") % {"tags": _listed(added)})


def _tags(soup):
    return Counter(
        f"<{each.name}>" for each in soup.descendants if isinstance(each, Tag) and each.name != "a"
    )


def _compare_placeholders(before, after):
    ours, theirs = Counter(PLACEHOLDER.findall(before)), Counter(PLACEHOLDER.findall(after))
    if lost := ours - theirs:
        raise Refused(_("The placeholder %(name)s is missing.") % {"name": _listed(lost)})
    if added := theirs - ours:
        raise Refused(
            _("The placeholder %(name)s is not in the original.") % {"name": _listed(added)}
        )


def _listed(counter):
    return ", ".join(sorted(counter.elements()))
