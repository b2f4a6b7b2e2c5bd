"""Files with marks in them: in what is seen of them, in their names, and deep inside."""

import io

from django.core.files.base import ContentFile
from PIL import Image, PngImagePlugin

from stories.library.models import Recording, StoryDocument, StoryImage
from stories.library.renditions import make_renditions


def jpeg(author):
    """A JPEG that says in its EXIF, GPS, XMP and comment who made it, and where."""
    picture = Image.new("RGB", (48, 36), "#7a5a3c")
    exif = Image.Exif()
    exif[0x013B] = author
    exif[0x010E] = author
    exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 31.0, 12.0), 3: "W", 4: (0.0, 7.0, 37.0)})
    exif.get_ifd(0x8825)[29] = author
    content = io.BytesIO()
    xmp = f'<x:xmpmeta xmlns:x="adobe:ns:meta/">{author}</x:xmpmeta>'.encode()
    picture.save(content, "JPEG", exif=exif, xmp=xmp, comment=author.encode())
    return content.getvalue()


def png(author):
    picture = Image.new("RGBA", (48, 36), "#7a5a3c80")
    text = PngImagePlugin.PngInfo()
    text.add_text("Author", author)
    text.add_itxt("XML:com.adobe.xmp", author)
    exif = Image.Exif()
    exif[0x013B] = author
    content = io.BytesIO()
    picture.save(content, "PNG", pnginfo=text, exif=exif)
    return content.getvalue()


def modern(form):
    """WebP or AVIF with EXIF and XMP."""

    def picture_of(author):
        exif = Image.Exif()
        exif[0x013B] = author
        content = io.BytesIO()
        Image.new("RGB", (48, 36), "#7a5a3c").save(
            content, form, exif=exif, xmp=f"<x>{author}</x>".encode()
        )
        return content.getvalue()

    return picture_of


MAKERS = {"jpg": jpeg, "png": png, "webp": modern("WEBP"), "avif": modern("AVIF")}


def picture(marks, what, extension="jpg", author="", **values):
    """A picture that is marked wherever the library writes something; its renditions are made."""
    name = f"{marks(what, 'filename')}.{extension}"
    image = StoryImage.objects.create(
        title=marks.said(what, "picturetitle"),
        description=marks(what, "description"),
        credit_line=marks(what, "credit"),
        copyright_holder=marks(what, "holder"),
        file=ContentFile(MAKERS[extension](author or marks(what, "exif")), name),
        **values,
    )
    image.tags.add(marks(what, "tag"))
    make_renditions.call(image.pk)
    return image


def recording(marks, what, **values):
    return Recording.objects.create(
        title=marks(what, "recordingtitle"),
        credit_line=marks(what, "recordingcredit"),
        type="audio",
        duration=3,
        file=ContentFile(marks(what, "sound").encode(), f"{marks(what, 'filename')}.mp3"),
        **values,
    )


def document(marks, what, **values):
    content = f"WEBVTT\n\n00:00.000 --> 00:03.000\n{marks(what, 'document')}\n".encode()
    name = f"{marks(what, 'filename')}.vtt"
    return StoryDocument.objects.create(
        title=marks.said(what, "documenttitle"), file=ContentFile(content, name), **values
    )
