"""Tables seen from above."""

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
    PALE_INDIGO,
    PALE_MADDER,
    PALE_VERDIGRIS,
    PALE_WELD,
    PAPER,
    SKINS,
    VERDIGRIS,
    WALNUT,
    WELD,
)
from .hands import hand
from .outline import oval, placed, smooth, star


@picture("bread.jpg", 225, INDIGO)
def bread(p):
    for y in range(0, 225, 15):
        p.box(0, y, 300, 1.5, PALE_INDIGO)
    for x in range(0, 300, 15):
        p.box(x, 0, 1.5, 225, PALE_INDIGO)
    p.cut(placed([(-112, -76), (112, -84), (120, 80), (-106, 86)], 152, 116, 1, -7), PAPER)
    for k in (70, 76):
        p.stroke(placed([(-108, k), (114, k - 6)], 152, 116, 1, -7), 2, MADDER)
        p.stroke(placed([(-108, -k + 6), (108, -k)], 152, 116, 1, -7), 2, MADDER)
    with p.overprint("#9a9187", soft=2):
        p.oval(158, 124, 84, 78)
    p.cut(oval(148, 114, 82, 76), DEEP_WALNUT, 0.6)
    p.cut(oval(147, 112, 79, 73), DEEP_WELD, 0.6)
    p.cut(oval(144, 108, 68, 62), WELD, 0.6)
    for turn in (0, 90):
        p.cut(
            placed(
                smooth([(-62, 0), (-30, -7), (30, -6), (62, 0), (30, 7), (-30, 6)]),
                146,
                110,
                1,
                38 + turn,
            ),
            PALE_WELD,
        )
        p.cut(
            placed(
                smooth([(-54, 1), (-30, -3), (30, -2), (54, 1), (30, 4), (-30, 3)]),
                146,
                110,
                1,
                38 + turn,
            ),
            PAPER,
        )
    for quarter in range(4):
        for i in range(3):
            angle = math.radians(38 + 45 + quarter * 90)
            r = 26 + i * 14
            p.gouge(
                146 + r * math.cos(angle),
                110 + r * 0.93 * math.sin(angle),
                30 - i * 3,
                2.2,
                DEEP_WELD,
                quarter * 90 + 173,
                4,
            )
    for _ in range(90):
        a, r = p.random.uniform(0, 6.28), p.random.uniform(10, 78)
        p.oval(
            146 + r * math.cos(a),
            110 + r * 0.92 * math.sin(a),
            p.random.uniform(0.4, 1.3),
            colour=PAPER,
        )
    for i in range(26):
        x, y = 236 + p.random.uniform(-40, 50), 190 + p.random.uniform(-20, 25)
        p.cut(
            placed(
                smooth([(0, 0), (3, -1.4), (6, 0), (3, 1.4)]), x, y, 1, p.random.uniform(0, 180)
            ),
            WELD if i % 2 else PALE_WELD,
        )
    for side, tilt in ((0, -64), (12, -78), (26, -92)):
        x, y = 34 + side, 214
        a = math.radians(tilt)
        p.stroke([(x, y), (x + 46 * math.cos(a), y + 46 * math.sin(a))], 1.4, PALE_WELD)
        for i in range(7):
            d = 46 + i * 7
            for turn in (-34, 34):
                p.cut(
                    placed(
                        smooth([(0, 0), (5, -2.4), (11, 0), (5, 2.4)]),
                        x + d * math.cos(a),
                        y + d * math.sin(a),
                        1,
                        tilt + turn,
                    ),
                    WELD,
                )


def bowl(p, x, y, r, rim, food, dots):
    with p.overprint("#8d8780", soft=1.6):
        p.oval(x + 4, y + 5, r)
    p.oval(x, y, r, colour=rim)
    p.stroke(oval(x, y, r * 0.9, steps=40), 1.2, PAPER, curved=False)
    p.oval(x, y, r * 0.78, colour=food)
    for i in range(int(r * 1.1)):
        a, d = p.random.uniform(0, 6.28), math.sqrt(p.random.uniform(0, 1)) * r * 0.68
        p.oval(
            x + d * math.cos(a),
            y + d * math.sin(a),
            p.random.uniform(1, 2.6),
            colour=dots[i % len(dots)],
        )


