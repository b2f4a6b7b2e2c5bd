"""Rooms that somebody lives in."""

from .catalogue import picture
from .dyes import (
    CREAM,
    DEEP_MADDER,
    DEEP_VERDIGRIS,
    DEEP_WALNUT,
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
from .quayside import crane


@picture("smoke.jpg", ground=NIGHT)
def smoke(p):
    """Clothes on a frame, in the scented smoke."""
    p.box(206, 20, 66, 74, INDIGO)
    p.box(212, 26, 25, 62, PALE_INDIGO)
    p.box(241, 26, 25, 62, PALE_INDIGO)
    p.cut(oval(253, 44, 9), PAPER)
    p.cut(oval(249.5, 42, 8), PALE_INDIGO)
    p.box(-5, 164, 310, 40, DEEP_MADDER)
    for x in range(0, 300, 16):
        p.cut(
            [(x, 178), (x + 8, 171), (x + 16, 178), (x + 8, 185)],
            WELD if (x // 16) % 2 else PALE_MADDER,
        )
    p.box(-5, 167, 310, 1.6, PALE_WELD)
    p.box(-5, 188, 310, 1.6, PALE_WELD)
    for ax, bx in ((40, 70), (70, 40), (182, 152), (152, 182)):
        p.stroke([(ax, 40), (bx, 172)], 3, WALNUT)
    p.stroke([(34, 62), (188, 62)], 3.4, PALE_WALNUT)
    p.cut([(66, 61), (104, 61), (112, 146), (86, 152), (58, 146)], MADDER)
    for y in (74, 86, 98, 110, 122, 134):
        for x in range(70, 106, 9):
            p.cut(star(x, y, 2.6, 1, 4), PALE_WELD)
    p.box(60, 138, 50, 3, WELD)
    p.cut([(112, 61), (152, 61), (156, 138), (134, 144), (110, 138)], PAPER)
    for y in (72, 124, 130):
        p.box(112, y, 42, 3, VERDIGRIS)
    p.box(112, 77, 41, 1.4, MADDER)
    with p.glow("#a0481c", soft=10):
        p.oval(112, 172, 34, 16)
    p.cut([(96, 166), (128, 166), (117, 177), (124, 192), (100, 192), (107, 177)], CREAM)
    p.oval(112, 166, 16, 4, WELD)
    p.oval(112, 166.4, 11, 2.4, MADDER)
    for points, w, dye in (
        (
            [(112, 162), (98, 140), (124, 112), (92, 80), (118, 44), (96, 12), (110, -14)],
            10,
            PALE_INDIGO,
        ),
        (
            [(108, 162), (78, 142), (92, 112), (50, 84), (70, 46), (36, 18), (48, -10)],
            7,
            PALE_WALNUT,
        ),
        (
            [(117, 162), (150, 138), (138, 108), (176, 82), (158, 46), (196, 20), (180, -12)],
            8,
            CREAM,
        ),
        ([(114, 160), (128, 130), (116, 96), (140, 66), (126, 30), (142, -6)], 4, PAPER),
    ):
        p.stroke(points, w, dye, 0.92)


def chair_shape(p, x, y, s, wood, seat):
    """A kitchen chair, three-quarter view; (x, y) is under its front left leg."""

    def at(points):
        return placed(points, x, y, s)

    p.cut(at([(34, -14), (38, -14), (37, -60), (33, -60)]), wood)
    p.cut(at([(62, -12), (66, -12), (70, -134), (65, -134)]), wood)
    p.cut(at([(26, -18), (30, -18), (27, -140), (22, -140)]), wood)
    for yy in (-138, -120, -102):
        p.cut(
            at(
                smooth(
                    [
                        (22, yy),
                        (46, yy - 3),
                        (70, yy + 5),
                        (70, yy + 13),
                        (46, yy + 6),
                        (22, yy + 8),
                    ]
                )
            ),
            wood,
        )
    p.cut(at([(-2, -62), (24, -76), (70, -70), (52, -54)]), seat)
    p.cut(at([(-2, -62), (52, -54), (52, -48), (-2, -56)]), wood)
    p.cut(at([(52, -54), (70, -70), (70, -64), (52, -48)]), wood)
    p.cut(at([(0, 0), (5, 0), (4, -58), (-1, -58)]), wood)
    p.cut(at([(46, 4), (51, 4), (52, -52), (47, -52)]), wood)
    p.cut(at([(2, -28), (48, -22), (48, -18), (2, -24)]), wood)


@picture("chair.jpg", ground=PALE_MADDER)
def chair(p):
    for x in range(-4, 304, 20):
        for y in range(8, 140, 20):
            p.cut(star(x + (y // 20 % 2) * 10, y, 3.2, 1.2, 4), PALE_WELD)
    p.box(-5, 144, 310, 60, WALNUT)
    for x, lean in ((20, -26), (76, -14), (132, -4), (188, 8), (244, 20), (296, 30)):
        p.stroke([(x, 145), (x + lean, 204)], 0.9, DEEP_WALNUT)
    p.box(-5, 140, 310, 5, PAPER)
    p.box(38, 18, 104, 98, PAPER)
    p.box(44, 24, 92, 86, PALE_INDIGO)
    p.box(44, 78, 92, 32, VERDIGRIS)
    p.blob(
        [(40, 84), (60, 72), (84, 78), (110, 68), (140, 76), (140, 88), (40, 92)], DEEP_VERDIGRIS
    )
    p.oval(110, 46, 12, colour=PALE_WELD)
    p.box(88, 24, 4, 86, PAPER)
    p.box(44, 64, 92, 4, PAPER)
    p.box(32, 114, 116, 7, CREAM)
    for side in (0, 1):
        fold = [(30, 12), (62, 12), (54, 60), (40, 96), (34, 124), (24, 124)]
        points = fold if not side else [(180 - x, y) for x, y in fold]
        p.cut(smooth(points), MADDER)
        for i in range(3):
            line = [(36 + i * 8, 16), (34 + i * 5, 66), (29 + i * 2, 118)]
            p.stroke(line if not side else [(180 - x, y) for x, y in line], 1.4, DEEP_MADDER, 0.6)
    p.stroke([(20, 12), (160, 12)], 3, DEEP_WALNUT)
    with p.glow("#5a4018", soft=1.5):
        p.cut([(96, 158), (152, 152), (252, 178), (186, 196)], PAPER)
    with p.overprint("#6d5f58", soft=1.2):
        p.cut([(196, 184), (276, 176), (310, 186), (310, 196), (226, 200)], 0)
    chair_shape(p, 188, 180, 0.98, DEEP_WALNUT, WELD)
    p.blob([(206, 42), (256, 42), (262, 50), (262, 84), (250, 92), (212, 90), (204, 70)], INDIGO)
    for y in (52, 64, 76):
        p.stroke([(208, y), (234, y + 3), (259, y)], 1.4, PALE_INDIGO)
    for x in range(212, 258, 5):
        p.stroke([(x, 88), (x - 0.5, 97)], 1, PALE_INDIGO)
    p.blob([(204, 112), (226, 106), (236, 112), (214, 119)], PAPER)
    p.stroke([(208, 112.6), (232, 111)], 0.8, INK)


@picture("window.jpg", ground=CREAM)
def window(p):
    p.box(30, -5, 240, 158, WALNUT)
    p.box(40, -5, 220, 148, PALE_WELD)
    p.oval(188, 62, 26, colour=PAPER)
    p.gouges(44, 10, 258, 66, PAPER, 9, (20, 60), (30, 70), 1.5, 0.4)
    for x, w, tall in ((40, 24, 26), (66, 18, 36), (86, 28, 22), (218, 20, 30), (240, 20, 22)):
        p.cut(
            [(x, 102), (x, 102 - tall), (x + w / 2, 94 - tall), (x + w, 102 - tall), (x + w, 102)],
            PALE_MADDER if x % 4 else MADDER,
        )
        p.box(x + w * 0.3, 104 - tall, w * 0.16, 6, PAPER)
        p.box(x + w * 0.6, 104 - tall, w * 0.16, 6, PAPER)
    for x, tall in ((128, 58), (166, 44)):
        crane(p, x, 102, tall, INDIGO, -1 if x < 150 else 1)
    p.box(40, 100, 220, 45, INDIGO)
    p.gouges(42, 106, 258, 141, PALE_INDIGO, 6, (8, 30), (10, 24), 1.2)
    p.box(30, -5, 10, 158, WALNUT)
    p.box(260, -5, 10, 158, WALNUT)
    p.box(146, -5, 8, 150, WALNUT)
    p.box(14, 142, 272, 15, DEEP_WALNUT)
    p.box(14, 142, 272, 4, PALE_WALNUT)
    p.blob(
        [(16, -10), (62, -10), (52, 50), (30, 104), (24, 150), (6, 150), (4, 60)], PALE_VERDIGRIS
    )
    p.blob(
        [(284, -10), (238, -10), (248, 50), (270, 104), (276, 150), (294, 150), (296, 60)],
        PALE_VERDIGRIS,
    )
    for i in range(3):
        for flip in (False, True):
            line = [(24 + i * 11, -4), (20 + i * 7, 70), (14 + i * 3, 146)]
            p.stroke([(300 - x, y) if flip else (x, y) for x, y in line], 1.5, VERDIGRIS, 0.6)
    # two cups: one for whoever comes
    for x, dye, stripe in ((92, PAPER, INDIGO), (124, MADDER, PALE_WELD)):
        p.cut([(x - 12, 118), (x + 12, 118), (x + 9, 142), (x - 9, 142)], dye)
        p.stroke(oval(x + 12, 128, 6, 6, start=-80, end=100, steps=16), 2.4, dye, curved=False)
        p.box(x - 11, 124, 22, 3, stripe)
        p.stroke([(x, 114), (x - 5, 102), (x + 4, 92), (x - 2, 78)], 3, PAPER, 0.95)
    p.cut([(198, 116), (230, 116), (225, 143), (203, 143)], DEEP_MADDER)
    p.box(196, 113, 36, 6, MADDER)
    for turn in (-150, -122, -96, -70, -42, -20):
        p.cut(
            placed(smooth([(0, 0), (14, -6), (32, 0), (14, 5)]), 214, 114, 1, turn), DEEP_VERDIGRIS
        )
    for x, y in ((192, 88), (214, 78), (236, 90)):
        p.cut(star(x, y, 7, 4, 6), MADDER)
        p.oval(x, y, 2, colour=WELD)
    p.box(-5, 157, 310, 50, CREAM)
    for x in range(-2, 304, 12):
        p.stroke([(x, 160), (x, 204)], 0.9, PALE_WALNUT)
