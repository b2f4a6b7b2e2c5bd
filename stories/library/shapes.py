"""The one shape of a picture and of a recording, for templates and APIs alike."""

import mimetypes

from django.conf import settings
from django.utils.encoding import filepath_to_uri

from .captions import cues_of
from .licences import licence_shape

WIDTHS = (320, 640, 960, 1440)
FORMATS = ("avif", "webp", "jpeg")
# What other sites show of a page that is shared: cropped around the focal point, never enlarged.
SHARED = "fill-1200x630|format-jpeg"


def rendition_specs(width):
    """The filter specs of the renditions that a picture of that width is shown by, smallest first."""
    widths = [step for step in WIDTHS if step < width] + [min(width, WIDTHS[-1])]
    return [f"width-{step}|format-{form}" for form in FORMATS for step in dict.fromkeys(widths)]


def file_url(name, base=""):
    """The address of a stored file; absolute where `base` (``https://host``) is given."""
    url = f"{settings.MEDIA_URL}{name}"
    return f"{base}{url}" if url.startswith("/") else url


def stored_name(file):
    """What a file's address ends with."""
    return filepath_to_uri(file.name)


def stored_image(image, renditions):
    """What `image_shape` is made of. `renditions` are those that have been made."""
    srcsets, shared = {form: [] for form in FORMATS}, None
    for each in sorted(renditions, key=lambda each: each.width):
        form = each.filter_spec.rpartition("|format-")[2]
        stored = [stored_name(each.file), each.width, each.height]
        if each.filter_spec == SHARED:
            shared = stored
        elif form in srcsets:
            srcsets[form].append(stored)
    return {
        "id": image.pk,
        "collection": image.collection_id,
        "name": stored_name(image.file),
        "credit_line": image.credit_line,
        "licence": image.licence,
        "width": image.width,
        "height": image.height,
        "focal_point": focal_point(image),
        "srcsets": {form: srcset for form, srcset in srcsets.items() if srcset},
        "shared": shared,
    }


def image_shape(stored, alt="", decorative=False, base=""):
    """A picture as the contract's Image: ``src`` is a JPEG, ``sources`` its AVIF, WebP and JPEG versions.

    Until its renditions are made, ``src`` is the picture itself and ``sources`` is empty.
    """
    start = file_url("", base)
    srcsets = stored["srcsets"]
    return {
        "id": stored["id"],
        "alt": "" if decorative else alt,
        "decorative": bool(decorative),
        "credit_line": stored["credit_line"],
        "licence": licence_shape(stored["licence"]),
        "width": stored["width"],
        "height": stored["height"],
        "focal_point": stored["focal_point"],
        "src": start + (srcsets["jpeg"][-1][0] if "jpeg" in srcsets else stored["name"]),
        "sources": [
            {
                "type": f"image/{form}",
                "srcset": [
                    {"url": start + name, "width": width, "height": height}
                    for name, width, height in srcsets[form]
                ],
            }
            for form in FORMATS
            if form in srcsets
        ],
    }


def shared_shape(stored, base=""):
    """The picture for other sites, ``{"url", "width", "height"}``; until it is made, the picture itself."""
    name, width, height = stored["shared"] or (stored["name"], stored["width"], stored["height"])
    return {"url": file_url(name, base), "width": width, "height": height}


def focal_point(image):
    """Where the eye should rest, ``{"x", "y"}`` as shares of width and height (0 to 1), or None."""
    if image.focal_point_x is None or image.focal_point_y is None:
        return None
    return {
        "x": round(image.focal_point_x / image.width, 3),
        "y": round(image.focal_point_y / image.height, 3),
    }


def stored_recording(recording):
    """What `recording_shape` is made of."""
    return {
        "id": recording.pk,
        "collection": recording.collection_id,
        "title": recording.title,
        "name": stored_name(recording.file),
        "type": mimetypes.guess_type(recording.file.name)[0] or "application/octet-stream",
        "duration": recording.duration or None,
        "width": recording.width,
        "height": recording.height,
        "credit_line": recording.credit_line,
        "licence": recording.licence,
    }


def recording_shape(stored, base=""):
    """An audio or video file: its address, MIME type, length in seconds and rights."""
    return {
        "id": stored["id"],
        "title": stored["title"],
        "src": file_url(stored["name"], base),
        "type": stored["type"],
        "duration": stored["duration"],
        "width": stored["width"],
        "height": stored["height"],
        "captions": [],
        "credit_line": stored["credit_line"],
        "licence": licence_shape(stored["licence"]),
    }


def stored_document(document):
    """What the address of a document is made of, and what captions say."""
    stored = {"collection": document.collection_id, "filename": document.filename}
    cues = cues_of(document)
    return stored | {"cues": cues} if cues else stored


def absolute_base():
    """What an absolute address of this site begins with."""
    return settings.BASE_URL
