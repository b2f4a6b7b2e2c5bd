"""A page in HTML, as it is finished when it is published."""

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.utils.translation import override

from stories.presentation.documents import page_of
from stories.translation.interface import interface_language


def markup(row, reader):
    """The page as a visitor gets it who asks for its address and for nothing else, but for what stands around
    it (`home.around`).
    """
    request = HttpRequest()
    request.method, request.path = "GET", row.address(row.language)
    request.path_info = request.path
    request.LANGUAGE_CODE, request.user = row.language, AnonymousUser()
    request.reader, request.is_finished_later = reader, True
    reader.query = request.GET
    with override(interface_language(row.language)):
        response = page_of(row).serve(request).render()
    return response.content, response.context_data["page"]
