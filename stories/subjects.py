"""What pages are gathered by: words of the vocabulary, partners, objects and people, each with a page."""

from django.utils.translation import gettext_lazy as _

# The part of the address below a language's home page, by the name that the API gives the kind.
FOLDERS = {
    "theme": "themes",
    "community": "communities",
    "place": "places",
    "partner": "partners",
    "object": "objects",
    "contributor": "contributors",
}
TITLES = {
    "theme": _("Themes"),
    "community": _("Communities"),
    "place": _("Places"),
    "partner": _("Partner organisations"),
    "object": _("Collection objects"),
    "contributor": _("Contributors"),
}
# The API's name of a kind, where it is another one.
API_TYPES = {"object": "collection_object"}


def subject_url(kind, slug, language, base=""):
    """Where a subject's page is for a reader of a language."""
    return f"{base}/{language}/{FOLDERS[kind]}/{slug}/"


def index_url(kind, language, base=""):
    return f"{base}/{language}/{FOLDERS[kind]}/"


def timeline_url(language, base=""):
    """Where stories are by the time that they tell of."""
    return f"{base}/{language}/timeline/"


def subject_ref(kind, word, language, base=""):
    """The contract's Ref of a subject, a `word` as `Vocabulary.word` gives it, and None of none."""
    return word and {
        "id": word["id"],
        "type": API_TYPES.get(kind, kind),
        "title": word["title"],
        "slug": word["slug"],
        "url": subject_url(kind, word["slug"], language, base),
        "language": word["language"],
    }
