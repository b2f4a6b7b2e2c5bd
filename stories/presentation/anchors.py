"""The places on a page that an address can point to (``#the-river``), each named once."""

from stories.slugs import ascii_slug, free_slug

# What templates call their own places.
OF_TEMPLATES = {
    "content",
    "contributors",
    "credits",
    "objects",
    "programmes",
    "projects",
    "related",
    "stories",
    "take-part",
    "translations",
    "warnings",
}


class Anchors:
    def __init__(self):
        self._taken = set(OF_TEMPLATES)

    def named(self, words):
        """A place's name, made of its heading: "The river" gives ``the-river``, a second ``the-river-2``."""
        name = free_slug(ascii_slug(words) or "section", self._taken.__contains__)
        self._taken.add(name)
        return name
