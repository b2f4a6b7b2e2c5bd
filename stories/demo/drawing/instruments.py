"""Objects of the collection that a hand works or wears: oud, badge, shuttle."""

import math

from .catalogue import picture
from .dyes import (
    CREAM,
    DEEP_VERDIGRIS,
    DEEP_WALNUT,
    DEEP_WELD,
    INDIGO,
    MADDER,
    NIGHT,
    PALE_INDIGO,
    PALE_MADDER,
    PALE_WALNUT,
    PALE_WELD,
    PAPER,
    VERDIGRIS,
    WALNUT,
    WELD,
)
from .outline import oval, placed, smooth, star


@picture("oud.jpg", 225, VERDIGRIS)
def oud(p):
    p.gouges(0, 6, 300, 220, DEEP_VERDIGRIS, 8.4, (30, 90), (20, 60), 1.5, 0.5)
    p.cut([(0, 30), (0, 0), (60, 0)], WELD)
    p.cut([(300, 195), (300, 225), (240, 225)], WELD)
    turn, x, y = 62, 150, 116

    def at(points):
        return placed(points, x, y, 1.08, turn)

    def right(half):
        return smooth(half + [(-a, b) for a, b in half[::-1]])

    with p.overprint("#8d8a86", soft=2):
        p.cut(
            placed(
                right([(0, -42), (18, -34), (44, 0), (54, 38), (40, 74), (0, 88)]),
                x + 6,
                y + 8,
                1.1,
                turn,
            ),
            0,
        )
    p.cut(at([(-8, -42), (8, -42), (6.4, -112), (-6.4, -112)]), DEEP_WALNUT)
    p.cut(at([(-7, -110), (7, -110), (40, -128), (36, -138), (-4, -122)]), WALNUT)
    for i in range(5):
        p.stroke(at([(4 + i * 7, -114 - i * 4), (10 + i * 7, -103 - i * 4)]), 2, PALE_WALNUT)
        p.stroke(at([(-2 + i * 7, -124 - i * 3.4), (-6 + i * 7, -135 - i * 3.4)]), 2, PALE_WALNUT)
    p.cut(at(right([(0, -52), (12, -46), (44, -4), (56, 38), (42, 76), (0, 90)])), WALNUT)
    p.cut(at(right([(0, -46), (10, -41), (40, -2), (51, 38), (38, 72), (0, 85)])), PALE_WELD)
    for i in range(-4, 5):
        p.stroke(
            at([(i * 3, -34 + abs(i) * 6), (i * 11, 30), (i * 8, 78 - abs(i) * 2)]), 0.7, WELD, 0.7
        )
    p.cut(at([(-7, -44), (7, -44), (5, -12), (0, -6), (-5, -12)]), DEEP_WALNUT)
    for cx, cy, r in ((0, 16, 15), (-25, 42, 6.6), (25, 42, 6.6)):
        p.cut(at(oval(cx, cy, r + 2.4)), DEEP_WALNUT)
        p.cut(at(oval(cx, cy, r)), PALE_WELD)
        p.cut(at(star(cx, cy, r, r * 0.42, 8)), WALNUT)
        p.cut(at(star(cx, cy, r * 0.5, r * 0.22, 8, 22)), PALE_WELD)
    p.cut(at([(-22, 62), (22, 62), (24, 68), (-24, 68)]), DEEP_WALNUT)
    for i in range(-5, 6):
        p.cut(
            at(
                [
                    (i * 1.1 - 0.25, -112),
                    (i * 1.1 + 0.25, -112),
                    (i * 3 + 0.4, 64),
                    (i * 3 - 0.4, 64),
                ]
            ),
            PAPER if i % 2 else CREAM,
            0,
        )
    p.cut(at(smooth([(-16, 48), (-10, 45), (12, 50), (20, 46), (14, 54), (-10, 53)])), MADDER)


