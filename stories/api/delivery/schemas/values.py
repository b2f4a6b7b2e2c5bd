"""Kinds of values that many schemas have."""

from typing import Annotated, Literal

from pydantic import Field

from .described import Described

Identity = Annotated[
    str,
    Field(
        description="The identity that all language versions share.",
        json_schema_extra={"format": "uuid"},
        examples=["6f0c3f3e-7d0a-4f3d-9a51-0f6a8c4c2f10"],
    ),
]
Moment = Annotated[
    str, Field(json_schema_extra={"format": "date-time"}, examples=["2024-03-09T10:00:00Z"])
]
Day = Annotated[str, Field(json_schema_extra={"format": "date"}, examples=["2024-03-09"])]
Tag = Annotated[str, Field(description="A language tag.", examples=["bn", "zh-hans"])]
Direction = Literal["ltr", "rtl"]
Html = Annotated[str, Field(description="Cleaned HTML, with links resolved.")]

PageType = Literal[
    "accessibility_statement",
    "home",
    "page",
    "programme_index",
    "programme",
    "project_index",
    "project",
    "story_index",
    "story",
]
Precision = Literal["country", "region", "town", "exact"]
Freshness = Literal["original", "current", "outdated"]
Trust = Literal["original", "human", "community", "machine"]


class Shape(Described):
    """What every schema is: described by its docstring and by its fields' own."""


class Coordinates(Shape):
    """Where a place is, rounded to 5 degrees for a country, to 1 for a region, to 0.1 for a town."""

    latitude: Annotated[float, Field(ge=-90, le=90)]
    longitude: Annotated[float, Field(ge=-180, le=180)]
    precision: Precision


class Choice(Shape):
    """One of a fixed list: its name in programs, and its name in the reader's language."""

    id: str
    title: str


class Passage(Shape):
    """A text that says for itself which language it is in."""

    lang: Tag
    dir: Direction
    html: Html
