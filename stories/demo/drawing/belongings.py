"""What people take with them, and what they make of it."""

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
    VERDIGRIS,
    WALNUT,
    WELD,
)
from .outline import oval, placed, smooth, star


@picture("suitcase.jpg", ground=PALE_MADDER)
def suitcase(p):
    """A city rises out of an open suitcase."""
    p.oval(150, 96, 78, colour=PALE_WELD)
    p.oval(150, 96, 62, colour=WELD)
    p.box(-5, 160, 310, 46, INDIGO)
    p.gouges(0, 166, 300, 198, PALE_INDIGO, 6, (14, 60), (20, 60), 1.3)
    p.cut([(52, 118), (62, 40), (238, 40), (248, 118)], DEEP_WALNUT)
    p.cut([(60, 118), (69, 47), (231, 47), (240, 118)], DEEP_MADDER)
    for i in range(9):
        for k in range(4):
            p.cut(star(78 + i * 18, 56 + k * 18, 2.6, 1, 4), PALE_MADDER)
    sky = (
        (70, 26, 40, CREAM),
        (94, 20, 60, PALE_WALNUT),
        (186, 24, 46, PALE_WALNUT),
        (210, 22, 62, CREAM),
        (112, 30, 34, PAPER),
        (160, 28, 40, CREAM),
    )
    for x, w, tall, dye in sky:
        p.box(x, 122 - tall, w, tall + 6, dye)
        for k in range(int(tall / 18)):
            for m in (0.2, 0.6):
                wx, wy = x + w * m, 127 - tall + k * 15
                p.cut(
                    [
                        (wx, wy + 8),
                        *smooth([(wx, wy + 2), (wx + 2.2, wy), (wx + 4.4, wy + 2)], closed=False),
                        (wx + 4.4, wy + 8),
                    ],
                    INDIGO,
                )
    p.box(124, 70, 52, 58, PAPER)
    p.cut(oval(150, 71, 27, 26, start=180, end=360), VERDIGRIS)
    p.stroke([(150, 46), (150, 36)], 1.6, DEEP_WELD)
    p.oval(150, 40, 2.2, colour=DEEP_WELD)
    for x in (132, 150, 168):
        p.cut(
            [
                (x - 5, 120),
                *smooth([(x - 5, 88), (x, 80), (x + 5, 88)], closed=False),
                (x + 5, 120),
            ],
            MADDER,
        )
    for x in (106, 194):
        p.box(x - 4.6, 38, 9.2, 90, CREAM)
        p.box(x - 7, 58, 14, 4, WALNUT)
        p.cut([(x - 6, 38), (x + 6, 38), (x, 22)], VERDIGRIS)
    p.blob(
        [
            (46, 118),
            (150, 115),
            (254, 118),
            (260, 130),
            (256, 182),
            (248, 188),
            (52, 188),
            (44, 182),
            (40, 130),
        ],
        WALNUT,
    )
    p.box(40, 118, 220, 7, PALE_WALNUT)
    for x in (84, 204):
        p.box(x, 118, 12, 70, DEEP_WALNUT)
        p.box(x - 1.4, 132, 14.8, 11, WELD)
        p.box(x + 3, 135, 6, 5, DEEP_WALNUT)
    for x in (50, 250):
        for y in (126, 180):
            p.oval(x, y, 6, colour=DEEP_WALNUT)
    p.stroke([(128, 126), (130, 138), (170, 138), (172, 126)], 5, DEEP_WALNUT)
    p.cut(placed([(-16, -10), (16, -10), (16, 10), (-16, 10)], 150, 164, 1, -6), PAPER)
    p.stroke(placed([(-11, -3), (11, -3)], 150, 164, 1, -6), 1.2, MADDER)
    p.stroke(placed([(-11, 3), (5, 3)], 150, 164, 1, -6), 1.2, MADDER)
    # the strings of the oud, and birds that sit on them
    for i in range(5):
        p.stroke(
            [
                (-6, 84 - i * 9),
                (70, 46 - i * 8),
                (150, 22 - i * 5),
                (230, 44 - i * 8),
                (306, 80 - i * 9),
            ],
            1,
            INK,
        )
    for x, y, flip in ((32, 57, False), (258, 46, True), (276, 44, True), (52, 38, False)):
        p.cut(
            placed(
                smooth([(-9, 2), (-3, -4), (4, -6), (8, -3), (5, 1), (-2, 3)]), x, y, 1, 0, flip
            ),
            INK,
        )
        p.cut(placed([(7, -4), (11, -3), (7, -2)], x, y, 1, 0, flip), WELD)


