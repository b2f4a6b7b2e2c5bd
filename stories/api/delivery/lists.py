"""Lists of pages, each in the one version that the reader is shown."""

from django.db.models import CharField, Value
from ninja import Query
from pydantic_core import from_json, to_json

from stories.delivery import tags
from stories.delivery.door import public_rows, published
from stories.delivery.problems import BadParameters
from stories.delivery.validators import latest_change
from stories.lists import Listing
from stories.models import Community, Place, Theme
from stories.presentation.details import ITEM, composed
from stories.queries import identified, identities, texts_of

from .answers import given, json
from .fields import WHOLE, kept, wanted
from .parameters import ListParameters, check_language, check_names, reader_for
from .schemas.cards import Card

TERMS = {"theme": Theme, "community": Community, "place": Place}
PAGES = ("programme", "project")


def list_of(model):
    """An endpoint that lists the pages of a type."""

    def listed(request, parameters: Query[ListParameters]):
        check_names(request, parameters)
        reader = reader_for(parameters)
        if parameters.language is not None:
            check_language("language", parameters.language, reader.languages)
        fields = wanted(parameters.fields, Card)
        listing = _listing(model, parameters, reader)
        keys = listing.part(parameters.offset, parameters.limit)
        if not keys:
            # Only here: where something was found, there is such a word, or such a page that is public.
            _check_known(listing.filters)
        reader.shows(*map(tags.listed, (model.api_type, *PAGES)), tags.WORDS)
        return _answer(listing.count(), keys, reader, fields)

    return listed


def _listing(model, parameters, reader):
    filters = {
        name: value for name in (*TERMS, *PAGES) if (value := getattr(parameters, name)) is not None
    }
    return Listing(
        model,
        reader.languages,
        reader.fallback,
        filters=filters,
        served_in=parameters.language or "",
        words=parameters.q or "",
        order=parameters.order,
    )


def _answer(count, keys, reader, fields):
    """A part of a list, from the finished texts of its pages as far as there are; others are composed."""
    texts = texts_of(keys, reader, ITEM)
    others = [key for key in keys if key not in texts]
    shapes = composed(others, reader) if others else {}
    changes = [latest_change(shapes)]
    for text in texts.values():
        reader.shows_text(text)
        changes.append(text.changed_at)
    items = [
        texts[key].body if key in texts else json(Card, shapes[key])
        for key in keys
        if key in texts or key in shapes
    ]
    if fields:
        keep = {"count": WHOLE, "items": fields}
        body = to_json(kept({"count": count, "items": [from_json(each) for each in items]}, keep))
    else:
        body = b'{"count":%d,"items":[%s]}' % (count, b",".join(items))
    changed_at = max((moment for moment in changes if moment), default=None)
    return given(body, reader.language, changed_at=changed_at, shown=reader)


def _check_known(filters):
    """Refuses what no public page, or no word of the vocabulary, is called. One query."""
    if not filters:
        return
    parts = [
        _called(name, value).values_list(Value(name, CharField()))
        for name, value in filters.items()
    ]
    known = {name for (name,) in parts[0].union(*parts[1:])}
    if unknown := [name for name in filters if name not in known]:
        raise BadParameters({name: f"There is no {name} “{filters[name]}”." for name in unknown})


def _called(name, value):
    if name in PAGES:
        return public_rows().filter(type=name, key__in=identities(name, value)).order_by()
    return published(TERMS[name].objects.filter(identified("", value))).order_by()
