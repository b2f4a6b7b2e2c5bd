"""The museum, outside and in its store."""

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


@picture("museum.jpg", ground=PALE_INDIGO)
def museum(p):
    p.gouges(0, 5, 300, 110, PAPER, 8, (24, 80), (30, 90), 2, 0.7)
    p.blob([(-10, 130), (-10, 92), (14, 76), (40, 84), (56, 100), (60, 130)], DEEP_VERDIGRIS)
    p.blob([(310, 130), (310, 88), (286, 70), (262, 82), (246, 104), (240, 130)], DEEP_VERDIGRIS)
    p.box(40, 70, 220, 78, CREAM)
    p.box(34, 62, 232, 9, PAPER)
    p.cut([(92, 62), (150, 28), (208, 62)], PAPER)
    p.cut([(106, 58), (150, 33), (194, 58)], MADDER)
    p.oval(150, 49, 7, colour=PALE_WELD)
    p.cut(star(150, 49, 6, 2.4, 8), MADDER)
    p.stroke([(150, 28), (150, 6)], 1.6, DEEP_WALNUT)
    p.cut(smooth([(150, 7), (164, 5), (176, 9), (176, 17), (164, 14), (150, 17)]), VERDIGRIS)
    for x in (47, 62, 77, 213, 228, 243):
        p.cut(
            [(x, 142), *smooth([(x, 88), (x + 4.5, 82), (x + 9, 88)], closed=False), (x + 9, 142)],
            INDIGO,
        )
        p.box(x + 4, 84, 1, 58, CREAM)
        p.box(x, 112, 9, 1.2, CREAM)
    p.box(94, 70, 112, 78, PALE_WALNUT)
    for i in range(6):
        x = 96 + i * 20.4
        p.box(x, 74, 7.4, 70, PAPER)
        p.box(x + 5, 74, 2.4, 70, CREAM)
        p.box(x - 1.6, 70, 10.6, 5, PAPER)
        p.box(x - 1.6, 142, 10.6, 5, PAPER)
    p.cut(
        [(139, 148), *smooth([(139, 96), (149.6, 86), (160, 96)], closed=False), (160, 148)],
        DEEP_WALNUT,
    )
    p.cut([(143, 148), (143, 98), (149.4, 94), (149.4, 148)], WELD)
    for x, dye, ink in ((117.5, INDIGO, WELD), (171, VERDIGRIS, PAPER)):
        p.cut([(x, 78), (x + 11, 78), (x + 11, 126), (x + 5.5, 131), (x, 126)], dye)
        for k in range(4):
            p.cut(
                [
                    (x + 5.5, 82 + k * 11),
                    (x + 9, 86.5 + k * 11),
                    (x + 5.5, 91 + k * 11),
                    (x + 2, 86.5 + k * 11),
                ],
                ink,
            )
    for k in range(5):
        p.box(84 - k * 7, 147 + k * 5.4, 132 + k * 14, 5.8, PAPER if k % 2 == 0 else CREAM)
    p.box(-5, 172, 310, 34, PALE_WALNUT)
    p.cut([(264, 172), (300, 172), (216, 146), (206, 146)], CREAM)
    p.stroke([(212, 136), (296, 162)], 1.6, DEEP_WALNUT)
    for x in (214, 240, 268, 294):
        y = 136.6 + (x - 212) * 0.31
        p.stroke([(x, y), (x, y + 12)], 1.3, DEEP_WALNUT)
    for row in range(3):
        for column in range(12):
            p.gouge(column * 28 + row * 9, 180 + row * 8, 20, 1.4, WALNUT)
    people = (
        (28, 190, 44, MADDER, "scarf", WELD),
        (46, 190, 28, INDIGO, "curls", INK),
        (104, 184, 42, VERDIGRIS, "short", INK),
        (126, 166, 36, WALNUT, "long", INK),
        (176, 174, 40, WELD, "scarf", INDIGO),
        (193, 176, 41, NIGHT, "cap", MADDER),
        (246, 194, 46, DEEP_MADDER, "bun", PALE_WALNUT),
        (268, 194, 44, PALE_VERDIGRIS, "short", DEEP_WALNUT),
    )
    for i, (x, foot, tall, coat, hair, dye) in enumerate(people):
        person(p, x, foot, tall, coat, SKINS[(i * 4 + 2) % 6], hair, dye)


