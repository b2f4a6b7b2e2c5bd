"""What the publication log is told of our pages, and of what they show."""

from django.db.models import F
from django.db.models.functions import Coalesce
from django.db.models.signals import post_delete, post_save
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtailmedia.models import get_media_model

from stories.delivery import hearing, tags
from stories.delivery.door import is_shown, public_pages, published, shown_files
from stories.delivery.register import Described, describes, record_below
from stories.delivery.things import announce
from stories.delivery.uses import file_tag, note_uses
from stories.presentation.details import presenter_of
from stories.presentation.families import address, api_type
from stories.presentation.reader import Reader
from stories.translation.locales import Languages
from stories.translation.models import LanguageSettings, StandIn

from .models import (
    CollectionObject,
    Community,
    ContentPage,
    ContentWarning,
    Partner,
    Place,
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
    """Those of a queryset of pages that are public, as the log keeps them."""
    rows = (
        public_pages(ContentPage.objects.filter(pk__in=pages))
        .order_by("path")
        .select_related("locale")
        .only(
            "path", "url_path", "translation_key", "locale__language_code", "content_type_id",
            "expire_at",
        )
        .annotate(
            project=F("storypage__project__translation_key"),
            programme=Coalesce(
                F("storypage__programme__translation_key"), F("projectpage__programme__translation_key")
            ),
            programme_of_project=F("storypage__project__programme__translation_key"),
        )
    )  # fmt: skip
    for row in rows:
        kind, language = api_type(row), row.locale.language_code
        owners = {row.project, row.programme, row.programme_of_project} - {None}
        yield Described(
            page_id=row.pk,
            key=row.translation_key,
            type=kind,
            locale=language,
            path=row.path,
            url=address(row, language),
            tags=frozenset(
                [
                    tags.page(row.translation_key),
                    tags.listed(kind),
                    tags.place(row.path),
                    *map(tags.below, owners),
                ]
            ),
            expire_at=row.expire_at,
        )


def uses_of(page):
    """The tags of what a page shows beside its own words and other pages."""
    reader = Reader(page.locale.language_code, Languages.load(), alone=False)
    presenter = presenter_of(page)(page, reader, reader.references())
    presenter.want()
    return presenter.references.own_tags(page)


def page_kept(sender, page, is_moved, **kwargs):
    """Notes what a page shows; a new address is one for all that lies below."""
    if is_moved:
        record_below(page.path)
    if page.live and not page.alias_of_id:
        note_uses(uses_of(page), page_id=page.pk)


def word_changed(sender, instance, is_gone=False):
    tag = tags.word(instance.translation_key)
    announce(
        WORDS[sender],
        str(instance.translation_key),
        {tag, tags.WORDS} if sender in VOCABULARY else {tag},
        is_public=instance.live and (sender in VOCABULARY or is_shown(tag)),
        locale=instance.locale.language_code,
        is_gone=is_gone,
    )


def object_changed(sender, instance, is_gone=False):
    tag = tags.collection_object(instance.translation_key)
    pictures = (
        published(CollectionObject.objects.filter(translation_key=instance.translation_key))
        .exclude(image=None)
        .values_list("image", flat=True)
    )
    note_uses(map(tags.image, pictures), owner=tag)
    announce(
        "collection_object",
        str(instance.translation_key),
        {tag},
        is_public=instance.live and is_shown(tag),
        locale=instance.locale.language_code,
        is_gone=is_gone,
    )


def file_changed(sender, instance, is_gone=False):
    tag = file_tag(sender, instance.pk)
    announce(
        FILES[sender],
        str(instance.pk),
        {tag},
        is_public=shown_files(sender.objects.filter(pk=instance.pk)).exists(),
        is_used=is_shown(tag),
        is_gone=is_gone,
    )


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
