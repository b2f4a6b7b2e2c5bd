"""The one shape of a picture and of a recording, for templates and APIs alike."""

import mimetypes

from django.conf import settings

from .licences import licence_shape

WIDTHS = (320, 640, 960, 1440)
FORMATS = ("avif", "webp", "jpeg")


def rendition_specs(width):
    """The filter specs of the renditions that a picture of that width is shown by, smallest first."""
    widths = [step for step in WIDTHS if step < width] + [min(width, WIDTHS[-1])]
    return [f"width-{step}|format-{form}" for form in FORMATS for step in dict.fromkeys(widths)]


def file_url(file, base=""):
    """The address of a stored file; absolute where `base` (``https://host``) is given."""
    url = file.url
    return f"{base}{url}" if url.startswith("/") else url


def image_shape(image, renditions, alt="", decorative=False, base=""):
    """A picture as the contract's Image: ``src`` is a JPEG, ``sources`` its AVIF, WebP and JPEG versions.

    `renditions` are those that have been made. Until they are, ``src`` is the picture itself and
    ``sources`` is empty.
    """
    sources = []
    for form in FORMATS:
        of_form = sorted(
            (each for each in renditions if each.filter_spec.endswith(f"|format-{form}")),
            key=lambda each: each.width,
        )
        srcset = [
            {"url": file_url(each.file, base), "width": each.width, "height": each.height}
            for each in of_form
        ]
        if srcset:
            sources.append({"type": f"image/{form}", "srcset": srcset})
    jpeg = sources[-1]["srcset"] if sources and sources[-1]["type"] == "image/jpeg" else []
    return {
        "id": image.pk,
        "alt": "" if decorative else alt,
        "decorative": bool(decorative),
        "credit_line": image.credit_line,
        "licence": licence_shape(image.licence),
        "width": image.width,
        "height": image.height,
        "focal_point": focal_point(image),
        "src": jpeg[-1]["url"] if jpeg else file_url(image.file, base),
        "sources": sources,
    }


def focal_point(image):
    """Where the eye should rest, ``{"x", "y"}`` as shares of width and height (0 to 1), or None."""
    if image.focal_point_x is None or image.focal_point_y is None:
        return None
    return {
        "x": round(image.focal_point_x / image.width, 3),
        "y": round(image.focal_point_y / image.height, 3),
    }


def recording_shape(recording, base=""):
    """An audio or video file: its address, MIME type, length in seconds and rights."""
    return {
        "id": recording.pk,
        "title": recording.title,
        "src": file_url(recording.file, base),
        "type": mimetypes.guess_type(recording.file.name)[0] or "application/octet-stream",
        "duration": recording.duration or None,
        "width": recording.width,
        "height": recording.height,
        "captions": [],
        "credit_line": recording.credit_line,
        "licence": licence_shape(recording.licence),
    }


def absolute_base():
    """What an absolute address of this site begins with."""
    return settings.BASE_URL
