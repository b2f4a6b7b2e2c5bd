"""Objects of the collection cut from paper or stretched from silk."""

import math

from .catalogue import picture
from .dyes import (
    CREAM,
    DEEP_MADDER,
    DEEP_VERDIGRIS,
    INDIGO,
    INK,
    MADDER,
    NIGHT,
    PALE_MADDER,
    PALE_VERDIGRIS,
    PALE_WELD,
    PAPER,
    VERDIGRIS,
    WELD,
)
from .outline import mirrored, oval, placed, smooth, star


def rooster(p, colour, tail, comb, flip=False):
    """A Łowicz rooster, facing inwards."""

    def at(points):
        return mirrored(points) if flip else points

    body = [
        (116, 78),
        (122, 92),
        (118, 114),
        (104, 134),
        (82, 142),
        (60, 130),
        (50, 108),
        (62, 116),
        (80, 112),
        (96, 96),
        (102, 82),
    ]
    p.cut(at(smooth(body)), colour)
    for i, dye in enumerate(tail):
        lift = i * 11
        p.cut(
            at(
                smooth(
                    [
                        (70, 122),
                        (44 - i * 1.5, 116 - lift),
                        (34 + i * 5, 92 - lift),
                        (46 + i * 5, 84 - lift),
                        (49 + i * 4, 98 - lift * 0.8),
                        (64 + i * 2, 112 - lift * 0.4),
                    ]
                )
            ),
            dye,
        )
    p.cut(at(smooth([(100, 86), (104, 70), (114, 66), (122, 74), (120, 88), (110, 94)])), colour)
    p.cut(at([(121, 74), (132, 78), (121, 82)]), WELD)
    for x, y in ((104, 66), (111, 61), (118, 64)):
        p.cut(at(oval(x, y, 4.4, 5.6)), comb)
    p.cut(at(oval(121, 89, 3.4, 6)), comb)
    p.cut(at(oval(114, 75, 2.6)), PAPER)
    p.cut(at(oval(114.4, 75, 1.2)), INK)
    p.cut(at(smooth([(96, 104), (100, 122), (84, 134), (70, 126), (84, 120)])), comb)
    p.cut(at(smooth([(92, 110), (94, 120), (84, 128), (76, 125), (86, 120)])), PALE_WELD)
    for y in (98, 104, 110):
        p.cut(at(oval(109, y, 1.5, 2.2)), PAPER)
    for x in (82, 94):
        p.cut(
            at([(x, 138), (x + 3, 138), (x + 4, 156), (x + 10, 160), (x - 6, 160), (x + 1, 155)]),
            WELD,
        )


@picture("papercut.jpg", 225, PAPER)
def papercut(p):
    p.cut(oval(150, 112, 140, 107), CREAM)
    for i in range(36):
        angle = i * 10
        x, y = 150 + 139 * math.cos(math.radians(angle)), 112 + 105 * math.sin(math.radians(angle))
        p.oval(x, y, 7, colour=MADDER)
        p.oval(x, y, 3, colour=WELD if i % 2 else PAPER)
    p.cut(oval(150, 112, 133, 100), PAPER)
    tail = (VERDIGRIS, MADDER, WELD, INDIGO)
    rooster(p, INK, tail, MADDER)
    rooster(p, INK, tail, MADDER, flip=True)
    p.stroke([(150, 206), (150, 60)], 4, DEEP_VERDIGRIS, curved=False)
    for y, reach, dye in ((64, 0, MADDER), (176, 34, INDIGO), (120, 14, MADDER)):
        for side in (-1, 1) if reach else (0,):
            x = 150 + side * reach
            if side:
                p.stroke(
                    [(150, y + 14), (150 + side * reach * 0.6, y + 10), (x, y)], 2.4, DEEP_VERDIGRIS
                )
            r = 19 if not reach else 11 if reach > 20 else 8
            for dye2, k in ((dye, 1), (WELD, 0.72), (PAPER, 0.5), (dye, 0.34)):
                p.cut(star(x, y - (8 if not reach else 0), r * k, r * k * 0.72, 10), dye2)
    for y, long in ((100, 20), (140, 28), (160, 40), (190, 44), (86, 14)):
        for side in (-1, 1):
            p.cut(
                placed(
                    smooth([(0, 0), (8, -5), (20, 0), (8, 4)]),
                    150,
                    y,
                    long / 20,
                    -34 if side > 0 else 214,
                ),
                VERDIGRIS,
            )
            p.cut(
                placed(
                    smooth([(4, -0.5), (9, -2), (15, 0), (9, 1.2)]),
                    150,
                    y,
                    long / 20,
                    -34 if side > 0 else 214,
                ),
                PALE_VERDIGRIS,
            )
    for side in (-1, 1):
        p.blob(
            [
                (150, 206),
                (150 + side * 40, 196),
                (150 + side * 84, 172),
                (150 + side * 60, 196),
                (150 + side * 30, 208),
            ],
            VERDIGRIS,
        )
        for i in range(6):
            p.oval(150 + side * (22 + i * 11), 202 - i * i * 0.8, 2, colour=PALE_WELD)
        p.cut(star(150 + side * 96, 50, 9, 6, 8), INDIGO)
        p.cut(star(150 + side * 96, 50, 5, 3.4, 8), WELD)
        p.cut(star(150 + side * 58, 34, 6, 4, 8), MADDER)