@picture("badge.jpg", 225, INDIGO)
def badge(p):
    for i in range(-40, 76):
        p.stroke(
            [(i * 5, 0), (i * 5 - 60, 225)], 0.7, NIGHT if i % 2 else PALE_INDIGO, curved=False
        )
    with p.overprint("#5d6a86"):
        p.cut([(196, -5), (305, -5), (305, 120)], 0)
    for a, b in (((188, 4), (300, 136)), ((196, 0), (305, 128))):
        for i in range(15):
            x, y = a[0] + (b[0] - a[0]) * i / 15, a[1] + (b[1] - a[1]) * i / 15
            p.stroke([(x, y), (x + 4, y + 4.6)], 1.5, WELD)
    with p.overprint("#55606e", soft=2.4):
        p.oval(143, 124, 84)
    for r, colour in (
        (84, DEEP_WELD),
        (82, PALE_WELD),
        (78, WALNUT),
        (76.6, PAPER),
        (60, WELD),
        (58, INDIGO),
    ):
        p.oval(138, 114, r, colour=colour)
    for i in range(24):
        angle = math.radians(i * 15)
        p.oval(
            138 + 68 * math.cos(angle),
            114 + 68 * math.sin(angle),
            3.4 if i % 2 else 2,
            colour=MADDER if i % 2 else INDIGO,
        )
    p.cut([(86, 76), (190, 76), (138, 168)], PALE_WELD)
    p.cut([(91, 79), (185, 79), (138, 162)], "#d77f8d")
    p.cut(
        [
            *smooth(
                [
                    (84, 132),
                    (98, 126),
                    (112, 132),
                    (126, 126),
                    (140, 132),
                    (154, 126),
                    (168, 132),
                    (182, 126),
                    (192, 132),
                ],
                closed=False,
            ),
            (178, 152),
            (160, 166),
            (138, 171),
            (116, 166),
            (98, 152),
        ],
        PALE_INDIGO,
    )
    for y, half in ((140, 46), (149, 38), (158, 28)):
        p.stroke(
            [
                (138 - half, y),
                (138 - half / 2, y - 3),
                (138, y),
                (138 + half / 2, y - 3),
                (138 + half, y),
            ],
            1.6,
            INDIGO,
        )
    p.cut(smooth([(110, 120), (124, 125), (152, 125), (166, 120), (158, 134), (118, 134)]), PAPER)
    p.cut([(137, 94), (139, 94), (139, 122), (137, 122)], PAPER)
    p.cut([(141, 96), (160, 118), (141, 118)], PAPER)
    p.cut([(135, 100), (122, 118), (135, 118)], CREAM)
    with p.glow("#4a4436", soft=2):
        p.blob([(78, 78), (104, 48), (140, 40), (118, 54), (92, 82), (84, 110)], PAPER)


@picture("shuttle.jpg", 225, CREAM)
def shuttle(p):
    dyes = (INDIGO, PALE_INDIGO, INDIGO, PAPER, MADDER, PAPER)
    for i in range(62):
        p.box(i * 5, -2, 3.2, 230, dyes[(i // 4) % 6], 0.15)
    for row in range(17):
        y = 146 + row * 5
        for i in range(62):
            if (i + row // 1) % 2:
                p.box(i * 5 - 0.6, y, 4.6, 3.6, WELD if (row // 3) % 2 else PALE_WELD, 0.1)
    with p.overprint("#8a857e", soft=2.2):
        p.cut(
            placed(
                smooth([(-118, 0), (-80, -20), (80, -20), (118, 0), (80, 20), (-80, 20)]),
                154,
                100,
                1,
                -12,
            ),
            0,
        )

    def at(points):
        return placed(points, 150, 90, 1, -12)

    p.cut(
        at(
            smooth(
                [
                    (-124, 0),
                    (-96, -17),
                    (-60, -22),
                    (60, -22),
                    (96, -17),
                    (124, 0),
                    (96, 17),
                    (60, 22),
                    (-60, 22),
                    (-96, 17),
                ]
            )
        ),
        WELD,
    )
    p.cut(
        at(
            smooth(
                [
                    (-124, 0),
                    (-96, 4),
                    (0, 9),
                    (96, 4),
                    (124, 0),
                    (96, 17),
                    (60, 22),
                    (-60, 22),
                    (-96, 17),
                ]
            )
        ),
        DEEP_WELD,
    )
    for y, w in ((-16, 120), (-12, 150), (15, 130), (19, 90)):
        p.cut(
            at(placed(smooth([(-w / 2, 0), (0, -0.8), (w / 2, 0), (0, 0.8)]), 0, y)),
            WALNUT if y > 0 else PALE_WELD,
        )
    for side in (-1, 1):
        p.cut(at([(side * 108, -9), (side * 136, 0), (side * 108, 9)]), "#8a8f94")
        p.cut(at([(side * 110, -7), (side * 134, 0), (side * 110, -1)]), CREAM)
    p.cut(at(smooth([(-66, -11), (66, -11), (74, 0), (66, 11), (-66, 11), (-74, 0)])), DEEP_WALNUT)
    p.cut(
        at(smooth([(-58, -5), (-40, -9), (34, -8), (60, -1), (34, 8), (-40, 9), (-58, 5)])), MADDER
    )
    for i in range(-44, 44, 4):
        p.stroke(at([(i, -7.4), (i + 3.4, 7.4)]), 0.9, PALE_MADDER)
    p.stroke(at([(58, 0), (84, -3), (100, -22), (140, -34), (170, -20)]), 1.4, MADDER)
    p.oval(*at([(86, -4)])[0], 3, colour=DEEP_WALNUT)
