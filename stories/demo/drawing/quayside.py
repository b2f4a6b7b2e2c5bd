"""The quay, its cranes and its sounds."""

from .catalogue import picture
from .dyes import (
    CREAM,
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
    VERDIGRIS,
    WALNUT,
    WELD,
)
from .outline import oval, placed


def crane(p, x, y, tall, colour, reach=1):
    """A harbour crane on four legs; `reach` -1 swings it to the left."""
    s = tall / 100
    for a, b, w in (
        ((-14, 0), (-8, -46), 3),
        ((14, 0), (8, -46), 3),
        ((-12, -20), (12, -20), 2),
        ((-12, -20), (8, -46), 1.4),
        ((12, -20), (-8, -46), 1.4),
        ((0, -52), (62, -104), 3),
        ((-4, -62), (62, -104), 1.4),
        ((0, -52), (-22, -66), 3),
        ((-4, -78), (-22, -66), 1.2),
        ((-4, -78), (62, -104), 1.2),
        ((-4, -52), (-4, -78), 2),
        ((60, -103), (60, -58), 0.9),
    ):
        p.stroke(
            [(x + reach * a[0] * s, y + a[1] * s), (x + reach * b[0] * s, y + b[1] * s)],
            w * s,
            colour,
        )
    p.cut(placed([(-11, -62), (9, -62), (12, -46), (-11, -46)], x, y, s, flip=reach < 0), colour)
    p.cut(placed([(-28, -72), (-18, -72), (-18, -58), (-28, -58)], x, y, s, flip=reach < 0), colour)
    p.cut(placed([(57, -58), (63, -58), (64, -52), (56, -52)], x, y, s, flip=reach < 0), colour)


def warehouse(p, x, y, width, tall, colour, windows, storeys=3):
    p.cut(
        [
            (x, y),
            (x, y - tall),
            (x + width / 2, y - tall - width * 0.26),
            (x + width, y - tall),
            (x + width, y),
        ],
        colour,
    )
    for row in range(storeys):
        for column in range(3):
            wx = x + width * (0.14 + 0.27 * column)
            wy = y - tall * 0.94 + tall * 0.9 / storeys * row
            p.box(wx, wy, width * 0.16, tall * 0.52 / storeys, windows)
    p.oval(x + width / 2, y - tall - width * 0.07, width * 0.07, colour=windows)


@picture("quay.jpg", ground=PALE_INDIGO)
def quay(p):
    p.gouges(0, 5, 300, 108, PAPER, 8, (24, 80), (30, 90), 2, 0.8)
    p.oval(62, 48, 17, colour=PALE_WELD)
    for x, w, tall, colour in (
        (4, 40, 52, MADDER),
        (46, 34, 62, WALNUT),
        (82, 44, 46, DEEP_MADDER),
        (128, 32, 56, WALNUT),
    ):
        warehouse(p, x, 130, w, tall, colour, PALE_WELD)
    crane(p, 196, 132, 100, INK)
    crane(p, 262, 132, 78, NIGHT, -1)
    p.box(-5, 128, 310, 15, CREAM)
    for x in range(4, 300, 23):
        p.box(x, 131, 17, 4, PALE_WALNUT)
        p.box(x - 9, 137, 17, 4, PALE_WALNUT)
    p.box(-5, 142, 310, 60, INDIGO)
    p.gouges(0, 150, 300, 197, PALE_INDIGO, 5.5, (14, 50), (12, 40), 1.5, 0.7)
    # a coaster alongside
    p.cut([(150, 139), (296, 136), (284, 166), (164, 166)], DEEP_MADDER)
    p.cut([(150, 139), (296, 136), (295, 141), (152, 144)], PAPER)
    p.box(248, 114, 34, 24, PAPER)
    for x in (253, 262, 271):
        p.box(x, 118, 5, 6, INDIGO)
    p.box(260, 98, 12, 17, WELD)
    p.box(260, 101, 12, 4, INK)
    for x, colour in (
        (166, WELD),
        (184, VERDIGRIS),
        (202, INDIGO),
        (175, MADDER),
        (193, PALE_WELD),
    ):
        p.box(x, 128 if x in (166, 184, 202) else 118, 17, 10, colour)
    for x in (30, 80, 128):
        p.blob(
            [(x - 4, 131), (x - 3, 124), (x - 5, 121), (x + 5, 121), (x + 3, 124), (x + 4, 131)],
            INK,
        )
    for x, y in ((110, 28), (128, 38), (92, 44)):
        p.stroke(
            [(x - 7, y - 3), (x - 3, y - 4), (x, y), (x + 3, y - 4), (x + 7, y - 3)], 1.5, INK, 0.4
        )


@picture("sound-of-the-quay.jpg", ground=NIGHT)
def sound_of_the_quay(p):
    rings = (VERDIGRIS, PALE_INDIGO, WELD, PALE_MADDER, MADDER)
    for i, r in enumerate(range(34, 215, 12)):
        p.stroke(
            oval(112, 136, r, r, start=176, end=364, steps=40),
            3.2 - i * 0.13,
            rings[i % 5],
            0.5,
            curved=False,
        )
    p.oval(112, 136, 24, colour=MADDER, start=180, end=360)
    p.oval(112, 136, 14, colour=PALE_WELD, start=180, end=360)
    crane(p, 218, 140, 104, PAPER, -1)
    crane(p, 268, 140, 66, PALE_INDIGO)
    p.box(-5, 136, 310, 70, INDIGO)
    p.box(-5, 135, 310, 5, PAPER)
    p.gouges(0, 148, 300, 197, PALE_INDIGO, 5, (10, 40), (12, 40), 1.4, 0.6)
    for i, (y, w) in enumerate(((146, 60), (153, 74), (161, 50), (170, 60), (180, 34))):
        p.gouge(112 + (-1) ** i * 5, y, w, 3.2, rings[(i + 2) % 5])
