"""People in talk, heads close."""

from .catalogue import picture
from .dyes import (
    DEEP_WALNUT,
    INDIGO,
    INK,
    MADDER,
    PALE_INDIGO,
    PALE_WELD,
    PAPER,
    SKINS,
    VERDIGRIS,
    WELD,
)
from .outline import oval, placed, smooth, star
from .writing import write


def profile(p, x, y, s, skin, flip=False):
    """A face in profile that looks right (left when flipped)."""
    points = smooth(
        [
            (-16, -26),
            (2, -34),
            (18, -26),
            (22, -12),
            (28, 0),
            (22, 4),
            (23, 10),
            (20, 14),
            (19, 21),
            (8, 25),
            (6, 42),
            (-22, 42),
            (-18, 20),
            (-26, -4),
        ]
    )
    p.cut(placed(points, x, y, s, flip=flip), skin)


@picture("saturday-voices.jpg", ground=PALE_INDIGO)
def saturday_voices(p):
    """Four people in talk; what each says is a ribbon in another dye."""
    ribbons = (
        ([(84, 92), (112, 78), (126, 48), (158, 34), (206, 42), (246, 20)], MADDER, PAPER, 0),
        ([(216, 92), (188, 80), (176, 62), (140, 64), (104, 50), (58, 26)], WELD, INK, 1),
        (
            [(96, 156), (124, 146), (140, 116), (172, 104), (190, 122), (158, 134)],
            VERDIGRIS,
            PAPER,
            2,
        ),
        ([(206, 158), (186, 168), (164, 180), (132, 176), (120, 190)], INDIGO, PALE_WELD, 3),
    )
    for line, dye, ink, style in ribbons:
        path = smooth(line, closed=False, steps=16)
        p.stroke(line, 17, dye, 0.35)
        length = len(path)
        for i in range(8, length - 8, 6):
            write(p, *path[i], style, ink, 0.95)
    people = (
        (52, 100, 0.95, SKINS[2], MADDER, "long", False),
        (248, 100, 0.95, SKINS[1], WELD, "scarf", True),
        (66, 168, 1.05, SKINS[4], VERDIGRIS, "curls", False),
        (236, 170, 1.05, SKINS[3], INDIGO, "short", True),
    )
    for x, y, s, skin, dye, hair, flip in people:
        side = -1 if flip else 1
        p.blob(
            [
                (x - side * 46 * s, y + 70 * s),
                (x - side * 40 * s, y + 46 * s),
                (x - side * 14 * s, y + 34 * s),
                (x + side * 14 * s, y + 42 * s),
                (x + side * 26 * s, y + 72 * s),
            ],
            dye,
        )
        profile(p, x, y, s, skin, flip)

        def at(points, x=x, y=y, s=s, flip=flip):
            return placed(points, x, y, s, flip=flip)

        if hair == "long":
            p.cut(
                at(
                    smooth(
                        [
                            (16, -28),
                            (0, -39),
                            (-22, -32),
                            (-32, -8),
                            (-30, 26),
                            (-34, 44),
                            (-16, 42),
                            (-12, 14),
                            (-10, -10),
                            (6, -22),
                        ]
                    )
                ),
                INK,
            )
        elif hair == "scarf":
            p.cut(
                at(
                    smooth(
                        [
                            (14, -31),
                            (0, -40),
                            (-24, -32),
                            (-33, -6),
                            (-30, 24),
                            (-36, 46),
                            (10, 48),
                            (14, 26),
                            (2, 18),
                            (4, -8),
                            (12, -20),
                        ]
                    )
                ),
                MADDER,
            )
        elif hair == "curls":
            for dx, dy in (
                (10, -32),
                (-2, -38),
                (-14, -34),
                (-24, -24),
                (-28, -10),
                (-26, 4),
                (-14, -20),
                (-2, -26),
                (-16, -4),
            ):
                p.cut(at(oval(dx, dy, 9)), INK)
        else:
            p.cut(
                at(
                    smooth(
                        [
                            (18, -30),
                            (0, -40),
                            (-22, -32),
                            (-30, -8),
                            (-24, 10),
                            (-14, 8),
                            (-12, -8),
                            (4, -18),
                            (16, -22),
                        ]
                    )
                ),
                DEEP_WALNUT,
            )
        p.cut(at(oval(14, -6, 1.9)), INK)
    p.cut(star(150, 16, 5, 2, 8), PAPER)
