"""Public files, from the site's own address, after the one door has been asked."""

import hashlib
import mimetypes
import re
from functools import cache

from django.core.files.storage import default_storage
from django.db.models import CharField, DateTimeField
from django.http import FileResponse, Http404, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe
from wagtail.images import get_image_model
from wagtailmedia.models import get_media_model

from stories.delivery.door import shown_files
from stories.delivery.shown_by import tags_of_shown
from stories.delivery.statements import Bound, Statement
from stories.delivery.uses import file_tag
from stories.delivery.validators import give_tags, is_known, lasting

RANGE = re.compile(r"bytes=(\d*)-(\d*)$")
PIECE = 64 * 1024
# Where the names of the files in a folder stand, as Wagtail lays pictures down; recordings lie elsewhere.
PICTURES = {"images": "renditions__file", "original_images": "file"}
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
    folder = name.partition("/")[0]
    model, statement = _shown(folder if folder in PICTURES else "")
    found = statement.rows(name=name, now=timezone.now())
    return file_tag(model, found[0][0]) if found else None


@cache
def _shown(folder):
    """``(model, statement)`` of who is shown with a file in that folder; written once, as pages have many
    pictures.
    """
    files = get_image_model().objects if folder else get_media_model().objects
    found = files.filter(**{PICTURES.get(folder, "file"): Bound("name", CharField())})
    shown = shown_files(found, Bound("now", DateTimeField()))
    return found.model, Statement(shown.order_by("pk").values_list("pk")[:1])


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
