"""The lantern walk."""

from .catalogue import picture
from .dyes import (
    DEEP_MADDER,
    INDIGO,
    INK,
    MADDER,
    NIGHT,
    PALE_INDIGO,
    PALE_MADDER,
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
from .streets import terrace


def carried_lantern(p, x, y, kind, dye, r=8.5):
    if kind == 0:
        p.oval(x, y, r * 1.15, r, dye)
        for k in (0.6, 0.15):
            p.stroke(oval(x, y, r * 1.15 * k, r, steps=24), 0.8, PALE_WELD, curved=False)
        p.box(x - 3.4, y - r - 1.6, 6.8, 2.6, WELD)
        p.box(x - 3.4, y + r - 1, 6.8, 2.6, WELD)
    elif kind == 1:
        p.cut(star(x, y, r * 1.35, r * 0.6, 5), dye)
        p.cut(star(x, y, r * 0.7, r * 0.32, 5), PALE_WELD)
    elif kind == 2:
        p.cut([(x - r, y - r), (x + r, y - r), (x + r * 0.75, y + r), (x - r * 0.75, y + r)], dye)
        p.cut([(x, y - r * 0.7), (x + r * 0.45, y), (x, y + r * 0.7), (x - r * 0.45, y)], PALE_WELD)
    else:
        p.cut(
            placed(smooth([(-14, 0), (-4, -7), (8, -5), (14, 0), (8, 5), (-4, 7)]), x, y, r / 8.5),
            dye,
        )
        p.cut(placed([(-12, 0), (-21, -7), (-21, 7)], x, y, r / 8.5), dye)
        p.oval(x + 7, y - 1.4, 1.5, colour=INK)
        for k in (-5, 0):
            p.stroke([(x + k, y - 4), (x + k + 2, y), (x + k, y + 4)], 1, PALE_WELD)


@picture("lanterns-for-winter.jpg", ground=NIGHT)
def lanterns_for_winter(p):
    p.oval(42, 34, 14, colour=PALE_WELD)
    p.oval(48, 30, 12, colour=NIGHT)
    terrace(p, 118, -14, 9, 38, (INDIGO, "#243561", "#31487c"), WELD, 3)
    for i in range(9):
        x, tall = -14 + i * 38, 36 + (i * 17 % 22)
        p.cut(
            [
                (x - 2, 119 - tall),
                (x + 19, 104 - tall),
                (x + 40, 119 - tall),
                (x + 40, 123 - tall),
                (x + 19, 109 - tall),
                (x - 2, 123 - tall),
            ],
            PAPER,
        )
    p.blob(
        [(-10, 122), (60, 116), (150, 121), (240, 115), (310, 121), (310, 215), (-10, 215)],
        PALE_INDIGO,
    )
    p.blob(
        [(-10, 176), (70, 170), (160, 178), (250, 170), (310, 178), (310, 215), (-10, 215)], PAPER
    )
    walkers = (
        (30, 72, MADDER, "hat", WELD, 0, MADDER),
        (72, 50, WELD, "scarf", MADDER, 1, WELD),
        (110, 76, VERDIGRIS, "scarf", PALE_WELD, 2, VERDIGRIS),
        (150, 46, PALE_MADDER, "hat", INDIGO, 3, MADDER),
        (190, 74, INDIGO, "long", INK, 0, WELD),
        (228, 52, WALNUT, "hat", MADDER, 1, PALE_MADDER),
        (268, 75, DEEP_MADDER, "cap", INK, 3, WELD),
    )
    with p.glow("#7a5a22", soft=6):
        for i, (x, tall, *_rest) in enumerate(walkers):
            p.oval(x + 21, 188 + (i % 2) * 6 - tall, 20)
    with p.overprint("#b9b2b8"):
        for i, (x, tall, *_rest) in enumerate(walkers):
            p.oval(x - 4, 184 + (i % 2) * 6, tall * 0.3, 2.6)
    for i, (x, tall, coat, hair, dye, kind, light) in enumerate(walkers):
        foot = 182 + (i % 2) * 6
        tip = (x + 21, foot - tall - 8)
        person(
            p,
            x,
            foot,
            tall,
            coat,
            SKINS[(i * 4 + 1) % 6],
            hair,
            dye,
            arm=(x + tall * 0.24, foot - tall * 0.52),
        )
        p.stroke([(x + tall * 0.24, foot - tall * 0.5), tip], 1.4, PALE_WALNUT)
        p.stroke([tip, (tip[0], tip[1] + 6)], 0.8, PALE_WALNUT)
        carried_lantern(p, tip[0], tip[1] + 14, kind, light)
    for _ in range(90):
        p.oval(
            p.random.uniform(0, 300),
            p.random.uniform(0, 170),
            p.random.uniform(0.5, 1.5),
            colour=PAPER,
        )
