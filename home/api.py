"""What the front door adds to the delivery API: standing pages, and the menus."""

from dataclasses import asdict

from ninja import Query, Router

from stories.api.delivery.answers import answer
from stories.api.delivery.pages import pages_router
from stories.api.delivery.parameters import LocaleParameters, check_names, reader_for
from stories.api.delivery.schemas.details import Support
from stories.api.delivery.schemas.pages import StandingDetail
from stories.api.delivery.schemas.values import Shape, Tag
from stories.models import ProgrammeIndexPage, ProjectIndexPage, StoryIndexPage

from .models import AccessibilityStatementPage, HomePage, StandardPage
from .navigation import navigation_for

pages = pages_router(
    "page",
    "pages",
    StandardPage,
    StandingDetail,
    HomePage,
    ProgrammeIndexPage,
    ProjectIndexPage,
    StoryIndexPage,
    AccessibilityStatementPage,
)
navigation = Router(tags=["site"])


class MenuEntry(Shape):
    title: str
    url: str
    language: Tag
    """That the title is in."""


class NavigationMenus(Shape):
    """The menus, in the reader's language where they have been translated."""

    main: list[MenuEntry]
    footer: list[MenuEntry]
    organisation: str
    """The name of the organisation whose site it is."""
    support: list[Support]
    """To be shown with every content warning, after what the warning itself offers."""
    quick_exit_url: str
    """Where a quick exit leads: an everyday page on another site."""


@navigation.get(
    "/", response=NavigationMenus, operation_id="get_navigation", summary="Get the menus"
)
def get_navigation(request, parameters: Query[LocaleParameters]):
    """The menus that stand around every page. What is not public is not in them."""
    check_names(request, parameters)
    reader = reader_for(parameters)
    found = navigation_for(reader)
    return answer(NavigationMenus, asdict(found), reader.language, shown=reader)
