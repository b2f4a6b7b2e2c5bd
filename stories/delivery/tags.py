"""What an answer shows, in short words: on answers as ``Cache-Tag``, in the log as what a change touches.

An answer is as good as new as long as no change after it touches one of its tags.
"""

from uuid import UUID

SITE = "site"  # languages and what stands in for them: in every answer
WORDS = "words"  # any word of the vocabulary
EVERYTHING = "all"  # touched by every change: for an answer that shows too much to name it

# Of each identity so much that two of 100,000 rarely share it; if they do, an answer is made anew for
# nothing. A list of 100 cards then stays within the 8 kB that Varnish and nginx take a header to be.
LENGTH = 10


def page(key):
    """A page in all its languages, by its translation key; also what a card shows of it."""
    return f"p-{short(key)}"


def link(key):
    """What a link shows of a page: whether there is one, its address and its title."""
    return f"l-{short(key)}"


def below(key):
    """Whatever belongs to a project or programme, or has to do with a word, an object or a person."""
    return f"in-{short(key)}"


def near(key):
    """Which pages a page leads on to, beside those that editors chose."""
    return f"n-{short(key)}"


def place(path):
    """What lies at a place of the page tree."""
    return f"at-{path}"


def listed(kind):
    """Every list of pages of a type: ``list-story``."""
    return f"list-{kind}"


def is_broad(tag):
    """Whether a tag is touched by so much that what has it is never true for long."""
    return tag in (WORDS, EVERYTHING) or tag.startswith("list-")


def word(key):
    return f"w-{short(key)}"


def collection_object(key):
    return f"o-{short(key)}"


def image(key):
    return f"i-{key}"


def recording(key):
    return f"r-{key}"


def document(key):
    return f"d-{key}"


def short(key):
    return (key if isinstance(key, UUID) else UUID(key)).hex[:LENGTH]
