"""What becomes of a picture before it is kept."""

import io
import struct
import zlib

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from PIL import Image, ImageCms

from stories.library.models import StoryImage
from stories.library.pictures import cleaned_picture
from stories.library.renditions import make_renditions
from tests.leaks.files import MAKERS

pytestmark = pytest.mark.any_database

ORIENTATION, AUTHOR = 0x0112, "qz-the-maker-qz"


def file_of(picture, form="JPEG", name="", **options):
    content = io.BytesIO()
    picture.save(content, form, **options)
    return ContentFile(content.getvalue(), name or f"picture.{form.lower()}")


def said_by(content):
    """Everything that a kept file says beside its pixels."""
    picture = Image.open(io.BytesIO(content))
    picture.load()
    return {
        name: value
        for name, value in {**picture.info, **dict(picture.getexif())}.items()
        if name not in ("jfif", "jfif_version", "jfif_unit", "jfif_density", "loop", "background",
                        "timestamp", "duration", "progressive", "progression")
    }  # fmt: skip


@pytest.mark.parametrize("extension", MAKERS)
def test_what_a_file_says_of_its_maker_is_gone(extension):
    file = ContentFile(MAKERS[extension](AUTHOR), f"picture.{extension}")
    assert AUTHOR.encode() in file.read()
    kept = cleaned_picture(file).read()
    assert AUTHOR.encode() not in kept
    assert said_by(kept) == {}


@pytest.mark.django_db
def test_it_is_gone_from_the_original_and_from_every_rendition():
    image = StoryImage.objects.create(
        title="Boat", file=ContentFile(MAKERS["jpg"](AUTHOR), "boat.jpg")
    )
    make_renditions.call(image.pk)
    files = [image.file, *(each.file for each in image.renditions.all())]
    assert len(files) == 5
    for file in files:
        with file.open("rb") as opened:
            content = opened.read()
        assert AUTHOR.encode() not in content
        assert b"GPS" not in content
        assert said_by(content) == {}


def test_text_chunks_of_a_png_are_gone():
    kept = cleaned_picture(ContentFile(MAKERS["png"](AUTHOR), "a.png")).read()
    assert not [kind for kind in (b"tEXt", b"iTXt", b"zTXt", b"eXIf") if kind in kept]


@pytest.mark.parametrize(("orientation", "size"), [(1, (40, 20)), (3, (40, 20)), (6, (20, 40))])
def test_a_picture_is_turned_upright(orientation, size):
    picture = Image.new("RGB", (40, 20), "white")
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    kept = Image.open(cleaned_picture(file_of(picture, exif=exif)))
    assert kept.size == size
    assert ORIENTATION not in kept.getexif()


@pytest.mark.django_db
def test_width_and_height_are_those_of_the_upright_picture():
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    file = file_of(Image.new("RGB", (40, 20)), name="tall.jpg", exif=exif)
    image = StoryImage(title="Tall", file=file)
    image.save()
    image.refresh_from_db()
    assert (image.width, image.height) == (20, 40)
    assert image.file_size == image.file.size
    assert image.file_hash


def test_colours_stay_true():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    kept = cleaned_picture(file_of(Image.new("RGB", (8, 8)), icc_profile=profile))
    assert Image.open(kept).info["icc_profile"] == profile


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_a_png_keeps_its_pixels(mode):
    picture = Image.new(mode, (6, 4))
    kept = Image.open(cleaned_picture(file_of(picture, "PNG")))
    assert kept.size == (6, 4)
    assert kept.convert("RGBA").tobytes() == picture.convert("RGBA").tobytes()


def test_transparency_of_a_palette_stays():
    picture = Image.new("P", (4, 4), 0)
    picture.putpalette([10, 20, 30, 40, 50, 60])
    kept = Image.open(cleaned_picture(file_of(picture, "PNG", transparency=0)))
    assert kept.convert("RGBA").getpixel((0, 0)) == (10, 20, 30, 0)


def test_heic_becomes_jpeg():
    kept = cleaned_picture(file_of(Image.new("RGB", (32, 24), "teal"), "HEIF", "phone.HEIC"))
    assert kept.name == "phone.jpg"
    picture = Image.open(kept)
    assert (picture.format, picture.size) == ("JPEG", (32, 24))


def test_a_jpeg_in_cmyk_becomes_one_that_browsers_show():
    kept = cleaned_picture(file_of(Image.new("CMYK", (8, 8))))
    assert Image.open(kept).mode == "RGB"


def bomb(width, height):
    """A small PNG that claims to have very many pixels."""

    def chunk(kind, data):
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"".join([
        b"\x89PNG\r\n\x1a\n",
        chunk(b"IHDR", header),
        chunk(b"IDAT", zlib.compress(bytes(1000))),
        chunk(b"IEND", b""),
    ])  # fmt: skip


SCRIPT = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
JPEG = MAKERS["jpg"]("nobody")
REFUSED = {
    "a bomb": ("bomb.png", bomb(60_000, 60_000), "too many pixels"),
    "a smaller bomb": ("bomb.png", bomb(9_000, 9_000), "too many pixels"),
    "another type": ("picture.png", JPEG, "is a JPEG picture, not what its name says"),
    "no extension": ("picture", JPEG, "not what its name says"),
    "a script": ("drawing.svg", SCRIPT, "is not a picture that can be read"),
    "a script by another name": ("drawing.png", SCRIPT, "is not a picture that can be read"),
    "a page": ("picture.jpg", b"<html><script>1</script></html>", "is not a picture"),
    "nothing": ("picture.jpg", b"", "is not a picture"),
    "half a picture": ("picture.jpg", JPEG[: len(JPEG) // 2], "is not a picture"),
    "a type we do not take": ("picture.gif", b"GIF89a" + bytes(20), "is not a picture"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_is_refused_with_a_reason(name):
    file_name, content, reason = REFUSED[name]
    with pytest.raises(ValidationError) as refused:
        cleaned_picture(ContentFile(content, file_name))
    assert reason in refused.value.messages[0]
    assert file_name in refused.value.messages[0]


@pytest.mark.django_db
def test_nothing_of_a_refused_picture_is_kept():
    with pytest.raises(ValidationError):
        StoryImage.objects.create(title="Boat", file=ContentFile(JPEG, "boat.png"))
    assert not StoryImage.objects.exists()
