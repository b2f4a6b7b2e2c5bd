"""Hands that hold things."""

import math

from .catalogue import picture
from .dyes import (
    DEEP_MADDER,
    DEEP_WALNUT,
    INDIGO,
    MADDER,
    PALE_INDIGO,
    PALE_MADDER,
    PALE_WELD,
    PAPER,
    SKINS,
    VERDIGRIS,
    WELD,
)
from .outline import mirrored, oval, placed, smooth


def hand(p, x, y, s, turn, skin, flip=False):
    """An open hand, palm up, pointing along `turn`; (x, y) is its wrist."""

    def at(points):
        return placed([(a, -b if flip else b) for a, b in points], x, y, s, turn)

    p.cut(
        at(smooth([(-4, -9), (8, -10), (22, -12), (28, -6), (29, 4), (24, 11), (10, 10), (-4, 8)])),
        skin,
    )
    for y0, y1, tip in ((-9, -12, 43), (-3.6, -5, 49), (2, 2.6, 48), (7.4, 9.4, 41)):
        p.stroke(at([(20, y0), (32, (y0 + y1) / 2), (tip, y1)]), 5 * s, skin)
        p.cut(at(oval(tip, y1, 2.5)), skin)
    p.stroke(at([(6, -8), (16, -17), (26, -22)]), 5.6 * s, skin)
    p.cut(at(oval(26, -22, 2.8)), skin)


@picture("open-hands.jpg", ground=INDIGO)
def open_hands(p):
    """Several hands hold one pot."""
    for i in range(40):
        a = math.radians(i * 9)
        p.gouge(
            150 + 128 * math.cos(a),
            92 + 128 * math.sin(a),
            70,
            2,
            PALE_INDIGO if i % 2 else VERDIGRIS,
            i * 9,
        )
    p.oval(150, 90, 70, colour=PALE_WELD)
    for side, skin, sleeve, cuff in ((0, SKINS[2], MADDER, WELD), (1, SKINS[3], VERDIGRIS, PAPER)):

        def at(points, side=side):
            return mirrored(points) if side else points

        p.cut(at([(-10, 134), (-10, 205), (66, 205), (74, 176), (46, 148)]), sleeve)
        p.cut(at([(46, 148), (54, 142), (84, 172), (74, 180)]), cuff)
        p.cut(
            at(
                smooth(
                    [
                        (54, 148),
                        (74, 130),
                        (96, 124),
                        (120, 140),
                        (150, 156),
                        (160, 168),
                        (140, 178),
                        (106, 180),
                        (78, 174),
                    ]
                )
            ),
            skin,
        )
    jar_half = [
        (150, 44),
        (170, 43),
        (173, 47),
        (164, 54),
        (162, 66),
        (184, 84),
        (190, 112),
        (178, 138),
        (150, 150),
    ]
    outline = smooth(jar_half, closed=False) + smooth(mirrored(jar_half), closed=False)[::-1]
    p.cut(outline, MADDER)
    p.cut(
        smooth(
            [
                (164, 54),
                (162, 66),
                (184, 84),
                (190, 112),
                (178, 138),
                (152, 150),
                (168, 120),
                (168, 92),
                (156, 72),
            ]
        ),
        DEEP_MADDER,
    )
    p.oval(150, 44.5, 22, 4, DEEP_WALNUT)
    for i in range(-4, 5):
        x = 150 + i * 8.4
        p.cut(
            [
                (x - 3.8, 101 - abs(i) * 0.7),
                (x, 94 - abs(i) * 0.7),
                (x + 3.8, 101 - abs(i) * 0.7),
                (x, 108 - abs(i) * 0.7),
            ],
            PALE_WELD,
        )
    for y, half in ((88, 34), (114, 38), (119, 37)):
        p.stroke([(150 - half, y), (150, y + 4), (150 + half, y)], 1.4, PALE_WELD)
    p.gouge(124, 98, 26, 3, PALE_MADDER, 100, 3)
    for side, skin in ((0, SKINS[2]), (1, SKINS[3])):

        def at(points, side=side):
            return mirrored(points) if side else points

        for k, (a, b, c) in enumerate(
            (
                ((96, 128), (104, 108), (118, 96)),
                ((106, 140), (114, 124), (130, 116)),
                ((112, 152), (124, 140), (140, 134)),
                ((116, 162), (132, 154), (147, 150)),
            )
        ):
            line = smooth(at([a, b, c]), closed=False)
            p.stroke(line, 10.4 - k * 0.5, skin, curved=False)
            p.oval(*line[-1], 5.1 - k * 0.25, colour=skin)
    for x, y, turn, skin, dye in (
        (28, 16, 48, SKINS[4], WELD),
        (272, 16, 132, SKINS[1], PALE_MADDER),
    ):
        start = (x - 60 * math.cos(math.radians(turn)), y - 60 * math.sin(math.radians(turn)))
        p.stroke(
            [start, (x + 4 * math.cos(math.radians(turn)), y + 4 * math.sin(math.radians(turn)))],
            25,
            dye,
        )
        hand(p, x, y, 1.15, turn, skin, flip=x > 150)
