"""What pages are gathered by, each with the pages that have to do with it: themes, communities, places,
partners, collection objects, and people as far as they have agreed."""

from django.db.models import CharField, Count, Value
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from stories.delivery import tags
from stories.delivery.bonds import Bond
from stories.delivery.door import public_rows, published
from stories.delivery.memory import memory
from stories.delivery.shapes import Shape
from stories.lists import Gathering
from stories.models import CollectionObject, Community, Partner, Place, Theme
from stories.related.contributors import identity_of
from stories.subjects import API_TYPES, TITLES, index_url, subject_ref, timeline_url
from stories.translation.interface import interface_language
from stories.translation.languages import direction

from .vocabulary import is_over_now, preference
from .whereabouts import whereabouts

TIMELINE = "timeline"
WORDS = {"theme": Theme, "community": Community, "place": Place, "partner": Partner}


def counts(kind):
    """How many public pages have to do with each of a kind, by identity; none that has none."""
    return memory.get(("bonds", kind), lambda: _counts(kind))


def _counts(kind):
    public = public_rows().order_by().values("key")
    bonds = Bond.objects.filter(kind=kind, key__in=public).values_list("identity")
    return dict(bonds.annotate(Count("key")))


def gathered_by(reader):
    """The lists of what public pages are gathered by, ``[{"title", "url"}]``; no empty one."""
    public = public_rows().order_by()
    kinds = Bond.objects.filter(key__in=public.values("key")).values_list("kind", flat=True)
    told = public.filter(tells_from__isnull=False).values_list(Value(TIMELINE, CharField()))
    found = memory.get("kinds of bonds", lambda: set(kinds.union(told)))
    lists = [
        {"title": title, "url": index_url(kind, reader.language)}
        for kind, title in TITLES.items()
        if kind in found
    ]
    if TIMELINE in found:
        lists.append({"title": _("Timeline"), "url": timeline_url(reader.language)})
    return lists


def identity_at(kind, slug):
    """The identity of the subject whose page has that address, or None."""
    if kind == "contributor":
        return identity_of(slug)
    model = WORDS.get(kind, CollectionObject)
    found = published(model.objects.filter(slug=slug)).order_by("pk")
    return memory.get(
        ("subject", kind, slug), lambda: found.values_list("translation_key", flat=True).first()
    )


def languages_of(key):
    """The languages that something of what belongs to a subject really is in; none where nothing does."""
    having = Bond.objects.filter(identity=key).values("key")
    rows = public_rows().filter(key__in=having).order_by().values_list("locale", flat=True)
    return memory.get(("languages", key), lambda: set(rows.distinct()))


def directory(kind, reader):
    """Every subject of a kind that something public has to do with, by name, as the reader calls it:
    ``[{"id", "title", "slug", "language", "count"}…]``.
    """
    listed = (*LISTED, API_TYPES.get(kind, kind))
    reader.shows(*map(tags.listed, listed), tags.WORDS)
    asked = ("directory", kind, reader.language, reader.fallback)
    return memory.get(asked, lambda: _directory(kind, reader))


# What makes a subject have its first page, or its last.
LISTED = ("home", "page", "programme", "project", "story", "programme_index", "project_index",
          "story_index")  # fmt: skip


def _directory(kind, reader):
    chain = reader.languages.fallback(reader.language).tags
    best = {}
    for key, language, slug, title in _names(kind):
        rank = preference(language, chain)
        if key not in best or rank < best[key][0]:
            best[key] = rank, {"title": title, "slug": slug, "language": language}
    found = [
        {"id": key, **best[key][1], "count": count}
        for key, count in counts(kind).items()
        if key in best
    ]
    return sorted(found, key=lambda each: (each["title"].casefold(), each["slug"]))


