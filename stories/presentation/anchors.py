"""The places on a page that an address can point to (``#the-river``), each named once."""

from stories.slugs import free_slug

# What templates call their own places.
OF_TEMPLATES = {
    "compliance",
    "contact",
    "content",
    "contributors",
    "credits",
    "enforcement",
    "improving",
    "issues",
    "keep",
    "lost-words",
    "objects",
    "preparation",
    "programmes",
    "projects",
    "related",
    "search-words",
    "side-by-side",
    "site-search",
    "stories",
    "take-part",
    "threads",
    "translations",
    "voices",
    "warnings",
}


def name_anchors(blocks):
    """Gives each heading of a body a name that no other place on the page has: ``the-river-2``."""
    taken = set(OF_TEMPLATES)
    for block in blocks:
        if block["type"] == "heading":
            name = free_slug(block["value"]["anchor"], taken.__contains__)
            block["value"]["anchor"] = name
            taken.add(name)
    return blocks
