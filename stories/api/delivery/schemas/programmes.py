"""A whole programme."""

from typing import Literal

from .cards import Card
from .details import Detail
from .values import Choice, Day, Html, Shape


class Contact(Shape):
    """Whom to ask; "" for what is not known."""

    name: str
    email: str
    phone: str


class ProgrammeDetail(Detail):
    """Something that the museum offers to people again and again."""

    type: Literal["programme"]
    audiences: str
    methods_of_engagement: list[Choice]
    access_provision: list[Choice]
    access_notes: str
    starts_on: Day | None
    ends_on: Day | None
    is_ongoing: bool
    how_to_take_part: Html
    contact: Contact
    projects: list[Card]
    """The newest fifty of the programme."""
