"""Renditions, made when a picture comes in and not when a visitor asks for it."""

from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import Signal
from django_tasks import task
from wagtail.images import get_image_model

from .shapes import SHARED, rendition_specs

# Sent with a picture's `key` when it has all its renditions.
renditions_made = Signal()


@task()
def make_renditions(key):
    """Makes what is missing of a picture's renditions. A picture deleted meanwhile is no error."""
    image = get_image_model().objects.filter(pk=key).first()
    if image is not None:
        image.get_renditions(*rendition_specs(image.width), SHARED)
        renditions_made.send(type(image), key=key)


def make_ahead(sender, instance, raw=False, update_fields=None, **kwargs):
    if raw or (update_fields and not {"file", "focal_point_x"} & set(update_fields)):
        return
    transaction.on_commit(lambda: make_renditions.enqueue(instance.pk))


def connect():
    post_save.connect(make_ahead, sender=get_image_model(), dispatch_uid="make_renditions")
