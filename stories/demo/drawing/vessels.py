"""Objects of the collection that hold something: pot, burner, mortar."""

import math

from .catalogue import picture
from .dyes import (
    CREAM,
    DEEP_VERDIGRIS,
    DEEP_WALNUT,
    DEEP_WELD,
    INDIGO,
    MADDER,
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
from .still_life import shadow, smoke_ribbon, symmetric, table


@picture("ghoti.jpg", 225, INDIGO)
def ghoti(p):
    for row in range(9):
        for column in range(14):
            x, y = 12 + column * 23 + (row % 2) * 11.5, 10 + row * 19
            p.cut(star(x, y, 2.6, 1.1, 4), PALE_INDIGO if (row + column) % 3 else WELD)
    table(p, 172, MADDER, PALE_WELD)
    shadow(p, 162, 199, 70)
    p.cut(
        symmetric(
            [
                (150, 42),
                (186, 40),
                (190, 45),
                (176, 54),
                (170, 68),
                (174, 82),
                (206, 104),
                (216, 138),
                (202, 172),
                (178, 190),
                (182, 199),
                (150, 201),
            ]
        ),
        WELD,
    )
    p.cut(
        smooth(
            [
                (186, 41),
                (190, 45),
                (176, 54),
                (170, 68),
                (174, 82),
                (206, 104),
                (216, 138),
                (202, 172),
                (178, 190),
                (182, 199),
                (158, 201),
                (176, 170),
                (186, 132),
                (176, 100),
                (160, 82),
                (158, 62),
            ]
        ),
        DEEP_WELD,
    )
    p.oval(150, 43, 38, 6, DEEP_WALNUT)
    p.stroke(oval(150, 43, 38, 6, steps=40), 1.8, PALE_WELD, curved=False)
    for y, half, bend in ((82, 24, 3), (87, 32, 4), (160, 60, 8), (166, 56, 8)):
        p.stroke([(150 - half, y), (150, y + bend), (150 + half, y)], 1.5, WALNUT)
    for i in range(11):
        angle = (i - 5) / 5.6
        x = 150 + 62 * math.sin(angle)
        y = 128 + 6 * math.cos(angle)
        p.cut(placed(star(0, 0, 8, 3.4, 6), x, y, 1), WALNUT)
        p.oval(x, y, 2, colour=PALE_WELD)
    for x, y, long, turn, bend in (
        (100, 128, 42, 98, 4),
        (107, 130, 30, 98, 3),
        (113, 112, 16, 110, 2),
        (137, 66, 18, 92, 1),
    ):
        p.gouge(x, y, long, 3, PAPER, turn, bend)
    for y in (108, 116, 145, 152, 172, 180):
        p.gouge(194 - abs(y - 138) * 0.25, y, 18, 1.5, WALNUT, -12)


@picture("dabqaad.jpg", 225, WALNUT)
def dabqaad(p):
    p.gouges(0, 6, 300, 176, DEEP_WALNUT, 7, (20, 70), (14, 50), 1.6, 0.5)
    for points, w, colour in (
        ([(150, 70), (136, 54), (156, 36), (140, 16), (150, -10)], 9, PALE_INDIGO),
        ([(140, 72), (112, 58), (118, 38), (92, 24), (96, -6)], 7, PALE_WALNUT),
        ([(160, 72), (188, 54), (178, 34), (206, 20), (198, -8)], 7, CREAM),
    ):
        smoke_ribbon(p, points, w, colour)
    table(p, 178, VERDIGRIS, PALE_WELD)
    shadow(p, 158, 205, 62)
    p.cut(
        symmetric(
            [
                (150, 78),
                (196, 76),
                (192, 92),
                (182, 110),
                (164, 130),
                (162, 140),
                (178, 156),
                (196, 182),
                (202, 206),
                (150, 210),
            ]
        ),
        CREAM,
    )
    p.cut(
        smooth(
            [
                (196, 76),
                (192, 92),
                (182, 110),
                (164, 130),
                (162, 140),
                (178, 156),
                (196, 182),
                (202, 206),
                (172, 209),
                (170, 180),
                (156, 150),
                (152, 136),
                (160, 120),
                (170, 96),
            ]
        ),
        PALE_WALNUT,
    )
    p.oval(150, 78, 46, 8, DEEP_WALNUT)
    p.stroke(oval(150, 78, 46, 8, steps=40), 2, PAPER, curved=False)
    for x, y, r, colour in (
        (132, 78, 7, MADDER),
        (148, 75, 8, WELD),
        (164, 78, 7, MADDER),
        (154, 80, 5, PALE_WELD),
        (140, 80, 4, PALE_MADDER),
    ):
        p.oval(x, y, r, r * 0.55, colour)
    for y in (90, 97):
        half = 42 - (y - 86) * 0.55
        p.stroke([(150 - half, y), (150, y + 5), (150 + half, y)], 1.3, DEEP_WALNUT)
    for i in range(-3, 4):
        x = 150 + i * 10
        p.cut(
            [(x - 3.4, 103 + 3 - abs(i)), (x + 3.4, 103 + 3 - abs(i)), (x, 112 + 3 - abs(i))],
            MADDER if i % 2 else INDIGO,
        )
    p.stroke([(136, 132), (150, 135), (164, 132)], 1.6, DEEP_WALNUT)
    p.stroke([(137, 138), (150, 141), (163, 138)], 1.6, DEEP_WALNUT)
    for x in (122, 150, 178):
        p.cut([(x - 9, 196), (x + 9, 196), (x, 170 - abs(x - 150) * 0.06)], DEEP_WALNUT)
        p.cut([(x - 4.4, 194), (x + 4.4, 194), (x, 181)], MADDER)
    p.stroke([(108, 202), (150, 206), (192, 202)], 1.4, DEEP_WALNUT)
    p.gouge(112, 94, 16, 2.2, PAPER, 62)
    p.gouge(116, 182, 30, 2.4, PAPER, -66)


@picture("mortar.jpg", 225, PALE_WELD)
def mortar(p):
    p.gouges(0, 6, 300, 150, WELD, 9, (30, 90), (24, 70), 1.6, 0.5)
    table(p, 156, VERDIGRIS, PALE_WELD)
    shadow(p, 156, 200, 92, 8)
    stone, lit, deep = "#4d4d50", "#77767a", "#2d2e33"
    for x, lean in ((96, -10), (204, 10), (150, 0)):
        p.blob(
            [
                (x - 18, 150),
                (x + 18, 150),
                (x + 11 + lean, 196 + (6 if not lean else 0)),
                (x - 11 + lean, 196 + (6 if not lean else 0)),
            ],
            deep if lean else stone,
        )
    p.cut(symmetric([(150, 96), (236, 94), (244, 104), (232, 138), (206, 164), (150, 174)]), stone)
    p.cut(
        smooth(
            [
                (238, 96),
                (244, 104),
                (232, 138),
                (206, 164),
                (164, 173),
                (196, 146),
                (214, 116),
                (220, 100),
            ]
        ),
        deep,
    )
    p.oval(150, 97, 93, 20, lit)
    p.oval(150, 98, 80, 15, deep)
    p.oval(150, 102, 66, 10, MADDER)
    for x, y, r in ((122, 101, 8), (146, 105, 6), (172, 100, 7), (192, 103, 4)):
        p.oval(x, y, r, r * 0.5, PALE_MADDER)
    for x, y in ((132, 106), (158, 98), (182, 106), (108, 104)):
        p.cut(
            placed(smooth([(0, 0), (4, -2), (8, 0), (4, 2)]), x, y, 1, p.random.uniform(0, 180)),
            VERDIGRIS,
        )
    p.cut(
        placed(
            smooth([(-11, 34), (-14, 10), (-10, -24), (0, -34), (10, -24), (14, 10), (11, 34)]),
            190,
            68,
            1,
            34,
        ),
        stone,
    )
    p.cut(
        placed(
            smooth([(4, 33), (11, 34), (14, 10), (10, -24), (3, -33), (6, -10)]), 190, 68, 1, 34
        ),
        deep,
    )
    p.gouge(184, 62, 26, 2.4, lit, 124)
    for _ in range(70):
        x, y = p.random.uniform(66, 226), p.random.uniform(120, 166)
        if ((x - 150) / 84) ** 2 + ((y - 112) / 54) ** 2 < 1:
            p.oval(
                x,
                y,
                p.random.uniform(0.7, 1.7),
                p.random.uniform(0.5, 1.2),
                lit if x < 180 else stone,
            )
    for x, y, turn, colour in (
        (42, 190, 12, MADDER),
        (58, 206, -18, MADDER),
        (262, 196, 168, DEEP_VERDIGRIS),
        (250, 210, 200, MADDER),
    ):
        p.cut(
            placed(
                smooth([(0, -5), (12, -5.4), (30, -1), (42, 6), (28, 6), (10, 6), (0, 4)]),
                x,
                y,
                0.9,
                turn,
            ),
            colour,
        )
        p.stroke(placed([(0, 0), (-5, -1), (-9, -5)], x, y, 0.9, turn), 2, DEEP_VERDIGRIS)
        p.cut(
            placed(smooth([(6, -3), (18, -2.6), (28, 1), (18, -0.6)]), x, y, 0.9, turn), PALE_MADDER
        )
