"""Keeps ready what pages show beside their own words: words, objects, pictures, recordings, documents."""

from collections import defaultdict

from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtailmedia.models import get_media_model

from stories.blocks.support import support_shape
from stories.delivery.shapes import keep_shapes
from stories.library.shapes import stored_document, stored_image, stored_recording

from .models import CollectionObject, Community, ContentWarning, Partner, Place, Theme

# By the names that the API gives them; the fields of their text and address, where they have any.
WORDS = {
    Theme: ("theme", "description", None),
    Community: ("community", "description", None),
    Place: ("place", None, None),
    ContentWarning: ("content_warning", "text", None),
    Partner: ("partner", "description", "url"),
}
FILES = {
    get_image_model(): ("image", stored_image),
    get_media_model(): ("recording", stored_recording),
    get_document_model(): ("document", stored_document),
}
OBJECT = (
    "museum_number",
    "slug",
    "title",
    "maker",
    "culture",
    "date",
    "collection_url",
    "image_alt",
    "rights",
)


def keep_words(model, keys):
    """Keeps words, by their identities, in every language in which they are live."""
    kind, text, url = WORDS[model]
    _keep_versions(
        model,
        kind,
        keys,
        lambda word: {
            "title": word.name,
            "slug": word.slug,
            "text": getattr(word, text) if text else "",
            "url": getattr(word, url) if url else "",
            **(care_of(word) if model is ContentWarning else {}),
        },
    )


def care_of(warning):
    """What a warning has for readers whom a story may hurt."""
    services = [support_shape(block["value"]) for block in warning.support.raw_data]
    return {"support": services, "quick_exit": warning.quick_exit}


def keep_objects(keys):
    """The same for collection objects, each with its pictures."""
    versions = CollectionObject.objects.filter(translation_key__in=keys).exclude(image=None)
    images = defaultdict(list)
    for key, image in versions.values_list("translation_key", "image"):
        images[key].append(image)
    stored = {
        image["id"]: image for image in _images({pk for pks in images.values() for pk in pks})
    }
    _keep_versions(
        CollectionObject,
        "object",
        keys,
        lambda each: {**{name: getattr(each, name) for name in OBJECT}, "image": each.image_id},
        lambda key: {"pictures": {str(pk): stored[pk] for pk in images[key] if pk in stored}},
    )


def _keep_versions(model, kind, keys, said, more=lambda key: {}):
    shapes = {key: {"versions": [], **more(key)} for key in keys}
    rows = model.objects.filter(translation_key__in=keys, live=True).select_related("locale")
    for row in rows.order_by("pk"):
        expire_at = row.expire_at and row.expire_at.isoformat()
        version = {"language": row.locale.language_code, "expire_at": expire_at, **said(row)}
        shapes[row.translation_key]["versions"].append(version)
    keep_shapes(
        {f"{kind}:{key}": data if data["versions"] else None for key, data in shapes.items()}
    )


def keep_files(model, keys):
    """Keeps pictures, recordings or documents, by primary key; a picture also in objects that show it."""
    kind, stored = FILES[model]
    shapes = dict.fromkeys((f"{kind}:{pk}" for pk in keys), None)
    if kind == "image":
        shapes |= {f"image:{image['id']}": image for image in _images(keys)}
        objects = CollectionObject.objects.filter(image__in=keys)
        if shown := set(objects.values_list("translation_key", flat=True)):
            keep_objects(shown)
    else:
        shapes |= {f"{kind}:{row.pk}": stored(row) for row in model.objects.filter(pk__in=keys)}
    keep_shapes(shapes)


def _images(keys):
    rows = get_image_model().objects.filter(pk__in=keys).prefetch_related("renditions")
    return [stored_image(image, image.renditions.all()) for image in rows]