@picture("out-in-the-collection.jpg", ground="#6d5a6f")
def out_in_the_collection(p):
    """A store cabinet; one drawer stands open, and everything in it has a colour."""
    p.box(14, 6, 272, 190, NIGHT)
    for row in range(5):
        for column in range(4):
            if row in (2, 3) and column in (1, 2):
                continue
            x, y = 20 + column * 66, 11 + row * 37
            p.box(x, y, 62, 33.4, INDIGO)
            p.box(x + 2, y + 2, 58, 29.4, "#324b80")
            p.box(x + 20, y + 6, 22, 9, CREAM)
            p.stroke([(x + 23, y + 9), (x + 38, y + 9)], 0.8, INK)
            p.stroke([(x + 23, y + 12), (x + 33, y + 12)], 0.8, INK)
            p.stroke(oval(x + 31, y + 20, 7, 5, start=0, end=180, steps=16), 2, WELD, curved=False)
    p.box(84, 84, 132, 74, INK)
    with p.overprint("#3c3a55", soft=3):
        p.cut([(64, 160), (238, 160), (252, 196), (50, 196)], 0)
    p.cut([(86, 88), (214, 88), (236, 160), (64, 160)], DEEP_WALNUT)
    p.cut([(91, 91), (209, 91), (229, 157), (71, 157)], PAPER)
    bands = (MADDER, DEEP_WELD, WELD, VERDIGRIS, INDIGO, "#7c5a86")
    for i, dye in enumerate(bands):
        a, b = i / 6, (i + 1) / 6
        p.cut(
            [(93 + 114 * a, 92), (93 + 114 * b, 92), (74 + 152 * b, 156), (74 + 152 * a, 156)], dye
        )
    p.cut([(64, 160), (236, 160), (236, 186), (64, 186)], WALNUT)
    p.box(66, 162, 168, 22, "#6b4e3b")
    p.box(128, 165, 44, 12, CREAM)
    p.stroke([(133, 169), (166, 169)], 0.9, INK)
    p.stroke([(133, 173), (154, 173)], 0.9, INK)
    for x in (96, 204):
        p.stroke(oval(x, 170, 9, 7, start=0, end=180, steps=16), 2.6, WELD, curved=False)
    # what lies in the drawer
    p.oval(102, 110, 11, 10, PAPER)
    p.oval(102, 110, 8, 7.2, INDIGO)
    p.cut([(97, 107), (107, 107), (102, 115)], PALE_MADDER)
    p.cut(placed([(-14, -10), (14, -10), (14, 10), (-14, 10)], 138, 108, 1, -8), CREAM)
    p.oval(135, 105, 3.4, colour=WALNUT)
    p.oval(142, 106, 3.4, colour=DEEP_WALNUT)
    p.cut(placed([(-10, 8), (-8, 0), (9, 0), (11, 8)], 138, 108, 1, -8), INK)
    p.cut(
        placed(smooth([(-16, 4), (-10, -7), (0, -9), (10, -7), (16, 4), (0, 1)]), 184, 108, 1, 6),
        PAPER,
    )
    p.stroke(placed([(0, -4), (0, 16)], 184, 108, 1, 6), 2, PAPER)
    for x, y, dye, k in (
        (100, 138, PAPER, 0),
        (132, 138, INK, 1),
        (166, 138, PAPER, 2),
        (198, 136, PALE_WELD, 3),
    ):
        if k == 0:
            p.cut(placed([(-12, -9), (12, -9), (12, 9), (-12, 9)], x, y, 1, 5), dye)
            for yy in (-4, 0, 4):
                p.stroke(placed([(-8, yy), (8 - yy, yy)], x, y, 1, 5), 0.9, MADDER)
        elif k == 1:
            p.oval(x, y, 13, 12, dye)
            p.oval(x, y, 5, colour=MADDER)
            p.oval(x, y, 1.2, colour=PAPER)
        elif k == 2:
            p.cut(
                smooth(
                    [
                        (x - 7, y - 12),
                        (x + 5, y - 12),
                        (x + 5, y + 4),
                        (x + 12, y + 8),
                        (x + 12, y + 13),
                        (x - 8, y + 13),
                    ]
                ),
                dye,
            )
            for yy in (-8, -3, 2):
                p.stroke([(x + 1, y + yy), (x + 5, y + yy)], 1.2, MADDER)
        else:
            p.cut(placed([(-11, -11), (11, -11), (11, 11), (-11, 11)], x, y, 1, -10), dye)
            p.cut(star(x, y, 8, 4, 8), INDIGO)
