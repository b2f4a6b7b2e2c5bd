"""Fields of `/api/v2/images/` that say what the one shape of a picture says."""

from rest_framework.fields import Field
from wagtail.api import APIField

from .shapes import absolute_base, image_shape, stored_image


class ShapedField(Field):
    """An entry of the contract's Image, addresses absolute. Renditions are to be prefetched."""

    def __init__(self):
        super().__init__(read_only=True)

    def get_attribute(self, image):
        shapes = self.context.setdefault("shapes", {})
        if image.pk not in shapes:
            stored = stored_image(image, image.renditions.all())
            shapes[image.pk] = image_shape(stored, alt=image.description, base=absolute_base())
        return shapes[image.pk][self.field_name]

    def to_representation(self, value):
        return value


def shaped(*names):
    return [APIField(name, serializer=ShapedField()) for name in names]
