"""What the site knows of a language without asking the database: its names and its direction."""

from functools import lru_cache

from django.conf import settings
from django.utils.translation import get_language, get_language_info, gettext_noop
from django.utils.translation import gettext as _

# Django's own catalogues name most languages, but not in Somali, and not Somali.
gettext_noop("Arabic")
gettext_noop("Bengali")
gettext_noop("English")
gettext_noop("French")
gettext_noop("Polish")
gettext_noop("Simplified Chinese")
gettext_noop("Somali")
gettext_noop("Spanish")
gettext_noop("Urdu")


def language_choices():
    """Every language that content may be in, as ``[(tag, name)]``, names in the active language."""
    return list(_choices(get_language()))


@lru_cache(maxsize=64)
def _choices(_active):
    # Blocks ask for their choices whenever they are read, and there are more than 100 languages.
    return [(tag, _(name)) for tag, name in settings.WAGTAIL_CONTENT_LANGUAGES]


def direction(tag):
    """``"rtl"`` or ``"ltr"``, the direction in which a language is written."""
    return "rtl" if _known(tag)["bidi"] else "ltr"


def native_name(tag):
    """A language's name in that language: "বাংলা" for ``bn``."""
    return _known(tag)["name_local"]


def translated_name(tag):
    """A language's name in the reader's language: "bengalski" for ``bn`` read in Polish."""
    return _(_known(tag)["name"])


def _known(tag):
    """What is known of a language; of one that has left the catalogue while pages are in it, its tag."""
    try:
        return get_language_info(tag)
    except KeyError:
        return {"bidi": False, "name": tag, "name_local": tag}


def is_known(tag):
    return tag in dict(settings.WAGTAIL_CONTENT_LANGUAGES)
