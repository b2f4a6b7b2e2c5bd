"""Pictures that something public shows."""

from django.http import Http404
from django.utils import translation
from ninja import Query, Router
from wagtail.images import get_image_model

from stories.delivery import tags
from stories.delivery.door import shown_files
from stories.library.shapes import image_shape, stored_image
from stories.translation.interface import interface_language

from .answers import answer
from .fields import wanted
from .parameters import ImageParameters, check_names, reader_for
from .schemas.media import Image

router = Router(tags=["site"])


@router.get("/{int:id}/", response=Image, operation_id="get_image", summary="Get an image")
def get_image(request, id: int, parameters: Query[ImageParameters]):
    """A picture by its `id` in other answers.

    `alt` is the picture's own description; a page that shows it may describe it in other words.
    """
    check_names(request, parameters)
    reader = reader_for(parameters)
    keep = wanted(parameters.fields, Image)
    images = shown_files(get_image_model().objects.filter(pk=id)).prefetch_related("renditions")
    image = images.first()
    if image is None:
        raise Http404
    stored = stored_image(image, image.renditions.all())
    with translation.override(interface_language(reader.language)):
        shape = image_shape(stored, alt=image.description, base=reader.base)
    # Whether something public shows it changes with what shows it.
    return answer(Image, shape, reader.language, keep, tags=[tags.image(id)], is_kept=False)