@picture("salsa.jpg", ground=VERDIGRIS)
def salsa(p):
    for i in range(-10, 40):
        p.stroke([(i * 12, -5), (i * 12 - 60, 205)], 0.8, DEEP_VERDIGRIS, curved=False)
    for x, w, dye in (
        (108, 84, MADDER),
        (112, 76, WELD),
        (122, 56, INDIGO),
        (126, 48, MADDER),
        (138, 24, PALE_WELD),
    ):
        p.box(x, -4, w, 210, dye)
    for y in range(4, 200, 12):
        p.cut([(150, y - 5), (157, y), (150, y + 5), (143, y)], MADDER)
        for x in (116, 184):
            p.cut([(x - 3, y - 4), (x + 3, y), (x - 3, y + 4)], PAPER)
    bowl(
        p, 150, 100, 58, "#4d4d50", MADDER, (PALE_MADDER, DEEP_MADDER, VERDIGRIS, WELD, PALE_MADDER)
    )
    for x, y, r in ((44, 52, 23), (66, 94, 19), (30, 100, 16)):
        with p.overprint("#8d8780", soft=1.4):
            p.oval(x + 3, y + 4, r)
        p.oval(x, y, r, r * 0.94, MADDER)
        p.cut(star(x, y, r * 0.42, r * 0.12, 5), DEEP_VERDIGRIS)
        p.gouge(x - r * 0.5, y - r * 0.4, r * 0.7, 2.2, PALE_MADDER, -45)
    for x, y, cut in ((242, 46, True), (272, 68, True), (246, 84, False)):
        p.oval(x, y, 16, colour="#5d8443" if not cut else "#7ea25b")
        if cut:
            p.oval(x, y, 13.6, colour=PAPER)
            for i in range(8):
                p.cut(
                    placed(
                        smooth([(3, 0), (8, -3.6), (12.4, -1.6), (12.4, 1.6), (8, 3.6)]),
                        x,
                        y,
                        1,
                        i * 45,
                    ),
                    "#bccb7c",
                )
    for x, y, turn in ((34, 150, 16), (48, 170, -8), (70, 150, 40)):
        p.cut(
            placed(
                smooth([(0, -5), (14, -5.6), (34, -1), (48, 7), (30, 6.6), (10, 6), (0, 4)]),
                x,
                y,
                1,
                turn,
            ),
            (DEEP_MADDER, MADDER, "#7ea25b")[(x + y) % 3],
        )
        p.stroke(placed([(0, 0), (-5, -1), (-10, -5)], x, y, 1, turn), 2.2, PALE_VERDIGRIS)
    for x, y, turn, long in ((226, 186, -38, 40), (238, 192, -66, 50), (256, 190, -96, 44)):
        stem = placed([(0, 0), (long * 0.5, 2), (long, 0)], x, y, 1, turn)
        p.stroke(stem, 1.5, PALE_VERDIGRIS)
        for along, lean in ((0.45, -58), (0.62, 56), (1, 0)):
            foot = placed([(long * along, 0)], x, y, 1, turn)[0]
            for fan in (-52, 0, 52):
                leaf = smooth([(0, 0), (4, -3), (9, -4), (8, -1), (12, 0), (8, 1), (9, 4), (4, 3)])
                p.cut(placed(leaf, *foot, 0.9, turn + lean + fan), PALE_VERDIGRIS)
                p.stroke(
                    placed([(1, 0), (8, 0)], *foot, 0.9, turn + lean + fan), 0.7, DEEP_VERDIGRIS
                )
    for x, y in ((218, 22), (82, 26)):
        p.oval(x, y, 9, colour=PAPER)
        p.oval(x, y, 6, colour=PALE_MADDER)
        p.oval(x, y, 3, colour=PAPER)


@picture("take-part.jpg", ground=WELD)
def take_part(p):
    """A round table from above: cups, pots, a book, hands reaching in."""
    for y in range(0, 200, 14):
        p.gouges(0, y, 300, y, DEEP_WELD, 14, (30, 90), (20, 70), 1.4)
    with p.overprint("#a08a60", soft=2.4):
        p.oval(154, 106, 92)
    p.oval(150, 100, 92, colour=PAPER)
    for i in range(48):
        a = math.radians(i * 7.5)
        p.cut(
            star(150 + 84 * math.cos(a), 100 + 84 * math.sin(a), 3.2, 1.6, 4, i * 7.5),
            INDIGO if i % 2 else MADDER,
        )
    p.stroke(oval(150, 100, 76, steps=70), 1.2, INDIGO, curved=False)
    sleeves = (MADDER, VERDIGRIS, INDIGO, WALNUT, DEEP_MADDER, PALE_INDIGO)
    for i in range(6):
        a = math.radians(i * 60 + 18)
        far, near = (168, 66) if i not in (1, 4) else (140, 66)
        start = (150 + far * math.cos(a), 100 + far * math.sin(a))
        wrist = (150 + (near + 12) * math.cos(a), 100 + (near + 12) * math.sin(a))
        p.stroke([start, wrist], 25, sleeves[i])
        hand(p, *wrist, 1.0, math.degrees(a) + 180, SKINS[i], flip=bool(i % 2))
        p.stroke(
            [
                (wrist[0] + 6 * math.cos(a + 1.57) * 2, wrist[1] + 6 * math.sin(a + 1.57) * 2),
                (wrist[0] - 12 * math.cos(a + 1.57), wrist[1] - 12 * math.sin(a + 1.57)),
            ],
            3.4,
            PALE_WELD,
        )
    bowl(p, 150, 100, 20, WELD, DEEP_WALNUT, (MADDER, PALE_WELD))
    for x, y, dye in ((112, 106, INDIGO), (172, 138, MADDER)):
        p.oval(x, y, 9.4, colour=dye)
        p.oval(x, y, 7.4, colour=PAPER)
        p.oval(x, y, 6, colour=WALNUT)
    p.cut(placed([(-17, -12), (0, -10), (0, 12), (-17, 10)], 186, 88, 1, 14), CREAM)
    p.cut(placed([(17, -12), (0, -10), (0, 12), (17, 10)], 186, 88, 1, 14), PALE_WELD)
    for yy in (-6, -2, 2, 6):
        p.stroke(placed([(-14, yy), (-3, yy + 1)], 186, 88, 1, 14), 0.9, INK)
        p.stroke(placed([(3, yy + 1), (14, yy)], 186, 88, 1, 14), 0.9, INK)
