"""The floor: Django without anything of ours, with one view that answers from constants.

``/detail/17`` is answered with the site's own answer of that kind, headers and all, from memory.
"""

import json

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import path

from tests.bench.folders import made

settings.configure(
    SECRET_KEY="none", ALLOWED_HOSTS=["127.0.0.1"], ROOT_URLCONF=__name__, MIDDLEWARE=[]
)


def _kept(file):
    found = json.loads(file.read_text())
    return found["status"], found["headers"], file.with_suffix(".body").read_bytes()


ANSWERS = {file.stem: _kept(file) for file in made("answers").glob("*.json")}


def constant(request, kind, number):
    status, headers, body = ANSWERS[kind]
    return HttpResponse(body, status=status, headers=headers)


urlpatterns = [path("<kind>/<int:number>", constant)]
application = get_wsgi_application()
