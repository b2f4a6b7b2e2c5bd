"""What becomes of a picture before it is kept: checked, turned upright, stripped of EXIF and GPS."""

import io
import warnings
from pathlib import PurePath

import pillow_heif
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps, UnidentifiedImageError

pillow_heif.register_heif_opener()

EXTENSIONS = {
    "JPEG": {"jpg", "jpeg"},
    "PNG": {"png"},
    "WEBP": {"webp"},
    "AVIF": {"avif"},
    "HEIF": {"heic"},
}
SAVE_OPTIONS = {
    "JPEG": {"quality": 92, "optimize": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 92},
    "AVIF": {"quality": 85},
}
# What browsers can't show is kept as JPEG.
STORED_AS = {"HEIF": "JPEG"}


def cleaned_picture(file):
    """The picture in `file` as it may be kept: a ContentFile, upright, with no EXIF, GPS, XMP or comment.

    The colour profile stays, because colours depend on it. Raises ValidationError for what is not a
    picture of a format we take, whose content is not what its name says, or that has more pixels than
    ``WAGTAILIMAGES_MAX_IMAGE_PIXELS`` (a decompression bomb is refused before it is unpacked).
    """
    name = PurePath(file.name or "picture").name
    picture = check_picture(file)
    stored_format = STORED_AS.get(picture.format, picture.format)
    upright = ImageOps.exif_transpose(picture)
    if stored_format == "JPEG" and upright.mode not in ("RGB", "L"):
        upright = upright.convert("RGB")
    bare = Image.new(upright.mode, upright.size)
    bare.putpalette(upright.getpalette()) if upright.mode == "P" else None
    bare.paste(upright)
    options = dict(SAVE_OPTIONS[stored_format])
    if profile := picture.info.get("icc_profile"):
        options["icc_profile"] = profile
    if stored_format == "PNG" and "transparency" in upright.info:
        options["transparency"] = upright.info["transparency"]
    output = io.BytesIO()
    bare.save(output, stored_format, **options)
    if picture.format in STORED_AS:
        name = f"{PurePath(name).stem}.jpg"
    return ContentFile(output.getvalue(), name=name)


def check_picture(file):
    """The picture in `file`, opened. Raises the ValidationErrors of `cleaned_picture`."""
    name = PurePath(file.name or "picture").name
    file.seek(0)
    picture = _opened(file, name)
    _check_name(picture.format, name)
    _check_pixels(picture, name)
    try:
        picture.load()
    except (OSError, SyntaxError, ValueError) as error:
        raise _not_a_picture(name) from error
    file.seek(0)
    return picture


def _opened(file, name):
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return Image.open(file, formats=list(EXTENSIONS))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many_pixels(name) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise _not_a_picture(name) from error


def _check_name(format_name, name):
    extension = PurePath(name).suffix.lower().lstrip(".")
    if extension not in EXTENSIONS[format_name]:
        raise ValidationError(
            _("%(name)s is a %(format)s picture, not what its name says. Rename it and try again."),
            code="invalid_image_known_format",
            params={"name": name, "format": format_name},
        )


def _check_pixels(picture, name):
    if picture.width * picture.height > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
        raise _too_many_pixels(name)


def _too_many_pixels(name):
    return ValidationError(
        _(
            "%(name)s has too many pixels: at most %(limit)s million. Make it smaller and try again."
        ),
        code="file_too_many_pixels",
        params={"name": name, "limit": settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS // 1_000_000},
    )


def _not_a_picture(name):
    return ValidationError(
        _("%(name)s is not a picture that can be read. Use JPEG, PNG, WebP, AVIF or HEIC."),
        code="invalid_image",
        params={"name": name},
    )
