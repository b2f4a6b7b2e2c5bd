"""Public files, from the site's own address."""

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404


def media(request, name):
    if not default_storage.exists(name):
        raise Http404
    return FileResponse(default_storage.open(name))
