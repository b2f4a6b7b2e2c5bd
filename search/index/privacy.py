"""Pages are read anew when a folder of the files that they show is closed to some people, or opened."""

from django.db.models.signals import post_delete, post_save
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, CollectionViewRestriction
from wagtailmedia.models import get_media_model

from stories.delivery.uses import file_tag

from .following import thing_changed

CHUNK = 500


def restricted(sender, instance, raw=False, **kwargs):
    if raw:
        return
    folders = Collection.objects.descendant_of(instance.collection, inclusive=True)
    for model in (get_image_model(), get_media_model(), get_document_model()):
        keys = list(model.objects.filter(collection__in=folders).values_list("pk", flat=True))
        for start in range(0, len(keys), CHUNK):
            thing_changed({file_tag(model, key) for key in keys[start : start + CHUNK]})


def connect():
    for signal in (post_save, post_delete):
        signal.connect(
            restricted, sender=CollectionViewRestriction, dispatch_uid="search: folder restricted"
        )
