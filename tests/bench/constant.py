"""The floor: Django without anything of ours, with one view that answers from constants.

Each address of the site that is measured is answered as the site itself does, headers and all, from memory.
"""

import json
from urllib.parse import unquote

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import re_path

from tests.bench.folders import made

settings.configure(
    SECRET_KEY="none", ALLOWED_HOSTS=["127.0.0.1"], ROOT_URLCONF=__name__, MIDDLEWARE=[]
)


def _kept(file):
    found = json.loads(file.read_text())
    # As a web server takes a path apart.
    path, _, query = found["path"].partition("?")
    asked = unquote(path), query, found["is_known"]
    return asked, (found["status"], found["headers"], file.with_suffix(".body").read_bytes())


ANSWERS = dict(map(_kept, made("answers").glob("*.json")))


def constant(request):
    asked = request.path_info, request.META["QUERY_STRING"], "HTTP_IF_NONE_MATCH" in request.META
    status, headers, body = ANSWERS[asked]
    return HttpResponse(body, status=status, headers=headers)


urlpatterns = [re_path("", constant)]
application = get_wsgi_application()
