"""A LibreTranslate server, asked so that whatever it answers does no harm."""

import logging

import requests
from django.utils.translation import gettext as _
from wagtail_localize.machine_translators.libretranslate import LibreTranslator
from wagtail_localize.strings import StringValue

from ..exchange.checks import Refused, checked

logger = logging.getLogger("stories.translation")

AT_ONCE = 25  # texts in one request


class Unavailable(Exception):
    """The server did not translate. The message is for a translator."""


class Translator(LibreTranslator):
    """wagtail-localize's, in portions, with clear errors; what lost a link or its markup is not taken."""

    def translate(self, source_locale, target_locale, strings):
        strings, found = list(strings), {}
        for start in range(0, len(strings), AT_ONCE):
            part = strings[start : start + AT_ONCE]
            found |= self._asked(source_locale, target_locale, part)
        return {string: self._kept(string, text) for string, text in found.items()}

    def _asked(self, source_locale, target_locale, strings):
        try:
            return super().translate(source_locale, target_locale, strings)
        except requests.Timeout as error:
            raise Unavailable(_("The translation server did not answer in time.")) from error
        except requests.HTTPError as error:
            raise Unavailable(_said(error.response)) from error
        except requests.ConnectionError as error:
            raise Unavailable(_("The translation server cannot be reached.")) from error
        except (requests.RequestException, KeyError, TypeError, ValueError) as error:
            logger.warning("LibreTranslate's answer cannot be used: %r", error)
            raise Unavailable(_("The translation server's answer cannot be understood.")) from error

    def _kept(self, string, value):
        try:
            return StringValue(checked(string.data, str(value.data)))
        except Refused as refused:
            logger.info("A machine translation was not taken: %s", refused)
            return None


def _said(response):
    try:
        reason = str(response.json()["error"])[:200]
    except (KeyError, TypeError, ValueError):
        reason = str(response.status_code)
    return _("The translation server refused: %(reason)s") % {"reason": reason}