@picture("threads-of-home.jpg", ground=CREAM)
def threads_of_home(p):
    """A patchwork of houses, joined with running stitch; one patch is still being sewn."""
    grounds = (
        INDIGO,
        PALE_WELD,
        MADDER,
        PALE_INDIGO,
        VERDIGRIS,
        PALE_MADDER,
        WALNUT,
        WELD,
        DEEP_MADDER,
        PALE_VERDIGRIS,
        NIGHT,
        CREAM,
    )
    walls = (
        PALE_WELD,
        MADDER,
        PAPER,
        INDIGO,
        PALE_WELD,
        DEEP_VERDIGRIS,
        PALE_MADDER,
        INDIGO,
        PALE_VERDIGRIS,
        WALNUT,
        WELD,
        VERDIGRIS,
    )
    roofs = (
        MADDER,
        INDIGO,
        INDIGO,
        MADDER,
        PALE_MADDER,
        WELD,
        VERDIGRIS,
        DEEP_MADDER,
        WELD,
        MADDER,
        PALE_INDIGO,
        MADDER,
    )
    for i in range(12):
        x, y = 6 + (i % 4) * 73, 5 + (i // 4) * 64
        g, w, r = grounds[i], walls[i], roofs[i]
        p.box(x, y, 70, 61, g)
        if i == 10:
            p.box(x, y, 70, 61, PAPER)
            g = PAPER
        cx, foot = x + 35, y + 52
        kind = i % 4
        if kind == 0:
            p.box(cx - 20, foot - 26, 40, 26, w)
            p.cut([(cx - 25, foot - 26), (cx, foot - 44), (cx + 25, foot - 26)], r)
        elif kind == 1:
            p.box(cx - 22, foot - 30, 44, 30, w)
            p.box(cx - 25, foot - 33, 50, 4, r)
            p.cut(oval(cx, foot - 33, 13, 12, start=180, end=360), r)
        elif kind == 2:
            p.cut([(cx - 18, foot), (cx - 18, foot - 22), (cx + 18, foot - 22), (cx + 18, foot)], w)
            p.cut(
                smooth(
                    [
                        (cx - 26, foot - 20),
                        (cx - 12, foot - 38),
                        (cx, foot - 44),
                        (cx + 12, foot - 38),
                        (cx + 26, foot - 20),
                        (cx, foot - 24),
                    ]
                ),
                r,
            )
        else:
            for k in (-14, 14):
                p.box(cx + k - 13, foot - 34, 25, 34, w)
                p.cut(
                    [(cx + k - 14, foot - 34), (cx + k - 0.5, foot - 46), (cx + k + 13, foot - 34)],
                    r,
                )
        p.cut(
            [
                (cx - 4, foot),
                (cx - 4, foot - 12),
                (cx, foot - 16),
                (cx + 4, foot - 12),
                (cx + 4, foot),
            ],
            g,
        )
        for k in (-14, 14):
            p.box(cx + k - 3, foot - 18, 6, 7, g)
        p.stroke([(x + 6, foot + 2), (x + 64, foot + 2)], 1.2, w)
        for k in range(9):
            for edge in (y + 3, y + 58):
                p.stroke(
                    [(x + 4 + k * 7.4, edge), (x + 8 + k * 7.4, edge)],
                    0.9,
                    PAPER if g != PAPER else MADDER,
                )
        for k in range(8):
            for edge in (x + 3, x + 67):
                p.stroke(
                    [(edge, y + 4 + k * 7.4), (edge, y + 8 + k * 7.4)],
                    0.9,
                    PAPER if g != PAPER else MADDER,
                )
    p.stroke([(180, 148), (206, 136), (226, 150), (244, 128), (266, 116)], 1.3, MADDER)
    p.cut(
        placed(
            smooth([(-24, 0), (0, -1.7), (26, -1.4), (28, 0), (26, 1.4), (0, 1.7)]),
            284,
            104,
            1,
            -34,
        ),
        "#6f7880",
    )
    p.cut(placed(oval(21, 0, 3.4, 0.8), 284, 104, 1, 146), PAPER)