def _names(kind):
    """``(identity, language, slug, name)`` in every language. One query."""
    if kind == "contributor":
        for data in Shape.objects.filter(pk__startswith="contributor:").values_list(
            "data", flat=True
        ):
            for each in data["versions"]:
                if is_over_now(each):
                    continue
                key = identity_of(each["slug"])
                yield key, each["language"], each["slug"], each["title"]
        return
    model = WORDS.get(kind, CollectionObject)
    name = "title" if kind == "object" else "name"
    yield from published(model.objects.order_by("pk")).values_list(
        "translation_key", "locale__language_code", "slug", name
    )


def listed(kind, entries, reader):
    """Entries of a `directory` as lists show them: each with what is said of it. One query."""
    references = reader.references()
    references.want_subjects(kind, [each["id"] for each in entries])
    with translation.override(interface_language(reader.language)):
        references.load()
        shown = ((each, _said(kind, each["id"], references)) for each in entries)
        return [{**said, "count": each["count"]} for each, said in shown if said]


def gathered(kind, key, reader, offset=0, limit=20):
    """A subject with what is said of it, and a part of the pages that have to do with it, as cards; None
    where no public page has.

    ``{"id", "type", "title", "slug", "url", "language", "names", "text", "available", "count", "items",
    "shared_image"}``. A partner also has its ``website``, a place its ``coordinates`` (as `whereabouts`
    says); an object is the contract's, with its ``slug`` and the ``voices`` that speak of it on these pages:
    ``{"html", "respondent", "lang", "dir", "page", "content_warnings"}``.
    """
    is_object = kind == "object"
    reader.shows(tags.below(key), tags.collection_object(key) if is_object else tags.word(key))
    available = languages_of(key)
    listing = Gathering(None, reader.languages, reader.fallback, identity=key)
    keys = listing.part(offset, limit)
    references = reader.references()
    references.want_pages(cards=keys)
    references.want_subjects(kind, [key])
    with translation.override(interface_language(reader.language)):
        references.load()
        said = _said(kind, key, references)
        if said is None or not available:
            return None
        return {
            **said,
            "available": sorted(available - reader.languages.empty),
            "count": listing.count(),
            "items": references.cards_of(keys),
            "shared_image": _shared_image(key, keys, references),
            **({"voices": list(_voices(key, keys, references))} if is_object else {}),
        }


def _shared_image(key, pages, references):
    """What stands for a subject on other sites: the picture of an object, or that of the first of its pages
    that has one and warns of nothing; as `References.shared_image`.
    """
    if found := references.shared_object(key):
        return found
    for row in filter(None, map(references.families.listed, pages)):
        image = references.shared_image(row.card["lead_image"], row.card["lead_image_alt"])
        if image and not references.warns(row):
            return image
    return None


def _said(kind, key, references):
    """What is said of a subject in the reader's language, or in what stands in for it; or None."""
    vocabulary = references.vocabulary
    if kind == "object":
        found, named = references.object_of(key), vocabulary.object(key)
        return found and {**found, "slug": named["slug"], "names": vocabulary.names(kind, key)}
    word = vocabulary.word(kind, key)
    if word is None:
        return None
    more = {}
    if kind == "partner":
        more = {"website": word["url"]}
    elif kind == "place":
        more = {"coordinates": whereabouts().get(str(key))}
    return {
        **subject_ref(kind, word, references.language, references.base),
        "names": vocabulary.names(kind, key),
        "text": word["text"],
        **more,
    }


def _voices(key, pages, references):
    families = references.families
    for row in filter(None, map(families.listed, pages)):
        for voice in row.card.get("voices", ()):
            if voice["object"] == str(key):
                yield {
                    "html": voice["html"],
                    "respondent": voice["respondent"],
                    "lang": row.language,
                    "dir": direction(row.language),
                    "page": families.ref(row),
                    "content_warnings": [
                        {name: word[name] for name in ("id", "title", "text", "language")}
                        for word in references.vocabulary.words_of(row, "content_warning")
                    ],
                }
