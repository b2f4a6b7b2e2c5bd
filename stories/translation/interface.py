"""The language that the site itself speaks to a reader: its headings, notices, dates and numbers."""

from functools import cache

from django.conf import settings


@cache
def interface_language(tag):
    """The language of the interface for a reader of a language.

    Their own, where the interface is translated into it; else the nearest that it is in: ``pt`` for
    ``pt-br``, or the site's default language, or English. What is on a page so never claims to be
    in a language that it is not in.
    """
    nearest = (tag, tag.partition("-")[0], settings.LANGUAGE_CODE)
    return next((each for each in nearest if each in settings.INTERFACE_LANGUAGES), "en")
