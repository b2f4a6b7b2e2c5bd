"""The town by day and by night: its bus, its mill."""

from .catalogue import picture
from .dyes import (
    CREAM,
    DEEP_MADDER,
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
    SKINS,
    VERDIGRIS,
    WALNUT,
    WELD,
)
from .figures import crown, mouth, person
from .outline import smooth, star


def terrace(p, y, first, count, wide, colours, lit, seed_lit=2):
    """A row of houses with gables, some windows lit."""
    for i in range(count):
        x = first + i * wide
        tall = 36 + (i * 17 % 22)
        p.cut(
            [
                (x, y),
                (x, y - tall),
                (x + wide / 2, y - tall - wide * 0.32),
                (x + wide, y - tall),
                (x + wide, y),
            ],
            colours[i % len(colours)],
        )
        p.box(
            x + wide * 0.7,
            y - tall - wide * 0.34,
            wide * 0.12,
            wide * 0.28,
            colours[i % len(colours)],
        )
        for k in range(4):
            wx, wy = x + wide * (0.2 + 0.4 * (k % 2)), y - tall + 5 + 17 * (k // 2)
            if wy < y - 12:
                p.box(wx, wy, wide * 0.2, 9, lit if (i * 3 + k) % seed_lit else INK)


@picture("night-bus.jpg", ground=NIGHT)
def night_bus(p):
    for _ in range(26):
        p.cut(star(p.random.uniform(0, 300), p.random.uniform(2, 44), 1.6, 0.5, 4), PALE_INDIGO)
    terrace(p, 112, -12, 11, 30, ("#202f52", "#243561", "#1f2d4d"), WELD, 4)
    p.box(-5, 150, 310, 56, INK)
    with p.glow("#6a5020", soft=9):
        p.cut([(246, 46), (280, 46), (300, 152), (222, 152)], PAPER)
    p.stroke([(263, 152), (263, 40), (256, 30), (244, 32)], 3, PALE_WALNUT)
    p.oval(246, 38, 7, 5, PALE_WELD)
    # the bus
    p.blob(
        [(18, 60), (30, 50), (214, 50), (226, 58), (230, 110), (230, 150), (16, 150), (14, 104)],
        MADDER,
    )
    p.box(14, 104, 216, 7, PALE_WELD)
    p.box(26, 56, 196, 3, DEEP_MADDER)
    p.oval(228, 138, 5, 4, PALE_WELD)
    windows = [(26, 32), (62, 32), (98, 32), (134, 32)]
    for i, (x, w) in enumerate(windows):
        p.box(x, 64, w, 38, PALE_WELD)
        cx = x + w / 2
        skin = SKINS[i]
        coat = (INDIGO, VERDIGRIS, WALNUT, DEEP_MADDER)[i]
        for dx, size, k in ((-7, 7, 0), (8, 6.6, 1)):
            s = SKINS[(i + k * 2) % 6] if k else skin
            c = coat if k else (MADDER, PAPER, INDIGO, VERDIGRIS)[i]
            hx, hy = cx + dx, 82 + k * 2
            p.cut(
                [
                    (hx - 8, 102),
                    (hx - 7, hy + 9),
                    (hx - 2, hy + 6),
                    (hx + 2, hy + 6),
                    (hx + 7, hy + 9),
                    (hx + 8, 102),
                ],
                c,
            )
            p.oval(hx, hy, size * 0.82, size, s)
            crown(
                p,
                hx,
                hy - size,
                size,
                ("short", "scarf", "curls", "bun", "long", "cap", "short", "hat")[i * 2 + k],
                (INK, PALE_INDIGO, INK, WALNUT, INK, WELD, INK, VERDIGRIS)[i * 2 + k],
                s,
            )
            mouth(p, hx, hy + size * 0.5, 1.7)
        p.box(x, 64, w, 1.4, PAPER)
    p.box(172, 64, 22, 82, PALE_WELD)
    p.box(182.4, 64, 1.6, 82, DEEP_MADDER)
    p.cut([(200, 64), (222, 64), (226, 102), (200, 102)], PALE_WELD)
    p.oval(210, 82, 6, 7, SKINS[5])
    crown(p, 210, 75, 6.4, "cap", INDIGO, SKINS[5])
    p.cut([(201, 102), (204, 91), (216, 91), (220, 102)], INDIGO)
    for x in (56, 188):
        p.oval(x, 150, 18, colour=INK)
        p.oval(x, 150, 9, colour=PALE_WALNUT)
        p.oval(x, 150, 4, colour=INK)
    # what they sing leaves by the roof
    for points, dye in (
        ([(44, 48), (56, 34), (42, 22), (62, 8), (56, -6)], PALE_MADDER),
        ([(82, 48), (72, 32), (92, 20), (82, 4), (92, -8)], WELD),
        ([(118, 48), (130, 34), (116, 18), (134, 4), (130, -8)], PALE_VERDIGRIS),
        ([(152, 48), (144, 34), (164, 22), (154, 6), (164, -6)], PAPER),
    ):
        p.stroke(points, 4, dye, 0.9)
        for i in (1, 2, 3):
            x, y = points[i]
            p.oval(x + 9, y, 3.2, 2.4, dye, -20)
            p.stroke([(x + 11.6, y - 1), (x + 12.4, y - 10)], 1.1, dye)
    for i in range(30):
        x, y = p.random.uniform(10, 230), p.random.uniform(170, 198)
        p.gouge(x, y, p.random.uniform(10, 34), 1.8, (MADDER, WELD, PALE_WELD, DEEP_MADDER)[i % 4])
    for y, w in ((160, 46), (168, 38), (177, 28), (187, 18)):
        p.gouge(262, y, w, 2.4, WELD)


@picture("mill.jpg", ground=PALE_WALNUT)
def mill(p):
    p.gouges(0, 5, 300, 100, CREAM, 8, (30, 90), (24, 80), 2, 0.6)
    for points, w in (
        ([(238, 22), (216, 12), (190, 18), (160, 4), (130, 8)], 15),
        ([(238, 18), (210, -2), (180, 6)], 10),
    ):
        p.stroke(points, w, PAPER, 0.7)
    p.cut([(230, 150), (234, 24), (246, 24), (250, 150)], DEEP_MADDER)
    p.box(231, 22, 18, 5, DEEP_WALNUT)
    p.box(232.6, 40, 14.8, 3, PALE_WALNUT)
    p.box(24, 46, 196, 104, MADDER)
    for y in range(50, 150, 4):
        p.gouges(26, y, 219, y, DEEP_MADDER, 8, (4, 12), (6, 30), 0.9)
    p.box(20, 40, 204, 7, CREAM)
    p.box(24, 94, 196, 2.6, CREAM)
    for row in range(4):
        for column in range(11):
            x, y = 31 + column * 17, 53 + row * 24 + (2 if row > 1 else 0)
            lit = (row * 5 + column * 3) % 4
            p.cut(
                [
                    (x, y + 17),
                    *smooth([(x, y + 4), (x + 5.5, y), (x + 11, y + 4)], closed=False),
                    (x + 11, y + 17),
                ],
                PALE_WELD if lit else INDIGO,
            )
            p.box(x + 4.9, y + 1, 1.2, 16, MADDER)
            p.box(x, y + 8, 11, 1.1, MADDER)
    p.cut(
        [
            (250, 150),
            (250, 104),
            (262, 94),
            (274, 104),
            (274, 94),
            (286, 104),
            (300, 94),
            (305, 104),
            (305, 150),
        ],
        WALNUT,
    )
    for x in (258, 276):
        p.box(x, 118, 11, 18, PALE_WELD)
    p.box(-5, 148, 310, 9, DEEP_WALNUT)
    p.box(-5, 156, 310, 50, VERDIGRIS)
    with p.overprint(PALE_MADDER):
        for i in range(12):
            p.gouge(122 + (-1) ** i * 5, 159 + i * 3.4, 190 - i * 12, 2.8, 0)
    p.gouges(0, 162, 300, 198, PALE_VERDIGRIS, 6, (12, 44), (14, 50), 1.3, 0.5)
    for i, (x, tall) in enumerate(
        ((40, 20), (54, 22), (66, 19), (84, 21), (108, 22), (122, 20), (148, 21), (160, 22))
    ):
        person(
            p,
            x,
            150,
            tall,
            (INK, INDIGO, WALNUT, NIGHT)[i % 4],
            SKINS[(i * 2 + 1) % 6],
            ("scarf", "cap", "bun", "scarf")[i % 4],
            (CREAM, INK, INK, WELD)[i % 4],
        )
