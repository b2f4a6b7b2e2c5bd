"""Whether somebody who is credited has a page of their own, and which."""

import re

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

OWN_PAGE = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*$")


class OwnPageBlock(blocks.RegexBlock):
    """The word in the address of a contributor's page; empty, as a rule: then there is none.

    It is no text to translate: translations have the original's.
    """

    def __init__(self, **kwargs):
        super().__init__(**{
            "regex": OWN_PAGE,
            "max_length": 80,
            "help_text": _(
                "Only if they have agreed to a page that gathers what they are credited for: a word "
                "such as “rahima-b”, the same in each credit that belongs there, and nobody else's."
            ),
            "error_messages": {
                "invalid": _("Small letters a to z, digits and hyphens: “rahima-b”."),
            },
            **kwargs,
        })  # fmt: skip

    def get_translatable_segments(self, value):
        return []

    def restore_translated_segments(self, value, segments):
        return value
