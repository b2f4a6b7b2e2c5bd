"""The language that a visitor would rather read, of those that the site is in."""

from django.conf import settings
from django.utils.translation import get_supported_language_variant
from django.utils.translation.trans_real import parse_accept_lang_header


def preferred_language(request, languages):
    """What the cookie says, else the first of the browser's that the site has, else the default."""
    accepted = parse_accept_lang_header(request.headers.get("Accept-Language", ""))
    for asked in (request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, ""), *dict(accepted)):
        for tag in (asked.lower(), _variant(asked), asked.lower().partition("-")[0]):
            if tag in languages:
                return tag
    return settings.LANGUAGE_CODE


def _variant(asked):
    """The known language nearest to a tag: ``zh-hans`` for ``zh-cn``; None where there is none."""
    try:
        return get_supported_language_variant(asked)
    except LookupError:
        return None
