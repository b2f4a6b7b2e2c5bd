"""The demo's words, partners and objects."""

from decimal import Decimal
from uuid import NAMESPACE_OID, uuid5

from stories.models import CollectionObject, Community, ContentWarning, Partner, Place, Theme
from stories.models.precision import PlacePrecision

from .files import LANGUAGES, in_language, read
from .keeping import ensure

OBJECT_TEXTS = ("title", "maker", "culture", "date", "image_alt", "rights")


def load_words(locales):
    taxonomy = read("taxonomy.yaml") or {}
    changed = 0
    for name, model, texts in (
        ("themes", Theme, ["description"]),
        ("communities", Community, ["description"]),
        ("places", Place, []),
        ("content_warnings", ContentWarning, ["text"]),
    ):
        for entry in taxonomy.get(name) or []:
            same = MORE.get(model, lambda entry: {})(entry)
            changed += ensure_word(model, entry, ["name", *texts], same, locales)
    for entry in read("partners.yaml") or []:
        same = {"url": entry.get("url") or ""}
        changed += ensure_word(Partner, entry, ["name", "description"], same, locales)
    return changed


def ensure_word(model, entry, texts, same, locales):
    entry = {"name": entry.get("title"), **entry}
    values = {
        language: same | {text: in_language(entry.get(text), language) for text in texts}
        for language in LANGUAGES
        if in_language(entry["name"], language)
    }
    return ensure(model, {"slug": entry["slug"]}, values, locales)


def coordinates(entry):
    return {"precision": entry.get("precision", PlacePrecision.TOWN)} | {
        field: None
        if entry.get(field) is None
        else Decimal(str(entry[field])).quantize(Decimal("1e-5"))
        for field in ("latitude", "longitude")
    }


def care(entry):
    """What a warning offers, the same in every language: services go by the names that they have."""
    return {"quick_exit": bool(entry.get("quick_exit")), "support": services(entry["slug"], entry)}


def services(place, entry):
    """Who helps readers, as the stored form of the `support` of a warning or a home page."""
    return [
        {
            "type": "service",
            "value": {"url": "", "phone": "", "languages": [], **service},
            "id": str(uuid5(NAMESPACE_OID, f"{place} support {number}")),
        }
        for number, service in enumerate(entry.get("support") or [])
    ]


MORE = {Place: coordinates, ContentWarning: care}


def load_objects(locales, pictures):
    changed = 0
    for entry in read("objects.yaml") or []:
        number = str(entry["museum_number"])
        image = pictures.key(
            entry.get("image"), CollectionObject.objects.filter(museum_number=number)
        )
        values = {
            language: {
                **{text: in_language(entry.get(text), language) for text in OBJECT_TEXTS},
                "image_id": image,
                "collection_url": entry.get("collection_url") or "",
            }
            for language in LANGUAGES
            if in_language(entry.get("title"), language)
        }
        changed += ensure(CollectionObject, {"museum_number": number}, values, locales)
    return changed
