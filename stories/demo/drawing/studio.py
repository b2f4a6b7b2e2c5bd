"""Things being made."""

from .catalogue import picture
from .dyes import (
    CREAM,
    DEEP_VERDIGRIS,
    DEEP_WALNUT,
    DEEP_WELD,
    INDIGO,
    INK,
    MADDER,
    NIGHT,
    PALE_INDIGO,
    PALE_VERDIGRIS,
    PALE_WALNUT,
    PALE_WELD,
    PAPER,
    VERDIGRIS,
    WALNUT,
    WELD,
)
from .outline import placed, smooth, star


@picture("scissors.jpg", ground=WELD)
def scissors(p):
    p.gouges(0, 6, 300, 196, DEEP_WELD, 9, (30, 100), (30, 80), 1.3, 0.4)
    with p.overprint("#9a8350", soft=1.6):
        p.cut(placed([(-70, -78), (76, -78), (76, 84), (-70, 84)], 104, 100, 1, -8), 0)

    # half of a paper-cut, still folded
    def at(points):
        return placed(points, 100, 96, 1, -8)

    p.cut(at([(-72, -80), (72, -80), (72, 80), (-72, 80)]), PAPER)
    p.cut(at([(-72, -80), (-66, -80), (-66, 80), (-72, 80)]), CREAM)
    p.cut(
        at(
            smooth([(-66, -64), (-40, -70), (-12, -52), (-4, -26), (-22, -6), (-44, -4), (-66, -8)])
        ),
        MADDER,
    )
    for k in range(4):
        p.cut(
            at(
                placed(
                    smooth([(0, 0), (14, -7), (30, 0), (14, 7)]),
                    -64,
                    -36,
                    1.2 - k * 0.04,
                    -46 + k * 30,
                )
            ),
            PALE_WELD,
        )
    p.cut(at([(-66, -6), (-59, -6), (-59, 70), (-66, 70)]), VERDIGRIS)
    for yy, long in ((6, 1.5), (28, 1.9), (50, 1.6)):
        p.cut(
            at(placed(smooth([(0, 0), (12, -8), (34, -3), (14, 7)]), -62, yy, long, -14)), VERDIGRIS
        )
        p.cut(
            at(placed(smooth([(6, -0.5), (14, -3), (24, -1.6), (14, 2)]), -62, yy, long, -14)),
            PAPER,
        )
    for yy, xx in ((-24, 28), (10, 44), (44, 36)):
        p.cut(at(star(xx, yy, 12, 7, 8)), INDIGO)
        p.cut(at(star(xx, yy, 6, 3, 8)), PAPER)
    for i in range(9):
        p.cut(at([(72, -70 + i * 17), (60, -64 + i * 17), (72, -58 + i * 17)]), WELD)

    # sheep shears: one bent band of steel
    def steel(points):
        return placed(points, 204, 112, 1.02, 24)

    with p.overprint("#9a8350", soft=1.6):
        p.cut(
            placed(
                smooth(
                    [(-104, -12), (-20, -24), (50, -20), (80, 0), (50, 22), (-20, 26), (-104, 12)]
                ),
                208,
                120,
                1.02,
                24,
            ),
            0,
        )
    for side in (-1, 1):
        p.cut(
            steel(
                [
                    (-112, side * 14),
                    (-20, side * 22),
                    (-6, side * 16),
                    (-8, side * 6),
                    (-30, side * 3),
                ]
            ),
            "#b9bfc2",
        )
        p.cut(steel([(-112, side * 14), (-30, side * 3), (-26, side * 7)]), PAPER)
        p.stroke(
            steel([(-12, side * 14), (26, side * 18), (60, side * 17), (78, side * 10), (82, 0)]),
            7,
            INK,
        )
        p.stroke(steel([(-8, side * 12), (26, side * 16), (60, side * 15)]), 1.6, PALE_INDIGO, 0.8)
    for x, y, turn, dye in (
        (176, 30, 20, PAPER),
        (236, 36, -30, MADDER),
        (262, 60, 60, PAPER),
        (190, 176, 10, VERDIGRIS),
        (222, 184, -46, PAPER),
        (156, 190, 70, MADDER),
        (276, 28, 12, INDIGO),
        (210, 18, 80, VERDIGRIS),
    ):
        p.cut(placed(smooth([(-8, 2), (-2, -4), (8, -1), (3, 4)]), x, y, 1, turn), dye)
        p.cut(placed([(0, 0), (7, 2), (2, 6)], x + 12, y + 6, 1, turn), dye)


