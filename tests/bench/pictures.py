"""The site's pictures: the demo's drawings, some of them again in a mirror; every width is made."""

import io

from django.core.files.base import ContentFile
from PIL import Image, ImageOps

from stories.demo import draw
from stories.library.models import StoryImage

COUNT = 48


def make_pictures():
    """``COUNT`` pictures of the library, with all their renditions."""
    names = draw.names()
    return [
        _picture(number, names[number % len(names)], number >= len(names))
        for number in range(COUNT)
    ]


def _picture(number, name, mirrored):
    content = draw.draw(name)
    if mirrored:
        file = io.BytesIO()
        ImageOps.mirror(Image.open(io.BytesIO(content))).save(file, "JPEG")
        content = file.getvalue()
    image = StoryImage(
        title=f"Picture {number}",
        file=ContentFile(content, f"{number}-{name}"),
        credit_line="Ferrybank Museum",
        licence="CC-BY-4.0",
    )
    image.save()  # which has its renditions made
    return image
