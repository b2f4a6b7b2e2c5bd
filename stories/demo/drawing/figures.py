"""People, seen as a printmaker sees them: a coat, a head, what they wear on it."""

from .dyes import DEEP_WALNUT, INK
from .outline import oval


def person(p, x, foot, tall, coat, skin, hair="short", hair_colour=INK, arm=None):
    """A standing person; `arm` is a point that one hand reaches to."""
    top = foot - tall
    r = tall * 0.105
    shoulder, hem = tall * 0.17, tall * 0.215
    neck = top + r * 2.05
    if hair == "long":
        p.blob(
            [
                (x - r * 1.3, top + r),
                (x, top - r * 0.4),
                (x + r * 1.3, top + r),
                (x + r * 1.5, neck + r * 1.5),
                (x - r * 1.5, neck + r * 1.5),
            ],
            hair_colour,
        )
    p.cut(
        [
            (x - shoulder * 0.45, neck),
            (x + shoulder * 0.45, neck),
            (x + shoulder * 0.95, neck + tall * 0.06),
            (x + shoulder * 1.05, neck + tall * 0.3),
            (x + hem, foot),
            (x - hem, foot),
            (x - shoulder * 1.05, neck + tall * 0.3),
            (x - shoulder * 0.95, neck + tall * 0.06),
        ],
        coat,
        0.35,
    )
    p.box(x - r * 0.4, neck - r * 0.5, r * 0.8, r * 0.8, skin)
    p.oval(x, top + r * 1.1, r * 0.86, r * 1.08, skin)
    crown(p, x, top, r, hair, hair_colour, skin)
    if arm:
        side = 1 if arm[0] > x else -1
        start = (x + side * shoulder * 0.8, neck + tall * 0.1)
        elbow = ((start[0] + arm[0]) / 2, (start[1] + arm[1]) / 2 + tall * 0.06)
        p.stroke([start, elbow, arm], tall * 0.085, coat)
        p.oval(arm[0], arm[1], tall * 0.042, colour=skin)


def crown(p, x, top, r, hair, colour, skin):
    """Hair, scarf or hat on a head whose top is at `top` and half width about `r`."""
    y = top + r * 1.1
    if hair in ("short", "long"):
        p.cut(oval(x, y - r * 0.15, r * 0.98, r * 1.05, start=180, end=360), colour)
    elif hair == "bun":
        p.cut(oval(x, y - r * 0.15, r * 0.98, r * 1.05, start=180, end=360), colour)
        p.oval(x, top - r * 0.35, r * 0.5, colour=colour)
    elif hair == "curls":
        for dx, dy in ((-0.9, 0), (-0.7, -0.7), (0, -1.05), (0.7, -0.7), (0.9, 0)):
            p.oval(x + dx * r, y + dy * r - r * 0.1, r * 0.52, colour=colour)
    elif hair == "scarf":
        ring = oval(x, y - r * 0.05, r * 1.25, r * 1.35)
        p.cut(ring, colour)
        p.blob(
            [
                (x - r * 1.2, y),
                (x + r * 1.2, y),
                (x + r * 1.75, y + r * 2),
                (x, y + r * 2.7),
                (x - r * 1.75, y + r * 2),
            ],
            colour,
        )
        p.oval(x, y + r * 0.05, r * 0.72, r * 0.92, skin)
    elif hair == "cap":
        p.cut(oval(x, y - r * 0.3, r, r, start=180, end=360), colour)
        p.box(x - r * 1.3, y - r * 0.45, r * 2.2, r * 0.3, colour)
    elif hair == "hat":
        p.cut(oval(x, y - r * 0.5, r * 1.05, r * 1.1, start=180, end=360), colour)
        p.box(x - r * 1.05, y - r * 0.75, r * 2.1, r * 0.4, DEEP_WALNUT)
        p.oval(x, top - r * 0.4, r * 0.35, colour=colour)


def mouth(p, x, y, size, colour=INK):
    p.oval(x, y, size * 0.7, size, colour)