@picture("young-makers.jpg", ground=PALE_VERDIGRIS)
def young_makers(p):
    """Fresh prints on a line, a roller and a cut block under it."""
    for x in range(0, 300, 30):
        p.box(x, -5, 1.2, 150, VERDIGRIS)
    p.stroke([(-5, 20), (150, 27), (305, 18)], 1.6, INK)
    sheets = ((20, MADDER, 0), (91, INDIGO, 1), (162, DEEP_VERDIGRIS, 2), (233, DEEP_WELD, 3))
    for i, (x, dye, kind) in enumerate(sheets):
        y = 25 + (1 if i in (1, 2) else -1)
        p.cut(
            placed([(0, 0), (54, 0), (54, 74), (0, 74)], x, y, 1, (-1.5, 0.8, -0.8, 1.6)[i]), PAPER
        )
        for k in (8, 44):
            p.box(x + k, y - 6, 4, 11, WALNUT)
        cx, cy = x + 27, y + 37
        p.box(cx - 22, cy - 29, 44, 58, dye)
        if kind == 0:
            p.oval(cx, cy - 8, 12, colour=PAPER)
            p.gouges(cx - 20, cy + 8, cx + 20, cy + 26, PAPER, 5, (6, 14), (3, 8), 1.8)
        elif kind == 1:
            for k in range(8):
                p.cut(
                    placed(smooth([(3, 0), (10, -4), (19, 0), (10, 4)]), cx, cy, 1, k * 45), PAPER
                )
            p.oval(cx, cy, 3, colour=PAPER)
        elif kind == 2:
            p.cut(
                placed(
                    smooth([(-16, 0), (-4, -8), (8, -5), (14, 0), (8, 5), (-4, 8)]), cx + 2, cy, 1
                ),
                PAPER,
            )
            p.cut([(cx - 12, cy), (cx - 20, cy - 8), (cx - 20, cy + 8)], PAPER)
            for yy in (-20, -15, 15, 20):
                p.gouge(cx, cy + yy, 36, 1.8, PAPER, 0, 2)
        else:
            p.cut(star(cx, cy, 20, 9, 8), PAPER)
            p.cut(star(cx, cy, 10, 5, 8), dye)
    p.box(-5, 134, 310, 72, WALNUT)
    p.gouges(0, 142, 300, 198, DEEP_WALNUT, 9, (40, 100), (20, 60), 1.5)
    p.cut([(26, 150), (112, 144), (122, 190), (30, 198)], PALE_WALNUT)
    p.cut([(34, 155), (106, 150), (113, 184), (38, 191)], MADDER)
    for k in range(8):
        p.cut(placed(smooth([(3, 0), (8, -3), (15, 0), (8, 3)]), 74, 170, 1, k * 45), PAPER)
    for x, y in ((44, 164), (98, 158), (102, 178), (50, 184)):
        p.cut(star(x, y, 4, 1.8, 6), PAPER)
    p.cut([(148, 152), (238, 148), (246, 194), (150, 200)], PAPER)
    p.cut([(156, 157), (206, 154), (211, 192), (158, 195)], INDIGO)
    p.stroke([(196, 156), (234, 190)], 17, NIGHT)
    p.stroke([(193, 159), (228, 191)], 3, INDIGO)
    p.stroke([(190, 150), (226, 140), (256, 160), (238, 196)], 3, "#b9bfc2")
    p.stroke([(252, 154), (290, 130)], 8, MADDER)
    p.stroke([(124, 186), (140, 150)], 4.4, WELD)
    p.cut([(137, 156), (143, 152), (146, 140), (139, 143)], "#b9bfc2")
