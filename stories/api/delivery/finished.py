"""What the API gives of a page, as it is finished when the page is published."""

from stories.presentation.details import composed, detail
from stories.presentation.documents import page_of

from .answers import json
from .schemas.cards import Card
from .schemas.pages import AnyDetail


def whole(row, reader):
    """The page's Detail."""
    shape = detail(page_of(row), reader)
    return json(AnyDetail, shape), shape


def item(row, reader):
    """The page's Card."""
    shape = composed([row.key], reader)[row.key]
    return json(Card, shape), shape
