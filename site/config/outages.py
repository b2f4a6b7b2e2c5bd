"""What a visitor or editor is told when the place where files lie does not answer."""

import logging

from botocore.exceptions import BotoCoreError
from django.http import HttpResponse
from django.utils.translation import gettext as _

from stories.library.storage import FilesUnreachable

logger = logging.getLogger(__name__)


class OutagesMiddleware:
    """Answers 503 in plain words. A file is stored before its row, so nothing is half-saved."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if not isinstance(exception, (FilesUnreachable, BotoCoreError)):
            return None
        logger.error("%s %s: %s", request.method, request.path, exception)
        text = _("Files cannot be reached at the moment. Please try again later.")
        response = HttpResponse(text, content_type="text/plain; charset=utf-8", status=503)
        response.headers["Retry-After"] = "60"
        return response
