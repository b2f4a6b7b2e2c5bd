"""The delivery API's search."""

from typing import Annotated, Literal

from ninja import Query, Router
from pydantic import Field
from pydantic_core import from_json, to_json

from stories.api.delivery.answers import given, json
from stories.api.delivery.fields import kept, wanted
from stories.api.delivery.parameters import (
    Given,
    PageParameters,
    Words,
    check_language,
    check_names,
    having,
    reader_for,
)
from stories.api.delivery.schemas.cards import Card
from stories.api.delivery.schemas.values import Html, PageType, Shape, Tag
from stories.delivery import tags
from stories.delivery.problems import BadParameters
from stories.presentation.details import ITEM

from . import filters
from .results import ends, facets, results
from .search import search

router = Router(tags=["search"])


class SearchParameters(PageParameters):
    q: Annotated[
        Words,
        Field(
            description=(
                'What to search for: words, which must all be found; `"words in a row"`; and '
                "`-words` that must not. The last word may be its beginning only."
            ),
            examples=["river -bridge"],
        ),
    ]
    limit: Annotated[int, Field(ge=1, le=100, description="How many.")] = 20
    offset: Annotated[int, Field(ge=0, le=1_000_000, description="After how many.")] = 0
    type: Annotated[PageType, Field(description="Only pages of this type.")] = None
    theme: Annotated[Given, having("theme")] = None
    community: Annotated[Given, having("community")] = None
    place: Annotated[Given, having("place")] = None
    language: Annotated[Given, Field(description="Only what is in this language.")] = None
    format: Annotated[
        Literal["audio", "video", "pictures", "text"],
        Field(description="Only pages with recordings or pictures, or with neither (`text`)."),
    ] = None


class Moment(Shape):
    """Where in a recording the words are said."""

    block: str
    """The id of the block that the recording is in."""
    start: float
    """Seconds from its beginning."""
    url: str
    """The page, with the recording at that moment."""


class SearchItem(Card):
    """A page that was found, in the language that it was found in."""

    highlight: Html
    """The passage that was found, with what was found in `mark`. It says its own language."""
    score: int
    """Higher is better. To be compared within one answer only."""
    recording: Moment | None


class FacetValue(Shape):
    """Something to narrow a search by, and how many results there would be."""

    id: str
    name: str
    count: Annotated[int, Field(ge=1)]
    slug: str
    language: Tag | None
    """That of the name, where it is a word of the vocabulary or a language."""


class Facets(Shape):
    """How many results each value would give, beside the other filters that were asked for."""

    type: list[FacetValue]
    theme: list[FacetValue]
    community: list[FacetValue]
    place: list[FacetValue]
    language: list[FacetValue]
    format: list[FacetValue]


class SearchResults(Shape):
    """A part of what was found: first what is in the language asked for, then what is in others."""

    count: Annotated[int, Field(ge=0, description="Of all that was found, not of this part.")]
    count_in_language: Annotated[
        int, Field(ge=0, description="Of these, how many are in the language asked for.")
    ]
    suggestion: str | None
    """What was probably meant, where a word is nowhere to be found."""
    is_partial: bool
    """Whether nothing has all of the words, so that this has some of them."""
    items: list[SearchItem]
    facets: Facets


@router.get("/", response=SearchResults, operation_id="search", summary="Search")
def find(request, parameters: Query[SearchParameters]):
    """Search in all that readers see of pages: their words, captions, transcripts, who and what is in them.

    Each page is in the answer once: in the language asked for where it was found in that, else in
    another one, after all of those that are.
    """
    check_names(request, parameters)
    reader = reader_for(parameters)
    if parameters.language is not None:
        check_language("language", parameters.language, reader.languages)
    asked = parameters.model_dump(include=set(filters.DIMENSIONS))
    try:
        chosen = filters.resolved(asked, reader.languages)
    except filters.UnknownFilter as unknown:
        name = unknown.name
        raise BadParameters({name: f"There is no {name} “{asked[name]}”."}) from None
    fields = wanted(parameters.fields, SearchItem)
    found = search(parameters.q, reader, chosen, parameters.limit, parameters.offset)
    shown = results(found, reader, ITEM)
    head = {
        "count": found.count,
        "count_in_language": found.own,
        "suggestion": found.suggestion or None,
        "is_partial": found.is_relaxed,
    }
    tail = {"facets": facets(found, reader)}
    body = b'%s,"items":[%s],%s' % (
        to_json(head)[:-1],
        b",".join(_written(each, fields) for each in shown),
        to_json(tail)[1:],
    )
    until = ends(found, shown, reader)
    return given(body, reader.language, tags=[tags.SITE, tags.EVERYTHING], until=until)


def _written(result, fields):
    """An item as JSON, of a page that is finished without reading it."""
    if result.text is None:
        return json(SearchItem, result.item, fields)
    if fields:
        return to_json(kept({**from_json(result.text.body), **result.more}, fields))
    return result.text.body[:-1] + b"," + to_json(result.more)[1:]
