"""Markup that is the same each time but in a few places."""

import re
import secrets

from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe

TOKEN = secrets.token_hex(16)  # so that no text can be taken for a hole
HOLE = re.compile(f"{TOKEN}-(.+?)-{TOKEN}")


def hole(name):
    """What a template is given in place of what is different each time."""
    return f"{TOKEN}-{name}-{TOKEN}"


class Frame:
    """What a template has made of `hole`s and the rest."""

    def __init__(self, markup):
        self._parts = HOLE.split(markup)

    def filled(self, values):
        """The markup with a text in each hole, by its name; what is not safe HTML is escaped."""
        parts = self._parts.copy()
        for place in range(1, len(parts), 2):
            parts[place] = conditional_escape(values[parts[place]])
        return mark_safe("".join(parts))
