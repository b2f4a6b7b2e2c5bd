"""What the single objects stand on and cast."""

from .outline import mirrored, smooth


def symmetric(half, axis=150):
    """A closed outline from its right half, listed from top to bottom."""
    return smooth(half, closed=False) + smooth(mirrored(half, axis), closed=False)[::-1]


def table(p, y, cloth, stripe):
    """The cloth that an object stands on."""
    p.box(-5, y, 310, 240 - y, cloth)
    p.box(-5, y + 6, 310, 2.2, stripe)
    p.box(-5, y + 11, 310, 1, stripe)
    for x in range(-2, 305, 12):
        p.cut([(x, y + 22), (x + 5, y + 17), (x + 10, y + 22), (x + 5, y + 27)], stripe)
    p.box(-5, y + 32, 310, 1, stripe)


def shadow(p, x, y, rx, ry=6):
    with p.overprint("#8d8a86", soft=1.2):
        p.oval(x, y, rx, ry)


def smoke_ribbon(p, points, width, colour):
    p.stroke(points, width, colour, 0.95)
