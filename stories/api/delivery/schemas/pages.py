"""Pages that are neither programme nor project nor story, and the union of all that there are."""

from typing import Annotated, Literal

from pydantic import Field

from .cards import Card
from .details import Detail
from .programmes import ProgrammeDetail
from .projects import ProjectDetail
from .references import CallToAction
from .statements import AccessibilityStatementDetail
from .stories import StoryDetail
from .values import Html, Shape


class PageDetail(Detail):
    """A page of words: about us, privacy, take part."""

    type: Literal["page"]


class IndexDetail(Detail):
    """The page that a list stands on. The list itself has its own endpoint."""

    type: Literal["programme_index", "project_index", "story_index"]


class Featured(Shape):
    """What editors chose for the home page, else the newest."""

    programmes: list[Card]
    projects: list[Card]
    stories: list[Card]


class HomeDetail(Detail):
    """The front page."""

    type: Literal["home"]
    introduction: Html
    mission: Html
    featured: Featured
    calls_to_action: list[CallToAction]


StandingDetail = Annotated[
    HomeDetail | PageDetail | IndexDetail | AccessibilityStatementDetail,
    Field(discriminator="type"),
]
AnyDetail = Annotated[
    HomeDetail
    | PageDetail
    | IndexDetail
    | AccessibilityStatementDetail
    | ProgrammeDetail
    | ProjectDetail
    | StoryDetail,
    Field(discriminator="type"),
]


class ResolvedPage(Shape):
    """The path leads to a page."""

    kind: Literal["page"]
    page: AnyDetail


class ResolvedRedirect(Shape):
    """The path leads elsewhere."""

    kind: Literal["redirect"]
    location: str
    permanent: bool


Resolved = Annotated[ResolvedPage | ResolvedRedirect, Field(discriminator="kind")]
