"""A whole story."""

from typing import Literal

from .collection_objects import CollectionObjectInUse
from .details import Detail
from .values import Day, Precision, Shape


class Contributor(Shape):
    """Somebody who is credited, by the name that they chose."""

    name: str
    role: str
    """In the reader's language."""
    biography: str
    page: str
    """The address of the page that gathers what they are credited for, "" where they have none."""


class StoryDetail(Detail):
    """What somebody who took part has to say, whole."""

    type: Literal["story"]
    contributors: list[Contributor]
    told_on: Day | None
    recorded_by: str
    place_precision: Precision | None
    """What its places are told no more finely than, anywhere; null where each place decides."""
    collection_objects: list[CollectionObjectInUse]
    quick_exit: bool
    """Whether readers should be offered a way off the page at once."""
