"""Public files, from the site's own address, after the one door has been asked."""

import hashlib
import mimetypes
import re

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponse
from django.views.decorators.http import require_safe
from wagtail.images import get_image_model
from wagtailmedia.models import get_media_model

from stories.delivery.door import shown_files
from stories.delivery.shown_by import tags_of_shown
from stories.delivery.uses import file_tag
from stories.delivery.validators import give_tags, is_known, lasting

RANGE = re.compile(r"bytes=(\d*)-(\d*)$")
PIECE = 64 * 1024
# A file never changes under its name: a new version is a new file. But it may be taken back: who keeps
# it for others asks again after five minutes.
FOREVER = "public, max-age=31536000, s-maxage=300, immutable"


@require_safe
def media(request, name):
    """A picture's rendition, a picture or a recording; 404 for what may not be public.

    Editors, who are signed in, also see what is not public yet. One range of bytes may be asked for, so
    that players can seek.
    """
    public = public_tag(name)
    if not public and not is_editor(request):
        raise Http404
    entity = f'"{hashlib.sha256(name.encode()).hexdigest()[:32]}"'
    if public and is_known(request.headers.get("If-None-Match"), entity):
        response = HttpResponse(status=304)
        del response.headers["Content-Type"]
    else:
        response = _file(request, name)
    response["Cache-Control"] = FOREVER if public else "private, no-store"
    if public:
        response["ETag"] = entity
        give_tags(response, tags_of_shown(public))
        lasting(response)
    return response


def public_tag(name):
    """The tag of the picture or recording whose file has that name, if anybody may see it, or None."""
    images, recordings = get_image_model().objects, get_media_model().objects
    if name.startswith("images/"):
        found = images.filter(renditions__file=name)
    elif name.startswith("original_images/"):
        found = images.filter(file=name)
    else:
        found = recordings.filter(file=name)
    key = shown_files(found).values_list("pk", flat=True).first()
    return key and file_tag(found.model, key)


def _file(request, name):
    try:
        file = default_storage.open(name)
    except (FileNotFoundError, IsADirectoryError) as error:
        raise Http404 from error
    content_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
    response = _piece(request, file, content_type) or FileResponse(file, content_type=content_type)
    response["Accept-Ranges"] = "bytes"
    response["Content-Disposition"] = "inline"
    return response


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
