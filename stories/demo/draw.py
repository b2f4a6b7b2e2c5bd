"""The demo's pictures, drawn when they are needed: no picture file is kept in the repository."""

from .drawing import (
    belongings,
    crowds,
    hands,
    instruments,
    kitchens,
    paper_and_silk,
    places,
    quayside,
    rivers,
    rooms,
    school,
    streets,
    studio,
    tables,
    talk,
    vessels,
    winter,
)
from .drawing.catalogue import PICTURES
from .drawing.dyes import PAPER
from .drawing.press import Print

SETS = (
    belongings,
    crowds,
    hands,
    instruments,
    kitchens,
    paper_and_silk,
    places,
    quayside,
    rivers,
    rooms,
    school,
    streets,
    studio,
    tables,
    talk,
    vessels,
    winter,
)
WIDTH = 1600  # pixels, if no other is asked for


def names():
    """File names of all pictures, sorted."""
    return sorted(PICTURES)


def draw(name, width=None):
    """The picture as JPEG bytes, the same bytes every time; KeyError for an unknown name."""
    function, height, ground = PICTURES[name]
    sheet = Print(name, width or WIDTH, height, ground or PAPER)
    function(sheet)
    return sheet.jpeg()
