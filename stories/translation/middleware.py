"""The language of a request: that of the address, and never another one."""

from django.conf import settings
from django.utils import translation

from .interface import interface_language


class LanguageMiddleware:
    """Activates the language that the address begins with, so that one address is always one language.

    Addresses are found in that language; then the site speaks the nearest one that its interface is in.
    The admin follows its user, and before they have signed in their browser. Everything else (the API,
    files) is in the default language. Django's own LocaleMiddleware would redirect an API's 404 to a
    page, vary every answer by a header, and know only languages whose interface has been translated.
    """

    def __init__(self, get_response):
        self.get_response = get_response
        self.known = {tag for tag, _name in settings.LANGUAGES}

    def __call__(self, request):
        first = request.path_info.lstrip("/").partition("/")[0]
        if first in self.known:
            language = first
        elif first == "admin":
            language = translation.get_language_from_request(request)
        else:
            language = settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
            if first in self.known:
                response.headers.setdefault("Content-Language", language)
            return response

    def process_view(self, request, view, args, kwargs):
        if request.path_info.lstrip("/").partition("/")[0] in self.known:
            translation.activate(interface_language(request.LANGUAGE_CODE))
