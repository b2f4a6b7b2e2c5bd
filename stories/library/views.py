"""Public files, from the site's own address, after the one door has been asked."""

import mimetypes
import re

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponse
from django.views.decorators.http import require_safe
from wagtail.images import get_image_model
from wagtailmedia.models import get_media_model

from stories.delivery.door import shown_files

RANGE = re.compile(r"bytes=(\d*)-(\d*)$")
PIECE = 64 * 1024
# A file never changes under its name: a new version is a new file.
FOREVER = "public, max-age=31536000, immutable"


@require_safe
def media(request, name):
    """A picture's rendition, a picture or a recording; 404 for what may not be public.

    Editors, who are signed in, also see what is not public yet. One range of bytes may be asked for, so
    that players can seek.
    """
    public = is_public(name)
    if not public and not is_editor(request):
        raise Http404
    try:
        file = default_storage.open(name)
    except (FileNotFoundError, IsADirectoryError) as error:
        raise Http404 from error
    content_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
    response = _piece(request, file, content_type) or FileResponse(file, content_type=content_type)
    response["Accept-Ranges"] = "bytes"
    response["Cache-Control"] = FOREVER if public else "private, no-store"
    response["Content-Disposition"] = "inline"
    return response


def is_public(name):
    """Whether the file of that name may be seen by anybody."""
    images, recordings = get_image_model().objects, get_media_model().objects
    if name.startswith("images/"):
        return shown_files(images.filter(renditions__file=name)).exists()
    if name.startswith("original_images/"):
        return shown_files(images.filter(file=name)).exists()
    return shown_files(recordings.filter(file=name)).exists()


def is_editor(request):
    return request.user.is_authenticated and request.user.has_perm("wagtailadmin.access_admin")


def _piece(request, file, content_type):
    """The part of a file that a Range header asks for, or None for the whole."""
    asked = RANGE.match(request.headers.get("Range", ""))
    if not asked or asked.groups() == ("", ""):
        return None
    size = file.size
    first, last = asked.groups()
    start = int(first) if first else max(0, size - int(last))
    end = min(int(last), size - 1) if first and last else size - 1
    if start > end:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    file.seek(start)
    response = FileResponse(_read(file, end - start + 1), status=206, content_type=content_type)
    response["Content-Range"] = f"bytes {start}-{end}/{size}"
    response["Content-Length"] = str(end - start + 1)
    return response


def _read(file, length):
    with file:
        while length > 0 and (piece := file.read(min(PIECE, length))):
            length -= len(piece)
            yield piece
