"""What the publication log is told of our pages, and of what they show."""

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Locale
from wagtailmedia.models import get_media_model

from stories.delivery import hearing, tags
from stories.delivery.door import is_shown, public_pages, published, shown_files
from stories.delivery.hearing import hear
from stories.delivery.log import Entry, Kind, append
from stories.delivery.register import describes, record, record_below
from stories.delivery.shapes import shapes_of
from stories.delivery.things import announce
from stories.delivery.uses import file_tag, note_uses
from stories.library.renditions import renditions_made
from stories.presentation.documents import put_together
from stories.translation.models import LanguageSettings, StandIn

from .beside import keep_files, keep_objects, keep_words
from .models import (
    CollectionObject,
    Community,
    ContentPage,
    ContentWarning,
    Partner,
    Place,
    ProjectPage,
    Theme,
)
from .models.base import kept

# By the names that the API gives them.
FILES = {
    get_image_model(): "image",
    get_media_model(): "recording",
    get_document_model(): "document",
}
WORDS = {
    Theme: "theme",
    Community: "community",
    Place: "place",
    ContentWarning: "content_warning",
    Partner: "partner",
}
VOCABULARY = (Theme, Community, Place)  # listed by the API whether a page has them or not


@describes
def described(pages):
    """Those of a queryset of pages that are public, as the register keeps them."""
    found = public_pages(ContentPage.objects.filter(pk__in=pages)).order_by("path").specific()
    locales = Locale.objects.in_bulk()
    for page in found:
        page.locale = locales[page.locale_id]
    return put_together(found)


def page_kept(sender, page, is_moved, **kwargs):
    """A new address is one for all that lies below, and what a project belongs to its stories belong to."""
    hear(page)
    if is_moved:
        record_below(page.path)
    if isinstance(page, ProjectPage):
        record(page.stories.values_list("pk", flat=True))


def word_changed(sender, instance, is_gone=False):
    keep_words(sender, [instance.translation_key])
    tag = tags.word(instance.translation_key)
    is_used = is_shown(tag)
    announce(
        WORDS[sender],
        str(instance.translation_key),
        {tag, tags.WORDS} if sender in VOCABULARY else {tag, tags.listed(WORDS[sender])},
        is_public=instance.live and (sender in VOCABULARY or is_used),
        is_used=is_used,
        locale=instance.locale.language_code,
        is_gone=is_gone,
    )


@transaction.atomic
def object_changed(sender, instance, is_gone=False):
    keep_objects([instance.translation_key])
    tag = tags.collection_object(instance.translation_key)
    pictures = (
        published(CollectionObject.objects.filter(translation_key=instance.translation_key))
        .exclude(image=None)
        .values_list("image", flat=True)
    )
    note_uses("owner", {tag: set(map(tags.image, pictures))})
    is_used = is_shown(tag)
    announce(
        "collection_object",
        str(instance.translation_key),
        {tag, tags.listed("collection_object")},
        is_public=instance.live and is_used,
        is_used=is_used,
        locale=instance.locale.language_code,
        is_gone=is_gone,
    )


def file_changed(sender, instance, is_gone=False):
    keep_files(sender, [instance.pk])
    tag = file_tag(sender, instance.pk)
    is_used = is_shown(tag)
    announce(
        FILES[sender],
        str(instance.pk),
        {tag},
        is_public=is_used and shown_files(sender.objects.filter(pk=instance.pk)).exists(),
        is_used=is_used,
        is_gone=is_gone,
    )


@transaction.atomic
def pictures_made(sender, key, **kwargs):
    """A picture has the sizes that pages show it in."""
    name, tag = f"image:{key}", tags.image(key)
    before = shapes_of([name])
    keep_files(sender, [key])
    if before != shapes_of([name]) and is_shown(tag):
        append([Entry(Kind.UPDATED, "image", str(key), tags=frozenset([tag]))])


def picture_size_gone(sender, instance, **kwargs):
    keep_files(get_image_model(), [instance.image_id])


def _listen(model, changed):
    def saved(sender, instance, raw=False, update_fields=None, **kwargs):
        if not raw and not hearing.is_bookkeeping(update_fields):
            changed(sender, instance)

    def deleted(sender, instance, **kwargs):
        changed(sender, instance, is_gone=True)

    post_save.connect(saved, sender=model, weak=False, dispatch_uid=f"{model} saved")
    post_delete.connect(deleted, sender=model, weak=False, dispatch_uid=f"{model} deleted")


def connect():
    hearing.connect(LanguageSettings, StandIn)
    kept.connect(page_kept, dispatch_uid="page_kept")
    _listen(CollectionObject, object_changed)
    for model in WORDS:
        _listen(model, word_changed)
    for model in FILES:
        _listen(model, file_changed)
    rendition = get_image_model().get_rendition_model()
    post_delete.connect(picture_size_gone, sender=rendition, dispatch_uid="picture_size_gone")
    renditions_made.connect(pictures_made, dispatch_uid="pictures_made")