@picture("lantern.jpg", 225, NIGHT)
def lantern(p):
    with p.glow("#7a3a26", soft=16):
        p.oval(150, 106, 108, 84)
    for _ in range(28):
        x, y = p.random.uniform(5, 295), p.random.uniform(5, 220)
        if abs(x - 150) > 100:
            p.cut(star(x, y, 2.2, 0.8, 4), PALE_WELD)
    p.stroke([(150, -5), (150, 34)], 2, WELD)
    p.cut(oval(150, 104, 88, 64), MADDER)
    with p.glow("#8a4a16", soft=9):
        p.oval(150, 106, 52, 46)
    for k in (0.86, 0.62, 0.36, 0.1):
        p.stroke(
            oval(150, 104, 88 * k, 64, start=-90, end=90, steps=30), 1.6, DEEP_MADDER, curved=False
        )
        p.stroke(
            oval(150, 104, 88 * k, 64, start=90, end=270, steps=30), 1.6, DEEP_MADDER, curved=False
        )
    for y in (37, 160):
        p.cut(
            [(118, y), (182, y), (178, y + 11), (122, y + 11)]
            if y > 100
            else [(122, y), (178, y), (182, y + 11), (118, y + 11)],
            WELD,
        )
        for x in range(124, 180, 8):
            p.box(x, y + 3.5, 4, 4, DEEP_MADDER)
    # a peony painted on the silk
    for i in range(10):
        p.cut(
            placed(smooth([(0, 0), (12, -8), (24, 0), (12, 8)]), 150, 104, 1, i * 36), PALE_MADDER
        )
    for i in range(8):
        p.cut(placed(smooth([(0, 0), (8, -5), (15, 0), (8, 5)]), 150, 104, 1, 18 + i * 45), PAPER)
    p.oval(150, 104, 5, colour=WELD)
    for side in (-1, 1):
        p.cut(
            placed(
                smooth([(0, 0), (14, -7), (32, 0), (14, 6)]),
                150 + side * 24,
                116,
                1,
                24 if side > 0 else 156,
            ),
            DEEP_VERDIGRIS,
        )
        p.cut(
            placed(
                smooth([(0, 0), (14, -6), (28, 0), (14, 5)]),
                150 + side * 24,
                92,
                1,
                -28 if side > 0 else 208,
            ),
            DEEP_VERDIGRIS,
        )
    p.stroke([(150, 171), (150, 184)], 2, WELD)
    p.oval(150, 184, 5, colour=VERDIGRIS)
    for i in range(-5, 6):
        p.stroke(
            [(150 + i * 0.7, 188), (150 + i * 1.5, 205), (150 + i * 1.8, 221 - abs(i) * 0.7)],
            1.5,
            WELD if i % 2 else MADDER,
        )
