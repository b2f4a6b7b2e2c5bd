"""Rivers and boats."""

from .catalogue import picture
from .dyes import (
    CREAM,
    DEEP_VERDIGRIS,
    DEEP_WALNUT,
    INDIGO,
    INK,
    MADDER,
    PALE_INDIGO,
    PALE_MADDER,
    PALE_VERDIGRIS,
    PALE_WALNUT,
    PALE_WELD,
    PAPER,
    SKINS,
    VERDIGRIS,
    WALNUT,
    WELD,
)
from .figures import person
from .outline import oval, placed, smooth


def country_boat(p, x, y, size, hull=DEEP_WALNUT, hood=PALE_WALNUT, flip=False):
    """A river boat with high ends and a hood of bent bamboo."""

    def at(points):
        return placed(points, x, y, size, flip=flip)

    p.cut(
        at(
            smooth(
                [
                    (-42, -13),
                    (-24, -2),
                    (0, 1),
                    (26, -4),
                    (50, -22),
                    (34, 5),
                    (12, 12),
                    (-14, 11),
                    (-32, 3),
                ]
            )
        ),
        hull,
    )
    p.cut(at(oval(-3, 0, 19, 17, start=180, end=360)), hood)
    for rib in (-16, -8, 0, 8):
        p.stroke(
            at([(rib - 3, 0), (rib - 2, -9), (rib, -15 + abs(rib + 3) * 0.25)]), 0.9 * size, hull
        )
    p.stroke(at([(-34, 2), (-8, 7), (18, 5), (38, -6)]), 1.3 * size, PALE_WELD, 0.9)


def palm(p, x, y, tall, colour):
    p.stroke(
        [(x, y), (x + tall * 0.06, y - tall * 0.5), (x + tall * 0.02, y - tall)],
        tall * 0.05,
        colour,
    )
    for turn in (-165, -140, -105, -70, -35, -8):
        p.cut(
            placed(
                smooth([(0, 0), (10, -3.4), (22, 0), (10, 1)]),
                x + tall * 0.02,
                y - tall,
                tall / 44,
                turn + 12,
            ),
            colour,
        )


@picture("river.jpg", ground=PALE_WELD)
def river(p):
    p.gouges(0, 6, 300, 76, PAPER, 6.5, (20, 60), (20, 70), 1.3, 0.6)
    p.oval(206, 62, 30, colour=MADDER)
    p.blob(
        [
            (-10, 96),
            (-6, 76),
            (30, 71),
            (72, 78),
            (110, 73),
            (160, 80),
            (220, 76),
            (262, 70),
            (310, 76),
            (310, 98),
        ],
        VERDIGRIS,
    )
    for x, tall in ((24, 36), (40, 26), (148, 20), (262, 34), (278, 25), (290, 38)):
        palm(p, x, 78, tall, DEEP_VERDIGRIS)
    p.box(-5, 91, 310, 115, INDIGO)
    p.gouges(0, 97, 300, 196, PALE_INDIGO, 6, (12, 44), (10, 44), 1.5, 0.8)
    for i, (y, w) in enumerate(
        ((96, 54), (102, 44), (108, 50), (115, 36), (122, 42), (130, 26), (139, 30))
    ):
        p.gouge(206 + (-1) ** i * 4, y, w, 2.6, PALE_MADDER)
    # a sail patched from three cloths
    p.stroke([(88, 128), (87, 60)], 2, DEEP_WALNUT)
    p.cut([(89, 62), (128, 70), (124, 108), (90, 116)], MADDER)
    p.cut([(89, 80), (126, 84), (125, 97), (90, 98)], WELD)
    p.cut([(104, 65), (116, 68), (112, 82), (103, 81)], PALE_INDIGO)
    country_boat(p, 92, 130, 1.15)
    country_boat(p, 232, 112, 0.55, hood=WELD, flip=True)
    country_boat(p, 36, 101, 0.36, hood=PALE_MADDER)
    for x in (190, 197, 206, 213, 222, 229, 240, 247, 257, 268, 276, 285, 294):
        lean = p.random.uniform(-12, 14)
        top = p.random.uniform(148, 172)
        p.stroke(
            [(x, 206), (x + lean * 0.3, (top + 206) / 2), (x + lean, top)], 2.2, PALE_VERDIGRIS, 0.8
        )
        p.cut(oval(x + lean, top, 1.9, 6.4, lean), WELD)


@picture("ferry.jpg", ground=PALE_MADDER)
def ferry(p):
    p.gouges(0, 5, 300, 62, PALE_WELD, 6, (30, 80), (20, 60), 1.6, 0.4)
    p.blob(
        [(-10, 84), (-10, 70), (46, 63), (98, 68), (170, 62), (240, 69), (310, 63), (310, 84)],
        DEEP_VERDIGRIS,
    )
    p.box(-5, 78, 310, 125, VERDIGRIS)
    p.gouges(0, 84, 300, 198, PALE_VERDIGRIS, 6.4, (16, 60), (12, 40), 1.5, -0.7)
    people = (
        (92, 44, MADDER, "scarf", PALE_MADDER),
        (112, 47, PAPER, "short", INK),
        (133, 42, INDIGO, "long", INK),
        (152, 46, WELD, "scarf", MADDER),
        (172, 48, WALNUT, "cap", CREAM),
        (190, 33, PALE_INDIGO, "short", INK),
    )
    for i, (x, tall, coat, hair, colour) in enumerate(people):
        person(p, x, 134, tall, coat, SKINS[i], hair, colour)
    p.stroke([(262, 52), (226, 176)], 1.8, DEEP_WALNUT)
    person(p, 229, 128, 58, CREAM, SKINS[4], "cap", MADDER, arm=(247, 98))
    p.blob(
        [
            (42, 108),
            (70, 126),
            (150, 132),
            (220, 128),
            (264, 106),
            (248, 140),
            (206, 153),
            (110, 154),
            (64, 142),
        ],
        DEEP_WALNUT,
    )
    p.stroke([(56, 124), (104, 140), (160, 142), (220, 137), (252, 121)], 2.2, WELD, 0.9)
    with p.overprint(PALE_INDIGO):
        for y, w in ((157, 170), (163, 140), (170, 110), (178, 64)):
            p.gouge(152, y, w, 4.4, INK)
