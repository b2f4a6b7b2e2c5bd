"""Many people together."""

import math

from .catalogue import picture
from .dyes import (
    CREAM,
    DEEP_MADDER,
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
from .figures import crown, mouth, person
from .outline import smooth, star
from .streets import terrace


@picture("march.jpg", ground=PALE_WELD)
def march(p):
    p.gouges(0, 5, 300, 70, PAPER, 8, (20, 70), (30, 80), 2, 0.6)
    terrace(p, 128, -6, 8, 40, (PALE_MADDER, PALE_INDIGO, PALE_WALNUT, PALE_VERDIGRIS), PAPER, 9)
    p.box(-5, 126, 310, 80, CREAM)
    for row in range(6):
        for column in range(11):
            p.gouge(column * 32 + (row % 2) * 16, 136 + row * 12, 22, 1.4, PALE_WALNUT)
    for i in range(12):
        x = 10 + i * 25.5
        person(
            p,
            x,
            152,
            46,
            (INDIGO, WALNUT, VERDIGRIS, INK, DEEP_MADDER)[i % 5],
            SKINS[(i * 5 + 2) % 6],
            ("short", "curls", "long", "cap", "bun")[i % 5],
            (INK, INK, WALNUT, INDIGO, DEEP_WELD)[i % 5],
        )
    # the banner
    for x in (62, 236):
        p.stroke([(x, 160), (x, 30)], 3, DEEP_WALNUT)
        p.oval(x, 28, 4, colour=WELD)
    outline = smooth([(62, 38), (106, 42), (150, 38), (194, 42), (236, 38)], closed=False)
    foot = smooth([(236, 100), (194, 106), (150, 100), (106, 106), (62, 100)], closed=False)
    p.cut(outline + foot, INDIGO)
    for k, dye in enumerate((MADDER, DEEP_WELD, WELD, VERDIGRIS, PALE_INDIGO, "#7c5a86")):
        y = 41 + k * 4
        band = smooth([(62, y), (106, y + 4), (150, y), (194, y + 4), (236, y)], closed=False)
        p.cut(band + [(x, yy + 4.4) for x, yy in band[::-1]], dye)
    p.cut([(122, 71), (178, 71), (150, 101)], PALE_MADDER)
    for side in (-1, 1):
        for dx, r in ((42, 8), (62, 6), (77, 4.4)):
            p.cut(
                star(150 + side * dx, 84 - dx * 0.03, r, r * 0.42, 6), PAPER if dx != 62 else WELD
            )
    for x in range(66, 236, 8):
        p.stroke([(x, 102), (x, 109)], 1.6, WELD)
    people = (
        (28, 60, VERDIGRIS, "curls", INK),
        (52, 64, MADDER, "short", WALNUT),
        (98, 58, WELD, "long", INK),
        (134, 63, PAPER, "scarf", INDIGO),
        (170, 60, WALNUT, "cap", MADDER),
        (204, 62, PALE_MADDER, "bun", INK),
        (248, 64, INDIGO, "short", PALE_WALNUT),
        (274, 60, DEEP_MADDER, "long", DEEP_WELD),
    )
    for i, (x, tall, coat, hair, dye) in enumerate(people):
        arm = {52: (63, 150), 248: (236, 150)}.get(x)
        person(p, x, 196, tall, coat, SKINS[i % 6], hair, dye, arm)
        if i % 3 == 0:
            p.oval(x - 3, 196 - tall * 0.62, 2.6, colour=WELD if coat != WELD else MADDER)
    for x, y in ((20, 90), (276, 84)):
        p.stroke([(x, 150), (x, y)], 1.6, DEEP_WALNUT)
        for k, dye in enumerate((MADDER, WELD, VERDIGRIS, INDIGO)):
            p.cut(
                [
                    (x, y + k * 5),
                    (x + 24, y + 3 + k * 5),
                    (x + 24, y + 8 + k * 5),
                    (x, y + 5 + k * 5),
                ]
                if x < 100
                else [
                    (x, y + k * 5),
                    (x - 24, y + 3 + k * 5),
                    (x - 24, y + 8 + k * 5),
                    (x, y + 5 + k * 5),
                ],
                dye,
            )


@picture("choir.jpg", ground=DEEP_MADDER)
def choir(p):
    for i in range(24):
        a = math.radians(180 + i * 7.83)
        p.cut(
            [
                (150, 230),
                (150 + 330 * math.cos(a), 230 + 330 * math.sin(a)),
                (150 + 330 * math.cos(a + 0.068), 230 + 330 * math.sin(a + 0.068)),
            ],
            MADDER,
        )
    rows = ((92, 7, 96, 42), (126, 6, 108, 46), (166, 7, 120, 44))
    hairs = ("short", "scarf", "curls", "bun", "hat", "long", "cap")
    coats = (INDIGO, WELD, VERDIGRIS, PAPER, WALNUT, PALE_INDIGO, PALE_MADDER, NIGHT)
    tops = (INK, PALE_INDIGO, INK, DEEP_WALNUT, VERDIGRIS, INK, WELD, PALE_WELD)
    number = 0
    for y, count, _wide, pitch in rows:
        for i in range(count):
            x = 150 + (i - (count - 1) / 2) * pitch
            r = 11.5
            skin, hair = SKINS[(number * 5 + 1) % 6], hairs[(number * 3) % 7]
            coat, top = (
                coats[(number * 3 + 1) % 8],
                tops[(number * 5 + (1 if hair == "scarf" else 0)) % 8],
            )
            if hair == "long":
                p.blob(
                    [
                        (x - r * 1.3, y - 4),
                        (x, y - r * 1.5),
                        (x + r * 1.3, y - 4),
                        (x + r * 1.5, y + 22),
                        (x - r * 1.5, y + 22),
                    ],
                    top,
                )
            p.cut(
                smooth(
                    [
                        (x - 22, y + 70),
                        (x - 21, y + 26),
                        (x - 13, y + 16),
                        (x, y + 12),
                        (x + 13, y + 16),
                        (x + 21, y + 26),
                        (x + 22, y + 70),
                    ]
                ),
                coat,
            )
            p.box(x - 4, y + 6, 8, 10, skin)
            p.oval(x, y, r * 0.86, r * 1.08, skin)
            crown(p, x, y - r * 1.1, r, hair, top, skin)
            mouth(p, x, y + 5.4, 2.8, DEEP_MADDER if skin in (SKINS[0], SKINS[4]) else INK)
            for side in (-1, 1):
                p.stroke(
                    [(x + side * 5.6, y - 1.6), (x + side * 3.6, y - 0.4), (x + side * 2, y - 1.6)],
                    0.9,
                    INK,
                )
            if number % 3 != 1:
                p.cut([(x - 12, y + 33), (x, y + 36), (x, y + 52), (x - 12, y + 48)], PAPER)
                p.cut([(x + 12, y + 33), (x, y + 36), (x, y + 52), (x + 12, y + 48)], CREAM)
                for side in (-1, 1):
                    p.oval(x + side * 12, y + 46, 3.6, colour=skin)
            number += 1
