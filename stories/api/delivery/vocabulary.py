"""What pages are found by: themes, communities, places, languages."""

from collections import defaultdict

from django.conf import settings
from ninja import Query, Router
from pydantic import BaseModel

from stories.delivery import tags
from stories.delivery.door import published
from stories.models import Community, Place, Theme
from stories.presentation.listings import OFFERING
from stories.presentation.subjects import counts
from stories.presentation.vocabulary import preference
from stories.presentation.whereabouts import whereabouts
from stories.subjects import subject_url
from stories.translation.locales import Languages

from .answers import answer
from .parameters import LocaleParameters, check_names, reader_for
from .schemas.vocabulary import Locales, Taxonomies

taxonomies = Router(tags=["site"])
locales = Router(tags=["site"])


class NoParameters(BaseModel):
    pass


@taxonomies.get(
    "/", response=Taxonomies, operation_id="get_taxonomies", summary="Get the vocabulary"
)
def get_taxonomies(request, parameters: Query[LocaleParameters]):
    """Themes, communities and places."""
    check_names(request, parameters)
    reader = reader_for(parameters)
    shape = {
        "themes": _terms(Theme, reader, described),
        "communities": _terms(Community, reader, described),
        "places": _terms(Place, reader, located),
    }
    shown = [tags.WORDS, *map(tags.listed, OFFERING)]
    return answer(Taxonomies, shape, reader.language, tags=[tags.SITE, *shown])


def _terms(model, reader, more):
    """Every term once, in the best language for the reader. One query."""
    chain = reader.languages.fallback(reader.language).tags
    versions = defaultdict(list)
    for term in published(model.objects.select_related("locale")):
        versions[term.translation_key].append(term)
    best = [
        min(terms, key=lambda term: preference(term.locale.language_code, chain))
        for terms in versions.values()
    ]
    kind = model._meta.model_name
    gathering = counts(kind)
    return [
        {
            "id": str(term.translation_key),
            "type": kind,
            "title": term.name,
            "slug": term.slug,
            "url": subject_url(kind, term.slug, reader.language, reader.base)
            if term.translation_key in gathering
            else f"{reader.base}/{reader.language}/stories/?{kind}={term.slug}",
            "language": term.locale.language_code,
            **more(term),
        }
        for term in sorted(best, key=lambda term: (term.name.casefold(), term.slug))
    ]


def described(term):
    return {"description": term.description}


def located(place):
    return {"coordinates": whereabouts()[str(place.translation_key)]}


@locales.get("/", response=Locales, operation_id="list_locales", summary="List the languages")
def list_locales(request):
    """The site's languages, each by its own name and with its direction."""
    check_names(request, NoParameters())
    languages = Languages.load()
    items = [
        {**languages.shape(tag), "is_default": tag == settings.LANGUAGE_CODE} for tag in languages
    ]
    shape = {"count": len(items), "items": items}
    return answer(Locales, shape, settings.LANGUAGE_CODE)
