"""A whole project."""

from typing import Literal

from .cards import Card
from .collection_objects import CollectionObjectInUse
from .details import Detail
from .values import Choice, Day, Html, Identity, Shape, Tag


class Partner(Shape):
    """An organisation that took part."""

    id: Identity
    title: str
    role: str
    url: str
    """The organisation's own address, "" where it has none."""
    page: str
    """The address of the page here that gathers what was done with it."""
    language: Tag
    """That its name is in."""


class ProjectDetail(Detail):
    """A case study: what the museum and a community did together."""

    type: Literal["project"]
    partners: list[Partner]
    collaboration: list[Choice]
    status: Choice
    starts_on: Day | None
    ends_on: Day | None
    aims: Html
    approach: Html
    outcomes: Html
    collection_objects: list[CollectionObjectInUse]
    stories: list[Card]
    """The newest fifty of the project."""
