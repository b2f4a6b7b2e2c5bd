"""The publication log, what it says is public, and who is told of it."""

from .bonds import Bond, Near
from .edge.position import Edge
from .finished import Finished, Unfinished
from .log import Change, Head
from .register import PublicPage
from .shapes import Shape
from .uses import Use
from .webhooks.delivery import Attempt, Delivery
from .webhooks.endpoint import Endpoint
from .withdrawal.record import Withdrawal, WithdrawnAddress

__all__ = [
    "Attempt",
    "Bond",
    "Change",
    "Delivery",
    "Edge",
    "Endpoint",
    "Finished",
    "Head",
    "Near",
    "PublicPage",
    "Shape",
    "Unfinished",
    "Use",
    "Withdrawal",
    "WithdrawnAddress",
]
