"""Kitchens, and what is kept in them."""

import math

from .catalogue import picture
from .dyes import (
    CREAM,
    DEEP_MADDER,
    DEEP_VERDIGRIS,
    DEEP_WALNUT,
    DEEP_WELD,
    INDIGO,
    INK,
    MADDER,
    NIGHT,
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
from .outline import oval, placed, smooth, star


def jar(p, x, foot, wide, tall, glass, lid, filling):
    p.blob(
        [
            (x - wide / 2, foot),
            (x + wide / 2, foot),
            (x + wide / 2, foot - tall * 0.75),
            (x + wide * 0.36, foot - tall),
            (x - wide * 0.36, foot - tall),
            (x - wide / 2, foot - tall * 0.75),
        ],
        glass,
    )
    p.blob(
        [
            (x - wide * 0.42, foot - 2),
            (x + wide * 0.42, foot - 2),
            (x + wide * 0.42, foot - tall * 0.66),
            (x - wide * 0.42, foot - tall * 0.62),
        ],
        filling,
    )
    p.box(x - wide * 0.42, foot - tall - 4, wide * 0.84, 6, lid)
    p.box(x - wide * 0.28, foot - tall * 0.52, wide * 0.56, tall * 0.24, PAPER)
    p.stroke([(x - wide * 0.2, foot - tall * 0.42), (x + wide * 0.2, foot - tall * 0.42)], 0.8, INK)
    p.stroke([(x - wide * 0.2, foot - tall * 0.35), (x + wide * 0.1, foot - tall * 0.35)], 0.8, INK)


@picture("kitchen.jpg", ground=PALE_VERDIGRIS)
def kitchen(p):
    for x in range(0, 300, 15):
        for y in range(98, 160, 15):
            p.box(x + 0.6, y + 0.6, 13.8, 13.8, CREAM if (x + y) // 15 % 4 else VERDIGRIS)
    p.box(196, 8, 92, 84, WALNUT)
    p.box(202, 14, 80, 72, NIGHT)
    for x, y in ((212, 24), (272, 30), (222, 70), (268, 64), (214, 48)):
        p.cut(star(x, y, 2, 0.8, 4), PALE_WELD)
    p.box(240.6, 14, 3, 14, WELD)
    with p.glow("#6a2a1a", soft=7):
        p.oval(242, 47, 34, 28)
    p.oval(242, 47, 25, 19, MADDER)
    for k in (0.75, 0.3):
        p.stroke(oval(242, 47, 25 * k, 19, steps=36), 1.2, DEEP_MADDER, curved=False)
    p.box(232, 27, 20, 4, WELD)
    p.box(232, 63, 20, 4, WELD)
    p.stroke([(242, 67), (242, 82)], 3, WELD)
    p.box(8, 44, 174, 5, WALNUT)
    p.box(8, 92, 174, 5, WALNUT)
    for x, w, tall, glass, lid, fill in (
        (24, 20, 26, PALE_INDIGO, MADDER, WELD),
        (48, 22, 32, PALE_INDIGO, DEEP_WALNUT, DEEP_MADDER),
        (76, 24, 22, PALE_INDIGO, INDIGO, PALE_WALNUT),
    ):
        jar(p, x, 44, w, tall, glass, lid, fill)
    for i in range(5):
        p.blob(
            [
                (100 - 14, 42 - i * 4.4),
                (100 + 14, 42 - i * 4.4),
                (100 + 9, 45 - i * 4.4),
                (100 - 9, 45 - i * 4.4),
            ],
            PAPER if i % 2 else INDIGO,
        )
    p.cut([(124, 44), (150, 44), (146, 24), (128, 24)], MADDER)
    p.stroke([(150, 28), (160, 24), (158, 38), (148, 40)], 2.4, MADDER)
    p.box(128, 20, 18, 4, DEEP_MADDER)
    p.cut([(162, 44), (178, 44), (176, 18), (164, 18)], WELD)
    p.box(164, 26, 12, 8, MADDER)
    for i, x in enumerate((24, 44, 64, 84)):
        p.stroke([(x, 49), (x, 78)], 1.8, DEEP_WALNUT)
        if i % 2:
            p.oval(x, 82, 7, colour=INK)
        else:
            p.cut([(x - 6, 74), (x + 6, 74), (x + 5, 90), (x - 5, 90)], INK)
    for i, x in enumerate((112, 132, 152, 172)):
        p.blob(
            [(x - 8, 80), (x + 8, 80), (x + 6, 91), (x - 6, 91)], (INDIGO, PAPER, MADDER, PAPER)[i]
        )
        p.box(x - 6, 82, 12, 2, (PAPER, INDIGO, WELD, MADDER)[i])
    p.box(-5, 158, 310, 46, DEEP_WALNUT)
    p.box(-5, 158, 310, 5, WALNUT)
    # the wok
    p.box(96, 152, 108, 8, INK)
    p.cut(oval(150, 122, 64, 34, start=0, end=180), INK)
    p.oval(150, 122, 64, 10, "#3b444e")
    p.oval(150, 123, 54, 7, DEEP_VERDIGRIS)
    for _ in range(34):
        a, r = p.random.uniform(0, 6.28), p.random.uniform(0, 1)
        p.oval(
            150 + 48 * r * math.cos(a),
            122 + 5 * r * math.sin(a),
            4,
            2,
            p.random.choice((WELD, PALE_VERDIGRIS, MADDER, PAPER)),
        )
    p.stroke([(212, 118), (256, 98), (278, 92)], 5, WALNUT)
    for x, lean in ((128, -10), (150, 8), (172, -6)):
        p.stroke([(x, 112), (x + lean, 92), (x - lean, 70), (x + lean, 48)], 4, PAPER, 0.95)
    for x in (22, 262, 282):
        p.oval(x, 168 if x < 50 else 176, 12, 8, WELD if x < 280 else MADDER)
    p.stroke([(30, 186), (120, 182)], 2, WELD)
    p.stroke([(30, 191), (120, 184)], 2, WELD)


@picture("kitchen-archive.jpg", ground=MADDER)
def kitchen_archive(p):
    """A store of shelves in which jars, pans and index cards are kept like papers."""
    for row in range(3):
        for column in range(5):
            x, y = 8 + column * 57.5, 8 + row * 63
            p.box(x, y, 53, 58, DEEP_MADDER)
            p.box(x, y + 51, 53, 7, PALE_WALNUT)

    def middle(column, row):
        return 8 + column * 57.5 + 26.5, 8 + row * 63 + 51

    for (c, r), lid, fill in (
        ((0, 0), WELD, VERDIGRIS),
        ((2, 1), INDIGO, WELD),
        ((4, 2), VERDIGRIS, PALE_MADDER),
    ):
        x, y = middle(c, r)
        jar(p, x, y, 30, 36, PALE_INDIGO, lid, fill)
    for c, r, dye in ((1, 0, PAPER), (3, 1, PALE_WELD), (0, 2, PAPER)):
        x, y = middle(c, r)
        for i in range(6):
            p.cut(
                placed(
                    [(-2, 0), (2, 0), (2, -34 + i % 3 * 2), (-2, -34 + i % 3 * 2)],
                    x - 17 + i * 7,
                    y,
                    1,
                    -6 + i * 2,
                ),
                dye if i % 2 else CREAM,
            )
            p.cut(
                placed(
                    [(-2, -33), (2, -33), (2, -38), (-2, -38)], x - 17 + i * 7, y, 1, -6 + i * 2
                ),
                (VERDIGRIS, WELD, INDIGO)[i % 3],
            )
        p.box(x - 22, y - 16, 44, 16, WALNUT)
        p.box(x - 8, y - 11, 16, 6, PAPER)
    x, y = middle(2, 0)
    p.cut([(x - 18, y), (x + 18, y), (x + 20, y - 22), (x - 20, y - 22)], INDIGO)
    p.box(x - 21, y - 26, 42, 5, PALE_INDIGO)
    p.oval(x, y - 29, 4, 3, INK)
    for k in (-16, -8, 0, 8, 16):
        p.oval(x + k, y - 11, 2.6, colour=PAPER)
    x, y = middle(3, 0)
    p.cut(oval(x, y - 19, 20, 15), WELD)
    p.stroke([(x - 12, y - 24), (x - 5, y - 12)], 2, PALE_WELD)
    p.stroke([(x - 2, y - 28), (x + 5, y - 14)], 2, PALE_WELD)
    p.cut(oval(x, y - 19, 20, 15, start=20, end=160), DEEP_WELD)
    x, y = middle(4, 0)
    for i in range(6):
        p.blob(
            [
                (x - 18 + i, y - i * 5),
                (x + 18 - i, y - i * 5),
                (x + 14 - i, y - 5 - i * 5),
                (x - 14 + i, y - 5 - i * 5),
            ],
            PAPER if i % 2 else VERDIGRIS,
        )
    x, y = middle(0, 1)
    p.cut([(x - 14, y), (x + 14, y), (x + 9, y - 30), (x - 9, y - 30)], PALE_WALNUT)
    p.cut([(x + 8, y - 26), (x + 22, y - 34), (x + 22, y - 30), (x + 10, y - 18)], PALE_WALNUT)
    p.stroke(
        oval(x - 12, y - 17, 9, 9, start=100, end=260, steps=16), 2.6, DEEP_WALNUT, curved=False
    )
    p.cut(oval(x, y - 30, 10, 7, start=180, end=360), DEEP_WALNUT)
    x, y = middle(1, 1)
    p.cut(oval(x, y - 18, 22, 18, start=0, end=180), "#4d4d50")
    p.oval(x, y - 18, 22, 5, "#77767a")
    p.cut(placed([(-3, 0), (3, 0), (4, -30), (-4, -30)], x + 4, y - 17, 1, 24), "#2d2e33")
    x, y = middle(4, 1)
    p.box(x - 20, y - 34, 40, 34, PALE_WELD)
    p.box(x - 20, y - 34, 40, 6, INDIGO)
    for i, yy in enumerate((-22, -16, -10, -4)):
        p.stroke([(x - 15, y + yy), (x + 14 - i * 4, y + yy)], 1, INK)
    x, y = middle(1, 2)
    for i, dye in enumerate((WELD, PAPER, VERDIGRIS)):
        p.cut(
            [
                (x - 19 + i * 14, y),
                (x - 8 + i * 14, y),
                (x - 9 + i * 14, y - 26 - i * 5),
                (x - 18 + i * 14, y - 26 - i * 5),
            ],
            dye,
        )
        p.box(x - 18 + i * 14, y - 30 - i * 5, 9, 4, INK)
    x, y = middle(2, 2)
    p.stroke([(x - 20, y - 8), (x + 18, y - 30)], 8, PALE_WALNUT)
    p.stroke([(x - 25, y - 5), (x - 18, y - 9)], 3.4, DEEP_WALNUT)
    p.stroke([(x + 16, y - 29), (x + 24, y - 33)], 3.4, DEEP_WALNUT)
    x, y = middle(3, 2)
    p.cut(oval(x, y - 18, 15), PAPER)
    p.box(x - 10, y - 5, 20, 5, INDIGO)
    p.stroke([(x, y - 18), (x, y - 28)], 1.4, INK)
    p.stroke([(x, y - 18), (x + 6, y - 14)], 1.4, INK)
    p.stroke(oval(x, y - 18, 15, steps=30), 2, INDIGO, curved=False)


@picture("oven.jpg", ground=DEEP_WALNUT)
def oven(p):
    for row in range(17):
        for column in range(-1, 13):
            x, y = column * 26 + (row % 2) * 13, row * 12
            p.box(x + 0.7, y + 0.7, 24.6, 10.6, WALNUT if (row * 7 + column * 3) % 5 else "#68493a")
    with p.glow("#8a3c12", soft=16):
        p.oval(106, 116, 88, 70)
    arch = [(40, 168), (40, 112), (58, 76), (106, 58), (154, 76), (172, 112), (172, 168)]
    p.cut(smooth(arch, closed=False), CREAM)
    for i in range(13):
        a = math.radians(180 + i * 15)
        p.stroke(
            [
                (106 + 50 * math.cos(a), 116 + 48 * math.sin(a)),
                (106 + 68 * math.cos(a), 116 + 60 * math.sin(a)),
            ],
            1.5,
            PALE_WALNUT,
        )
    p.cut(
        [
            (54, 160),
            *smooth([(54, 118), (70, 86), (106, 72), (142, 86), (158, 118)], closed=False),
            (158, 160),
        ],
        MADDER,
    )
    p.cut(
        [
            (60, 160),
            *smooth([(62, 128), (82, 98), (106, 90), (130, 98), (150, 128)], closed=False),
            (152, 160),
        ],
        WELD,
    )
    with p.glow("#6a4a18", soft=8):
        p.oval(106, 142, 40, 26)
    for x in (70, 93, 119, 142):
        for k, dye in ((1, DEEP_WELD), (0.78, WALNUT)):
            p.cut(oval(x, 152, 11 * k, 9 * k, start=180, end=360), dye)
        p.stroke([(x - 4, 147), (x + 4, 150)], 1.2, PALE_WELD)
    p.box(28, 158, 156, 10, PALE_WALNUT)
    p.box(-5, 186, 310, 20, DEEP_WALNUT)
    # window with the hour before dawn
    p.box(232, 22, 52, 60, DEEP_WALNUT)
    p.box(236, 26, 44, 52, INDIGO)
    p.box(257, 26, 2.4, 52, DEEP_WALNUT)
    p.oval(270, 40, 5, colour=PALE_WELD)
    for x, y in ((243, 34), (249, 52), (266, 64), (242, 68)):
        p.cut(star(x, y, 1.8, 0.6, 4), PAPER)
    p.stroke([(226, 138), (160, 152), (126, 155)], 2.6, PALE_WALNUT)
    p.cut([(134, 149), (110, 154), (112, 160), (136, 158)], PALE_WALNUT)
    person(p, 236, 192, 124, PAPER, SKINS[2], "cap", PAPER, arm=(200, 142))
    p.cut([(222, 112), (250, 112), (256, 190), (216, 190)], PALE_INDIGO)
    p.stroke([(222, 112), (224, 92)], 2, PALE_INDIGO)
    p.stroke([(250, 112), (248, 92)], 2, PALE_INDIGO)
    p.stroke([(216, 100), (218, 126), (198, 143)], 9, PAPER)
    p.oval(197, 143, 5, colour=SKINS[2])
    for i in range(3):
        p.box(262, 176 - i * 12, 40, 10, PALE_WALNUT)
        for x in (270, 284, 297):
            p.oval(x, 176 - i * 12, 7, 5, DEEP_WELD)
